package org.ascertain.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.law.Rule;
import org.ascertain.standing.Explainer;
import org.ascertain.standing.Explanation;

/** An explanation as JSON: a tree of sentences with their rules and entries. */
public final class ExplanationJson {

  private final Explainer explainer;
  private final Names names;
  private final Map<Long, Entry> entries;

  private ExplanationJson(Explainer explainer, Header header, List<Entry> entries) {
    this.explainer = explainer;
    this.names = new Names(header);
    this.entries = entries.stream().collect(Collectors.toMap(Entry::index, Function.identity()));
  }

  static String of(
      Explanation explanation, Explainer explainer, Header header, List<Entry> entries) {
    return Json.object(json -> write(json, explanation, explainer, header, entries));
  }

  /**
   * Writes it inside an object that has been begun.
   *
   * @param explainer who gave it
   * @param entries the record
   */
  public static void write(
      Json json, Explanation explanation, Explainer explainer, Header header, List<Entry> entries)
      throws IOException {
    new ExplanationJson(explainer, header, entries).write(json, explanation);
  }

  private void write(Json json, Explanation explanation) throws IOException {
    json.text("text", explanation.text());
    json.text("figure", explanation.figure());
    json.list("rules", explanation.rules(), id -> rule(json, id));
    json.list("entries", explanation.entries(), index -> entry(json, index));
    json.list("children", explanation.parts(), part -> write(json, part));
  }

  private void rule(Json json, String id) throws IOException {
    json.text("id", id);
    Optional<Rule<?>> rule = explainer.rule(id);
    if (rule.isEmpty()) return;
    json.text("text", rule.get().text());
    json.text("citation", rule.get().citation());
  }

  private void entry(Json json, long index) throws IOException {
    Entry entry = Optional.ofNullable(entries.get(index)).orElseThrow();
    json.number("index", index);
    json.text("at", entry.fact().attestation().at().toString());
    if (entry.fact().attestation().about()) json.truth("about", true);
    json.text("text", Telling.withCorrected(entry, entries, names));
    json.text("source", entry.fact().attestation().source().title());
    json.text("note", entry.fact().attestation().note());
  }
}
