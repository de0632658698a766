package org.ascertain.press;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;

/**
 * How many electors each candidate for President has, on the last rung on which it is known of all:
 * as declared, else as all electors cast their votes.
 *
 * @param stage that rung, in words that follow "as"
 * @param by the entries that say so; of many the last three
 */
record ElectorResult(Votes votes, String stage, List<Entry> by) {

  private static final int MOST_SHOWN = 3;

  /** The result as far as the record went; empty before all electors have voted. */
  static Optional<ElectorResult> of(Evidence e) {
    Optional<Entry> declared = declaration(e);
    if (declared.isPresent())
      return Optional.of(
          new ElectorResult(
              fact(declared.get()).ballots().of(Office.PRESIDENT),
              "declared in Congress",
              List.of(declared.get())));
    if (!e.haveVoted()) return Optional.empty();
    List<Entry> cast = e.all(Fact.ElectorVotes.class, f -> true);
    return Optional.of(
        new ElectorResult(
            e.cast(), "cast", cast.subList(Math.max(0, cast.size() - MOST_SHOWN), cast.size())));
  }

  /** The entry by which Congress declared a result, if it had. */
  static Optional<Entry> declaration(Evidence e) {
    return e.last(Fact.Declared.class, f -> true);
  }

  /** The declaration in an entry of {@link #declaration}. */
  static Fact.Declared fact(Entry declaration) {
    return (Fact.Declared) declaration.fact();
  }

  /** What is said of a claim about the result while there is none. */
  static Judged notYet() {
    return Judged.beyond("The electors had not voted by then.");
  }

  /** The majority as it was declared, else more than half of the electors whom the law gave. */
  static int majority(Evidence e) {
    int entitled = e.standing().electors().entitled();
    return declaration(e)
        .map(entry -> fact(entry).majority())
        .filter(OptionalLong::isPresent)
        .map(declared -> (int) declared.getAsLong())
        .orElse(entitled / 2 + 1);
  }

  /** Who has the most electors beside somebody; empty where nobody has any. */
  static Optional<String> runnerUp(Evidence e, String candidate) {
    Votes votes = of(e).map(ElectorResult::votes).orElse(Votes.NONE);
    String best = "";
    for (String id : votes.ids())
      if (!id.equals(candidate)
          && (best.isEmpty() || votes.count(id).orElse(0) > votes.count(best).orElse(0))) best = id;
    return Optional.of(best).filter(b -> !b.isEmpty());
  }

  /** The result in a sentence. */
  String told(Evidence e) {
    return "Electors as " + stage + ": " + e.figures(votes) + ".";
  }
}
