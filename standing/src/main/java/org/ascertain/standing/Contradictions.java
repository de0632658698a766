package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ascertainment;
import org.ascertain.election.Problem;
import org.ascertain.standing.JurisdictionFacts.Found;

/**
 * Facts in force about one thing that cannot both be so, where none says that it stands in the
 * place of the other. Of most kinds the later counts; of certificates of votes it gives the
 * figures, and settles nothing. Either way somebody should say which is right.
 */
final class Contradictions {

  /** Those of one jurisdiction. */
  static List<Problem> of(JurisdictionFacts facts) {
    List<Problem> found = new ArrayList<>();
    for (String unit : facts.withContradictingCertificates())
      found.add(differ(facts.certificates(unit), "votes", unit));
    List<Found<Ascertainment>> executives = facts.contradictingAscertainments();
    if (!executives.isEmpty()) found.add(differ(executives, "electors", facts.jurisdiction()));
    found.addAll(later(facts.byKey()));
    return found;
  }

  private static <F extends Fact> Problem differ(List<Found<F>> all, String path, String place) {
    String entries =
        all.stream()
            .map(each -> Long.toString(each.entry().index()))
            .collect(Collectors.joining(" and "));
    return new Problem(
        Check.CERTIFICATES_DIFFER,
        all.getLast().entry().index(),
        path,
        place + " by entries " + entries);
  }

  /** Those of the nation. */
  static List<Problem> of(NationalFacts nation) {
    return later(nation.byKey());
  }

  private static List<Problem> later(FactsByKey facts) {
    return facts.several().flatMap(same -> later(same).stream()).toList();
  }

  private static Optional<Problem> later(List<Entry> same) {
    Entry last = same.getLast();
    Optional<Object> says = says(last.fact());
    if (says.isEmpty()) return Optional.empty();
    return same.stream()
        .filter(each -> !says(each.fact()).equals(says))
        .findFirst()
        .map(each -> new Problem(Check.LATER_COUNTS, last.index(), "", "entry " + each.index()));
  }

  /** What a fact says of the thing that it is about; empty for kinds that follow each other. */
  private static Optional<Object> says(Fact fact) {
    return switch (fact) {
      case Fact.Appointment f -> Optional.of(List.of(f.number(), f.electors()));
      case Fact.NotAppointed f -> Optional.of(f.number());
      case Fact.ElectorVotes f -> Optional.of(InForceTogether.figures(f.ballots()));
      case Fact.Counted f -> Optional.of(List.of(f.result(), f.ballots()));
      case Fact.Declared f -> Optional.of(InForceTogether.figures(f.ballots()));
      case Fact.Oath f -> Optional.of(f.person());
      default ->
          Optional.empty(); // calls, returns and rulings follow each other; others stand apart
    };
  }

  private Contradictions() {}
}
