package org.ascertain.desk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.JsonAnswer;

/** The answers about intakes and kept rows as JSON. */
public final class IntakeJson {

  /** How many rows an answer tells of; further ones are asked for by the intake's number. */
  public static final int MOST_ROWS = 1_000;

  /**
   * What became of an intake.
   *
   * @param rows those of its rows in which something was found or that are not recorded, as {@link
   *     RowsListed} has them
   * @param further how many more such rows there are
   */
  public static String answer(
      Intake intake, boolean dryRun, List<RowAnswer> rows, long further, List<Next> next) {
    return JsonAnswer.compact(
        json -> {
          counts(json, intake, dryRun);
          findings(json, rows);
          if (further > 0) json.number("more", further);
          next(json, next);
        });
  }

  /** The same as the last line of an answer whose findings came line by line. */
  public static String summary(Intake intake, boolean dryRun, List<Next> next) {
    return JsonAnswer.compact(
        json -> {
          counts(json, intake, dryRun);
          next(json, next);
        });
  }

  /** How far an intake is, as a line of such an answer. */
  public static String progress(Intake intake) {
    return JsonAnswer.compact(
        json -> json.object("progress", inside -> counts(inside, intake, false)));
  }

  /** What was found in a row, as lines of such an answer. */
  public static List<String> lines(RowAnswer row) {
    return row.findings().stream()
        .map(each -> JsonAnswer.compact(json -> finding(json, row, each)))
        .toList();
  }

  /** A list of intakes. */
  public static String list(List<Intake> intakes, Optional<String> more, List<Next> next) {
    return JsonAnswer.compact(
        json -> {
          json.list(
              "items",
              intakes,
              each -> {
                counts(json, each, false);
                json.text("label", each.label());
                json.text("account", each.account());
                json.text("via", each.via().word());
                json.text("key", each.key());
                json.text("content", each.content());
                json.text("received", each.received().toString());
              });
          json.text("more", more);
          next(json, next);
        });
  }

  /** Why nothing was taken in. */
  public static String refusal(Told why) {
    return JsonAnswer.compact(json -> json.object("refused", inside -> told(inside, why)));
  }

  private static void counts(JsonAnswer json, Intake intake, boolean dryRun) throws IOException {
    if (dryRun) json.truth("dryRun", true);
    if (intake.id() > 0) json.number("intake", intake.id());
    json.text("state", intake.state().word());
    json.number("rows", intake.rows());
    json.number("recorded", intake.recorded());
    json.number("known", intake.known());
    json.number("kept", intake.kept());
    json.number("proposed", 0);
    json.number("refused", intake.refused());
    json.number("first", intake.first());
  }

  private static void findings(JsonAnswer json, List<RowAnswer> rows) throws IOException {
    json.out().writeArrayFieldStart("findings");
    for (RowAnswer row : rows)
      for (Told each : row.findings()) {
        json.out().writeStartObject();
        finding(json, row, each);
        json.out().writeEndObject();
      }
    json.out().writeEndArray();
  }

  private static void finding(JsonAnswer json, RowAnswer row, Told told) throws IOException {
    json.number("row", row.row());
    told(json, told);
    json.number("kept", row.kept());
    json.number("entry", row.entry());
  }

  /** A finding in an object that is begun. */
  static void told(JsonAnswer json, Told told) throws IOException {
    json.text("code", told.code());
    json.text("severity", told.severity());
    if (!told.path().isEmpty()) json.text("path", told.path());
    json.text("says", told.says());
    json.text("advice", told.advice());
    json.number("version", told.version());
    if (!told.inputs().equals(Told.NONE)) {
      json.out().writeFieldName("inputs");
      json.out().writeRawValue(told.inputs());
    }
    if (!told.parameters().equals(Told.NONE)) {
      json.out().writeFieldName("parameters");
      json.out().writeRawValue(told.parameters());
    }
  }

  /** What may be done next, in an object that is begun. */
  public static void next(JsonAnswer json, List<Next> next) throws IOException {
    json.list(
        "next",
        next,
        each -> {
          json.text("act", each.act());
          json.text("method", each.method());
          json.text("href", each.href());
          json.text("why", each.why());
        });
  }

  private IntakeJson() {}
}
