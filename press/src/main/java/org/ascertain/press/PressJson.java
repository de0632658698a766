package org.ascertain.press;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.JsonAnswer;

/** Checked texts as JSON, for programs. */
public final class PressJson {

  /** What was checked, with its name; empty where it has none. */
  public record Named(Optional<String> file, CheckedText text) {}

  /** One text. */
  public static String one(CheckedText text) {
    return JsonAnswer.compact(json -> write(json, new Named(Optional.empty(), text)));
  }

  /** Several texts, which of them are copies of one, and what they say, each counted once. */
  public static String all(List<Named> texts, List<Copies.Pair> copies) {
    List<CheckedText> checked = texts.stream().map(Named::text).toList();
    return JsonAnswer.object(
        json -> {
          json.list("texts", texts, text -> write(json, text));
          json.list(
              "copies",
              copies,
              pair -> {
                json.text("a", name(texts.get(pair.a()), pair.a()));
                json.text("b", name(texts.get(pair.b()), pair.b()));
                json.text("relation", pair.relation().word());
                json.out().writeNumberField("shared", pair.shared());
                if (!pair.changes().isEmpty())
                  json.list(
                      "changes",
                      pair.changes(),
                      change -> {
                        json.text("a", change.one());
                        json.text("b", change.other());
                      });
              });
          json.list(
              "sources",
              CountedClaim.sources(texts.size(), copies),
              source -> json.indexes("texts", numbers(source)));
          json.list("claims", CountedClaim.of(checked, copies), claim -> write(json, claim));
        });
  }

  private static void write(JsonAnswer json, CountedClaim counted) throws IOException {
    json.text("claim", counted.finding().claim());
    json.text("election", counted.finding().election());
    json.text("verdict", counted.finding().verdict().word());
    json.indexes("texts", numbers(counted.texts()));
    json.number("sources", counted.sources());
  }

  /** Places as people count them. */
  private static List<Integer> numbers(List<Integer> places) {
    return places.stream().map(place -> place + 1).toList();
  }

  private static String name(Named text, int place) {
    return text.file().orElse(Integer.toString(place + 1));
  }

  private static void write(JsonAnswer json, Named named) throws IOException {
    CheckedText text = named.text();
    json.text("file", named.file());
    json.text("day", text.day().map(LocalDate::toString));
    if (!text.dayFrom().isEmpty()) json.text("dayFrom", text.dayFrom());
    json.text("language", text.language());
    json.text("refused", text.refused());
    json.list("findings", text.findings(), finding -> write(json, finding));
    json.object(
        "sentences",
        inside -> {
          inside.number("all", text.sentences());
          inside.number("withClaims", text.withClaims());
        });
  }

  private static void write(JsonAnswer json, Finding finding) throws IOException {
    json.number("start", finding.start());
    json.number("end", finding.end());
    json.text("election", finding.election());
    json.text("verdict", finding.verdict().word());
    json.text("kind", finding.kind().word());
    json.text("form", finding.form());
    json.text("claim", finding.claim());
    json.text("why", finding.why());
    json.entries(new ArrayList<>(finding.entries()));
    if (finding.today().isEmpty()) return;
    Finding.Today today = finding.today().get();
    json.object(
        "asOf",
        inside -> {
          inside.text("verdict", today.verdict().word());
          inside.text("why", today.why());
          inside.entries(new ArrayList<>(today.entries()));
        });
  }

  private PressJson() {}
}
