package org.ascertain.answers;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ascertain.law.Base;
import org.ascertain.law.Verdict;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.RungFigures;

/** Which rung of the ladder a headline names, on the page and in what is shared of it. */
public final class HeadlineRung {

  /** From the foot of the ladder upward. */
  public static final List<Rung> RUNGS =
      List.of(
          Rung.REPORTED,
          Rung.CALLED,
          Rung.CERTIFIED,
          Rung.ASCERTAINED,
          Rung.VOTED,
          Rung.COUNTED,
          Rung.DECLARED);

  /**
   * The highest stage at which somebody has a majority that is not only implied; where nobody has,
   * the highest that speaks of so many electors that somebody could; before that the one that
   * speaks of most. Leads in the tallies come last. Absent where nothing is known.
   */
  public static Optional<RungFigures> of(Standing standing) {
    List<RungFigures> down =
        RUNGS.reversed().stream()
            .filter(rung -> rung != Rung.REPORTED)
            .flatMap(rung -> rung(standing, rung).stream())
            .toList();
    int least = majority(standing);
    long most = down.stream().mapToLong(rung -> said(rung, standing)).max().orElse(0);
    return first(down, rung -> most(rung) >= least && !isImplied(rung))
        .or(() -> first(down, rung -> said(rung, standing) >= least))
        .or(() -> first(down, rung -> most > 0 && said(rung, standing) == most))
        .or(() -> rung(standing, Rung.REPORTED).filter(rung -> !rung.electors().isEmpty()));
  }

  /** The figures of a rung; absent where this ladder has no such rung. */
  public static Optional<RungFigures> rung(Standing standing, Rung rung) {
    return standing.ladder().stream().filter(row -> row.rung() == rung).findFirst();
  }

  /** The majority, in electors, that the law asks for. */
  public static int majority(Standing standing) {
    return base(standing).map(Base::majority).orElse(standing.electors().entitled() / 2 + 1);
  }

  /** The electors of whom that is the majority. */
  public static int whole(Standing standing) {
    return base(standing).map(Base::electors).orElse(standing.electors().entitled());
  }

  /** The electors of whoever has most of them on a rung. */
  public static long most(RungFigures rung) {
    long most = 0;
    for (int i = 0; i < rung.electors().size(); i++)
      most = Math.max(most, rung.electors().count(i));
    return most;
  }

  /** Whether the majority of a rung is known from what came later alone. */
  public static boolean isImplied(RungFigures rung) {
    return rung.majority().filter(m -> rung.rung().isImpliedBy(m.by().fact())).isPresent();
  }

  private static Optional<RungFigures> first(
      List<RungFigures> rungs, Predicate<RungFigures> which) {
    return rungs.stream().filter(which).findFirst();
  }

  private static Optional<Base> base(Standing standing) {
    return switch (standing.electors().base()) {
      case Verdict.Determined<Base>(var base, var grounds) -> Optional.of(base);
      case Verdict.Alternatives<Base>(var answers) -> Optional.of(answers.getFirst().value());
      case Verdict.NotYet<Base> v -> Optional.empty();
      case Verdict.NoRule<Base> v -> Optional.empty();
    };
  }

  /** Electors of whom the rung speaks itself, not by what a later stage implies. */
  private static long said(RungFigures rung, Standing standing) {
    long implied =
        standing.units().stream()
            .filter(row -> rung.implied().contains(row.unit().jurisdiction()))
            .mapToLong(row -> row.unit().electors())
            .sum();
    return rung.electors().sum() - implied;
  }

  private HeadlineRung() {}
}
