package org.ascertain.desk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ascertain.answers.JsonAnswer;

/** Rows that are kept aside, as JSON. */
public final class KeptJson {

  /** A list of rows. */
  public static String list(
      List<KeptRow> rows,
      Function<KeptRow, Optional<Reported>> inForce,
      Function<KeptRow, List<Next>> acts,
      Optional<String> more) {
    return JsonAnswer.compact(
        json -> {
          json.list("items", rows, row -> row(json, row, inForce.apply(row), acts.apply(row)));
          json.text("more", more);
        });
  }

  /** One row, as an act left it. */
  public static String row(KeptRow row, Optional<Reported> inForce, List<Next> acts) {
    return JsonAnswer.compact(json -> row(json, row, inForce, acts));
  }

  /** What an act did. */
  public static String done(KeptActs.Done done, Optional<Reported> inForce, List<Next> acts) {
    return JsonAnswer.compact(
        json -> {
          row(json, done.row(), inForce, acts);
          json.number("follow", done.follow());
        });
  }

  private static void row(JsonAnswer json, KeptRow row, Optional<Reported> inForce, List<Next> acts)
      throws IOException {
    json.number("id", row.id());
    json.number("intake", row.intake());
    json.number("row", row.row());
    json.text("raw", row.raw());
    json.text("unit", row.unit());
    if (row.fact().isPresent()) {
      json.out().writeFieldName("fact");
      json.out().writeRawValue(row.fact().get());
    }
    if (inForce.isPresent()) json.object("inForce", inside -> reported(inside, inForce.get()));
    json.list("findings", row.findings(), each -> IntakeJson.told(json, each));
    json.number("follows", row.since().follows());
    if (row.since().followers() > 0) json.number("followers", row.since().followers());
    json.text("overtaken", row.since().overtaken().map(Object::toString));
    if (!row.since().shown().isEmpty())
      json.list("shown", row.since().shown(), each -> IntakeJson.told(json, each));
    json.text("state", row.state().word());
    json.number("version", row.version());
    json.text("account", row.account());
    json.text("until", row.until().map(Object::toString));
    json.text("reason", row.reason());
    json.number("entry", row.entry());
    IntakeJson.next(json, acts);
  }

  private static void reported(JsonAnswer json, Reported reported) throws IOException {
    json.number("entry", reported.entry());
    json.text("source", reported.source());
    json.votes("votes", reported.votes());
    json.number("other", reported.other());
    json.number("total", reported.total());
  }

  private KeptJson() {}
}
