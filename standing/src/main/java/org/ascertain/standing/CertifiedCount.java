package org.ascertain.standing;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Unit;

/** What a unit's certificate says of its result. */
final class CertifiedCount {

  private final Register register;
  private final JurisdictionFacts facts;
  private final Unit unit;
  private final Certification certificate;
  private final long[] figures;

  CertifiedCount(Register register, JurisdictionFacts facts, Unit unit, Certification certificate) {
    this.register = register;
    this.facts = facts;
    this.unit = unit;
    this.certificate = certificate;
    this.figures = register.figures(certificate.votes());
  }

  /**
   * For whom a unit is certified by all its certificates that stand, by the candidate's place;
   * {@link Leader#NOT_KNOWN} where they contradict each other about it, or do not tell.
   */
  static int leader(Register register, JurisdictionFacts facts, Unit unit) {
    boolean contradict = facts.hasContradictingCertificates(unit.id());
    Stream<Integer> each =
        register.law.isRanked(unit.jurisdiction())
            ? facts.certificates(unit.id()).stream()
                .map(found -> new CertifiedCount(register, facts, unit, found.fact()).leader())
            : facts.certifiedLeaders(unit.id()).stream();
    List<Integer> leaders =
        each.filter(leader -> contradict || leader != Leader.NOT_KNOWN).distinct().toList();
    return leaders.size() == 1 ? leaders.getFirst() : Leader.NOT_KNOWN;
  }

  /**
   * For whom the unit is certified, by the candidate's place. A certificate of first choices elects
   * nobody where the law ranks candidates: then it is who has won the rounds, if they are on
   * record.
   */
  int leader() {
    if (isOfFirstChoices())
      return RankedCount.of(unit.id(), register, facts)
          .map(count -> count.leader(register))
          .orElse(Leader.NOT_KNOWN);
    return leader(register, figures, uncredited());
  }

  /** For whom a certificate is by its figures alone, where the law ranks no candidates. */
  static int leader(Register register, Certification certificate) {
    long[] figures = register.figures(certificate.votes());
    return leader(
        register, figures, UnitLeads.uncredited(figures, certificate.other(), certificate.total()));
  }

  private static int leader(Register register, long[] figures, OptionalLong uncredited) {
    int leader = Leader.of(figures, register, uncredited.orElse(-1));
    return leader < 0 ? leader : register.presidentOf(leader);
  }

  /**
   * Whether the votes are ranked and nobody has a majority of those certified. A certificate of the
   * last round on record is not of first choices, whatever part of the ballots was exhausted.
   */
  boolean isOfFirstChoices() {
    if (!register.law.isRanked(unit.jurisdiction()) || isOfTheLastRound()) return false;
    long[] slates = register.bySlate(figures);
    long most = Arrays.stream(slates).max().orElse(0);
    long named = Arrays.stream(slates).filter(n -> n >= 0).sum() + certificate.other().orElse(0);
    return 2 * most <= certificate.total().orElse(named);
  }

  private boolean isOfTheLastRound() {
    return RankedCount.of(unit.id(), register, facts)
        .filter(count -> count.elected().isPresent() && count.rounds().size() > 1)
        .filter(count -> count.rounds().getLast().votes().equals(certificate.votes()))
        .isPresent();
  }

  /** Votes of the certificate that neither a ticket nor others have; empty without a total. */
  OptionalLong uncredited() {
    return UnitLeads.uncredited(figures, certificate.other(), certificate.total());
  }

  /** By ticket, -1 for one that the certificate does not name. */
  long[] figures() {
    return figures.clone();
  }
}
