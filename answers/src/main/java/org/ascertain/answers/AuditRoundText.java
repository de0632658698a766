package org.ascertain.answers;

import org.ascertain.election.Fact.AuditRound;
import org.ascertain.election.Fact.Discrepancies;

/** A round of an audit in one clause. */
final class AuditRoundText {

  static String briefly(AuditRound round, Names names) {
    String where = names.where(round.unit());
    String cards = Names.number(round.cards());
    return switch (round.kind()) {
      case COMPARISON -> compared(round, where, cards, names);
      case POLLING ->
          names.tell(
              "an audit of %s looks at %s cards: %s",
              "una auditoría de %s examina %s papeletas: %s",
              where,
              cards,
              names.figures(round.votes()));
      case HAND_COUNT ->
          names.tell(
              "%s counts all its cards by hand: %s",
              "%s cuenta a mano todas sus papeletas: %s", where, names.figures(round.votes()));
    };
  }

  private static String compared(AuditRound round, String where, String cards, Names names) {
    long differences = round.discrepancies().map(Discrepancies::sum).orElse(0L);
    return differences == 0
        ? names.tell(
            "an audit of %s compares %s cards with their records: no difference",
            "una auditoría de %s compara %s papeletas con sus registros: ninguna diferencia",
            where,
            cards)
        : names.tell(
            "an audit of %s compares %s cards with their records: %s differ",
            "una auditoría de %s compara %s papeletas con sus registros: %s difieren",
            where,
            cards,
            Names.number(differences));
  }

  private AuditRoundText() {}
}
