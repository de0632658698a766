package org.ascertain.standing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Ascertainment;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Side;
import org.ascertain.election.Washington;
import org.ascertain.law.Certificate;
import org.ascertain.law.Regime;
import org.ascertain.law.Verdict;
import org.ascertain.standing.JurisdictionFacts.Found;

/**
 * What certificates say of who is chosen, and which of several of the executive the law makes
 * conclusive, since 2022. Before, one stands that no other supersedes, as {@link InForceTogether}
 * says.
 */
final class Certificates {

  private final Register register;
  private final Supplier<Challenges> challenges;

  Certificates(Register register, Supplier<Challenges> challenges) {
    this.register = register;
    this.challenges = challenges;
  }

  /** Whether the law makes one of them conclusive in Congress. */
  boolean areConclusive() {
    return register.law.regime() == Regime.ELECTORAL_COUNT_REFORM_ACT;
  }

  /**
   * Whether the executive's certificate speaks for one of rival returns; before 1887 no rule gave
   * it that weight, and in 1877 the Commission held otherwise for Oregon.
   */
  boolean decideBetweenReturns() {
    return areConclusive() || register.law.regime() == Regime.ELECTORAL_COUNT_ACT;
  }

  /** For whom a certificate of the people's votes is by its figures, by the candidate's place. */
  int leader(Entry certificate) {
    return CertifiedCount.leader(register, (Certification) certificate.fact());
  }

  /** Of several certificates, the one that the law makes conclusive. */
  Optional<Found<Ascertainment>> conclusive(List<Found<Ascertainment>> all) {
    long first = all.stream().mapToLong(each -> each.entry().effective()).min().orElse(0);
    List<Certificate> certificates =
        all.stream()
            .map(
                each ->
                    new Certificate(
                        Long.toString(each.entry().index()),
                        day(each.entry().effective()),
                        ordered(each, first)))
            .toList();
    return register.law.conclusive(certificates)
            instanceof Verdict.Determined<String>(var entry, var grounds)
        ? all.stream().filter(each -> Long.toString(each.entry().index()).equals(entry)).findFirst()
        : Optional.empty();
  }

  /**
   * When a court granted the relief under which a certificate replaced an earlier one. What was
   * decided before the first of them, as of the ballots, orders none.
   */
  private Optional<LocalDate> ordered(Found<Ascertainment> certificate, long first) {
    if (certificate.fact().supersedes().isEmpty()) return Optional.empty();
    String jurisdiction = certificate.fact().jurisdiction();
    return challenges.get().concerning(jurisdiction).stream()
        .flatMap(row -> row.rulings().stream())
        .filter(row -> row.ruling().side().filter(side -> side != Side.RESPONDENT).isPresent())
        .map(row -> row.ruling().attestation().at().effective())
        .filter(effective -> first <= effective && effective <= certificate.entry().effective())
        .max(Comparator.naturalOrder())
        .map(this::day);
  }

  /** The day; of facts under another year's law, the same day of that year. */
  private LocalDate day(long effective) {
    return Washington.day(effective)
        .plusYears((long) register.law.election() - register.header.year());
  }
}
