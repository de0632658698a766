package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.Names;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Votes;
import org.ascertain.standing.Standing.PopularVote;

/**
 * Figures of votes that no other form has read: one of four digits or more that the record has just
 * so for the place that is spoken of is that figure, whatever the words around it.
 */
final class FigurePieces {

  /** A figure below it may be of anything. */
  private static final long LEAST = 1000;

  static final List<Form> ALL =
      List.of(
          Form.of("figure-of-a-place", Kind.POPULAR_VOTE)
              .hears("{N:n}")
              .example(
                  SUPPORTED, "2021-02-01", "In Georgia, on the Democratic line, it was 2,473,633.")
              .example(CONTRADICTED, "2021-02-01", "In Georgia the figure of Trump was 2,473,633.")
              .example(CONTRADICTED, "2021-02-01", "Wisconsin: 20,862")
              .judges(FigurePieces::figure));

  /** Whose votes, or the lead of whom, a figure is. */
  private record Known(long number, Optional<String> of, String why, List<Entry> by) {}

  private static Judged figure(Slots s, Evidence e) {
    Quantity said = s.number("n");
    if (!said.isExact()
        || said.whole() < LEAST
        || s.hears(
            "dollar|\\$|reject|recounted|discard|spoil|provisional|absentee|regist|from ⟦n[0-9]+⟧ to ⟦n|⟦u[0-9]+⟧.{0,8}⟦d[0-9]+⟧.*⟦n"))
      return Judged.NO_CLAIM;
    // "would have won but for 11,779 votes"
    if (Sought.has(s.piece().sentence().words(), "(?i)\\b(?:would|might|could)(?: not)? have\\b"))
      return Judged.NO_CLAIM;
    List<String> persons = s.standing();
    for (Known each : known(s, e))
      if (each.number() == said.whole())
        return persons.size() == 1
                && each.of().isPresent()
                && !each.of().get().equals(persons.getFirst())
            ? Judged.contradicted(each.why(), each.by())
            : isOwn(each, persons, s, e)
                ? Judged.supported(each.why(), each.by()).undeniable()
                : Judged.NO_CLAIM;
    return isOfLine(s) ? transposed(said.whole(), s, e) : Judged.NO_CLAIM;
  }

  /**
   * Whether a figure is not told of somebody else than him whose it is: "Taft, the President, had
   * to be content with 900,370", "on the Republican line". Of the nation it has to be told of him.
   */
  private static boolean isOwn(Known figure, List<String> persons, Slots s, Evidence e) {
    if (figure.of().isEmpty()) return true;
    String own = figure.of().get();
    if (persons.size() > 1) return false;
    Optional<Mention.Person> before = s.earlier(Mention.Person.class);
    Optional<String> owner =
        persons.isEmpty() ? before.flatMap(s::in) : Optional.of(persons.getFirst());
    if (owner.isEmpty() && before.isPresent()) return false;
    String sentence = s.piece().sentence().words();
    boolean isOfOtherParty =
        PARTIES.stream()
            .anyMatch(
                party ->
                    sentence.contains(party.substring(0, 7))
                        && e.party(own).filter(p -> p.startsWith(party.substring(0, 7))).isEmpty());
    if (owner.isEmpty() && isOfOtherParty) return false;
    return owner.map(own::equals).orElse(s.place().isPresent());
  }

  private static final List<String> PARTIES =
      List.of("Democratic", "Republican", "Socialist", "Libertarian", "Progressive");

  /** "Wisconsin: 20,862", a line of a list: a place, and a figure of its votes or its lead. */
  private static boolean isOfLine(Slots s) {
    return s.hears("^[-+* ]*⟦u[0-9]+⟧[:,]? \\+?⟦n[0-9]+⟧(?: votes)?[ .]*$")
        && s.words().length() <= LONGEST_LINE;
  }

  private static final int LONGEST_LINE = 40;

  /** The same digits in another order than one figure has that the record holds of the place. */
  private static Judged transposed(long said, Slots s, Evidence e) {
    int[] digits = digits(said);
    return known(s, e).stream()
        .filter(each -> each.number() >= LEAST && Arrays.equals(digits, digits(each.number())))
        .findFirst()
        .map(each -> Judged.contradicted(each.why(), each.by()))
        .orElse(Judged.NO_CLAIM);
  }

  private static int[] digits(long number) {
    return Long.toString(number).chars().sorted().toArray();
  }

  private static List<Known> known(Slots s, Evidence e) {
    List<Known> all = new ArrayList<>();
    Optional<String> place = s.place();
    place.ifPresent(
        unit -> {
          for (Entry each : e.all(Fact.Certification.class, f -> f.unit().equals(unit)))
            add(e, ((Fact.Certification) each.fact()).votes(), List.of(each), all);
          List<Entry> by = e.row(unit).map(e::of).orElse(List.of());
          e.votes(unit).ifPresent(votes -> add(e, votes, by, all));
          e.total(unit)
              .ifPresent(
                  sum ->
                      all.add(
                          new Known(
                              sum,
                              Optional.empty(),
                              "Votes in all: %s.".formatted(Names.number(sum)),
                              by)));
        });
    if (s.placeOfSentence().isEmpty())
      PopularForms.vote(e)
          .map(PopularVote::votes)
          .ifPresent(votes -> add(e, votes, List.of(), all));
    return all;
  }

  private static void add(Evidence e, Votes votes, List<Entry> by, List<Known> all) {
    String why = e.figures(votes) + ".";
    for (String id : votes.ids())
      all.add(new Known(votes.count(id).orElse(-1), Optional.of(id), why, by));
    List<Long> order = Ranking.of(votes);
    if (order.size() > 1)
      all.add(new Known(order.get(0) - order.get(1), Ranking.first(votes), why, by));
  }

  private FigurePieces() {}
}
