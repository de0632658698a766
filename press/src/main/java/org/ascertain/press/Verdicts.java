package org.ascertain.press;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import org.ascertain.election.When;
import org.ascertain.press.Mention.Placed;

/**
 * What the records say, as of the day of a text, to what forms have read in it, in the election
 * that is meant and in others that may be.
 */
final class Verdicts {

  private final KeptEvidence records;
  private final Text text;
  private final LocalDate day;
  private final Standees standees;
  private final Optional<Integer> main;
  private final Map<Integer, Optional<Evidence>> now = new ConcurrentHashMap<>();
  private final Map<Integer, Optional<Evidence>> later = new ConcurrentHashMap<>();

  Verdicts(
      KeptEvidence records, Text text, LocalDate day, Standees standees, Optional<Integer> main) {
    this.records = records;
    this.text = text;
    this.day = day;
    this.standees = standees;
    this.main = main;
  }

  /** What the record of an election holds by the end of the text's day. */
  Optional<Evidence> evidence(int year) {
    return now.computeIfAbsent(year, of -> records.at(of, day));
  }

  /** Whether the record of two days later has it so: a text may go on past its day. */
  boolean isSoByTheNextDay(Form form, Slots slots, Clause clause, int year) {
    return later
        .computeIfAbsent(year, of -> records.at(of, day.plusDays(2)))
        .filter(later -> judged(form, slots, clause, later).verdict() == Verdict.SUPPORTED)
        .isPresent();
  }

  /**
   * Whether a claim comes out alike in the other elections that its sentence may be of: those that
   * no year of its own and nobody whom it names rules out.
   */
  boolean otherElections(
      ReadSentence of,
      List<Placed> own,
      Form form,
      Clause clause,
      int year,
      Judged judged,
      Matcher match,
      String searched,
      Optional<Piece> piece) {
    if (of.otherElections().isEmpty()) return true;
    Set<Integer> others = new HashSet<>(of.otherElections());
    main.ifPresent(others::add);
    others.remove(year);
    for (Placed each : own) {
      if (each.mention() instanceof Mention.Days days) {
        if (OtherElections.isOfYear(of.tagged(), each)) return true;
        // a weekday that does not fit a date of this year may fit that of another
        if (!days.contradiction().isEmpty()) return false;
      }
      if (each.mention() instanceof Mention.Person who && !who.isPronoun()) {
        Set<Integer> years = standees.yearsOnTickets(who);
        if (!years.isEmpty()) others.retainAll(years);
      }
    }
    for (int other : others) {
      Optional<Evidence> evidence = evidence(other);
      boolean stood =
          own.stream()
              .allMatch(
                  each ->
                      !(each.mention() instanceof Mention.Person who)
                          || who.of().stream().anyMatch(s -> s.year() == other));
      if (evidence.isEmpty() || !stood) return false;
      Slots slots = new Slots(match, searched, of.tagged(), other, clause, day, piece, of.scene());
      Judged there = judged(form, slots, clause, evidence.get());
      boolean isAlike =
          there.verdict() == judged.verdict()
              || (judged.verdict() == Verdict.SUPPORTED && there.verdict() == Verdict.BEYOND);
      if (!isAlike) return false;
    }
    return true;
  }

  Finding found(
      Sentences.Place place,
      Form form,
      Slots slots,
      Clause clause,
      Judged judged,
      Evidence evidence,
      int year) {
    Optional<Finding.Today> later = Optional.empty();
    Evidence whole = evidence.whole();
    if (evidence.moment() < whole.moment()) {
      Judged now = judged(form, slots, clause, whole);
      if (now.verdict() != judged.verdict() && !now.why().isEmpty())
        later = Optional.of(new Finding.Today(now.verdict(), now.why(), now.entries()));
    }
    int start = text.origin(place.start() + clause.start());
    int end = text.origin(place.start() + clause.end() - 1) + 1;
    return new Finding(
        start,
        end,
        TextCheck.id(year),
        judged.verdict(),
        form.kind(),
        form.id(),
        text.words(start, end),
        judged.why(),
        judged.entries(),
        later);
  }

  static Judged judged(Form form, Slots slots, Clause clause, Evidence evidence) {
    Judged judged = form.judge().judge(slots, evidence);
    if (judged.why().isEmpty()) return judged;
    boolean isDenied =
        clause.isDenied()
            && !form.ownsNegation()
            && !(form.kind() == Kind.SUIT && slots.isRefusal());
    // "did not concede on election night": he may have done so on another day
    if (isDenied
        && judged.verdict() == Verdict.SUPPORTED
        && judged.when().isPresent()
        && (clause.timed(judged, evidence).verdict() != Verdict.SUPPORTED
            || (clause.isOfNight() && !(judged.when().get() instanceof When.AtMoment))))
      return Judged.NO_CLAIM;
    if (isDenied) judged = judged.denied();
    if (form.isOfPieces() && judged.when().isEmpty()) return judged;
    return clause.timed(judged, evidence);
  }
}
