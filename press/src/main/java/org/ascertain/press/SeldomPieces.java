package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Votes;
import org.ascertain.standing.Standing.PopularVote;

/** Claims of Presidents whom fewer of the people chose than another: when, and how often. */
final class SeldomPieces {

  /** Of a President whom fewer of the people chose than another. */
  private static final String FEWER =
      "(?:fewer votes|(?:losing|lost|without(?: winning)?) the (?:popular|national) vote|(?:popular|national) vote (?:and|but) lost|that way|so served)";

  static final List<Form> ALL =
      List.of(
          Form.of("chosen-with-fewer-votes", Kind.POPULAR_VOTE)
              .hears(
                  "(?<nth>first|second|third|fourth|fifth|sixth|seventh) (?:time|president|man|candidate|election|winner)\\b.{0,60}?"
                      + FEWER,
                  "(?<before>last|nobody|no one|not|before h(?:im|er)|since)\\b.*?" + FEWER,
                  FEWER + ".{0,40}?(?<since>since|before|last|was)")
              .withDenial()
              .overYears()
              .example(
                  SUPPORTED,
                  "2017-02-01",
                  "It was the fifth time that the man with fewer votes became President.")
              .example(
                  CONTRADICTED,
                  "2017-02-01",
                  "It was the fourth time that the man with fewer votes became President.")
              .example(
                  SUPPORTED,
                  "2017-02-01",
                  "Nobody had become president with fewer votes since 2000.")
              .judges(SeldomPieces::fewer));

  private static final Pattern YEAR = Pattern.compile("\\b(1[789][0-9]{2}|20[0-9]{2})\\b");

  /**
   * The first election of which the record has votes of the people in every state that asked them.
   */
  private static final int FIRST_VOTES = 1824;

  private static Judged fewer(Slots s, Evidence e) {
    if (!s.context().contains("vote") && !s.context().contains("president")) return Judged.NO_CLAIM;
    if (s.hears("senat|governor|⟦h|mayor|(?<!since )⟦n|⟦s|\\bcourt")) return Judged.NO_CLAIM;
    // the year after "since" is read as a number
    s.here(Mention.Count.class);
    List<Integer> known = new ArrayList<>();
    for (int year = FIRST_VOTES; year <= e.year(); year += 4) {
      Optional<Evidence> of = year == e.year() ? Optional.of(e.whole()) : e.of(year);
      Optional<Boolean> has = of.flatMap(SeldomPieces::isOfFewer);
      if (has.isEmpty()) return Judged.beyond("Of %d the record does not tell it.".formatted(year));
      if (has.get()) known.add(year);
    }
    String why =
        known.isEmpty()
            ? "Nobody was chosen with fewer votes of the people than another."
            : "Chosen with fewer votes of the people than another was the President of %s."
                .formatted(Wording.listed(known));
    if (s.has("nth")) {
      Optional<Integer> nth = Figures.ordinal(s.words("nth"));
      if (nth.isEmpty() || !known.contains(e.year())) return Judged.NO_CLAIM;
      return Judged.held(known.size() == nth.get(), why, List.of()).undeniable();
    }
    Matcher year = YEAR.matcher(s.piece().words());
    if (!year.find() || !s.hears("since|last|before")) return Judged.NO_CLAIM;
    int said = Integer.parseInt(year.group());
    if (said >= e.year() || said % 4 != 0 || year.find()) return Judged.NO_CLAIM;
    List<Integer> before = known.stream().filter(y -> y < e.year()).toList();
    return Judged.held(!before.isEmpty() && before.getLast() == said, why, List.of()).undeniable();
  }

  /** Whether another had more votes of the people than he who became President. */
  private static Optional<Boolean> isOfFewer(Evidence e) {
    Optional<Votes> votes = PopularForms.vote(e).map(PopularVote::votes);
    Optional<String> chosen = e.chosen();
    if (votes.isEmpty() || chosen.isEmpty() || votes.get().count(chosen.get()).isEmpty())
      return Optional.empty();
    return Optional.of(
        votes.get().count(chosen.get()).getAsLong() < Ranking.of(votes.get()).getFirst());
  }

  private SeldomPieces() {}
}
