package org.ascertain.answers;

import java.io.IOException;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.law.Rule;
import org.ascertain.standing.Explainer;
import org.ascertain.standing.Explanation;
import org.ascertain.standing.History;

/** An explanation as JSON: a tree of sentences with their rules and entries. */
public final class ExplanationJson {

  private final Explainer explainer;
  private final Names names;
  private final History record;

  /**
   * Tells what an explainer explained.
   *
   * @param record everything that is known, what is struck included
   */
  public ExplanationJson(Explainer explainer, History record) {
    this.explainer = explainer;
    this.names = new Names(record.header());
    this.record = record;
  }

  /** As text, indented for people. */
  public String of(Explanation explanation, Caveat caveat) {
    return JsonAnswer.object(
        json -> {
          caveat.write(json);
          write(json, explanation);
        });
  }

  /** The same with what it would be without an entry. */
  public String of(Explanation explanation, Caveat caveat, long struck, Explanation without) {
    return JsonAnswer.object(
        json -> {
          caveat.write(json);
          write(json, explanation, struck, without);
        });
  }

  /** As the server gives it: without a space too many. */
  public String of(Edition edition, Explanation explanation) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          write(json, explanation);
        });
  }

  /** The same with what it would be without an entry. */
  public String of(Edition edition, Explanation explanation, long struck, Explanation without) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          write(json, explanation, struck, without);
        });
  }

  private void write(JsonAnswer json, Explanation explanation, long struck, Explanation without)
      throws IOException {
    write(json, explanation);
    json.number("struck", struck);
    json.object("without", inside -> write(inside, without));
  }

  private void write(JsonAnswer json, Explanation explanation) throws IOException {
    json.text("text", explanation.text());
    json.text("textEs", SpanishSentences.of(explanation.sentence()));
    json.text("figure", explanation.figure());
    json.list("rules", explanation.rules(), id -> rule(json, id));
    json.list("entries", explanation.entries(), index -> entry(json, index));
    json.list("children", explanation.parts(), part -> write(json, part));
  }

  private void rule(JsonAnswer json, String id) throws IOException {
    json.text("id", id);
    Optional<Rule<?>> rule = explainer.rule(id);
    if (rule.isEmpty()) return;
    json.text("text", rule.get().text());
    json.text("textEs", SpanishTexts.rule(id));
    json.text("citation", rule.get().citation());
  }

  private void entry(JsonAnswer json, long index) throws IOException {
    Entry entry = record.entry(index).orElseThrow();
    json.number("index", index);
    json.text("at", entry.fact().attestation().at().toString());
    if (entry.fact().attestation().about()) json.truth("about", true);
    json.told("text", names, in -> FactText.withCorrected(entry, record, in));
    json.text("source", entry.fact().attestation().source().title());
    json.text("note", entry.fact().attestation().note());
  }
}
