package org.ascertain.record;

import static org.ascertain.record.Codecs.COUNT;
import static org.ascertain.record.Codecs.FLAG;
import static org.ascertain.record.Codecs.ID;
import static org.ascertain.record.Codecs.SHA_256;
import static org.ascertain.record.Codecs.TEXT;
import static org.ascertain.record.Codecs.TIME;

import org.ascertain.election.Fact.AuditKind;
import org.ascertain.election.Fact.AuditRound;
import org.ascertain.election.Fact.Discrepancies;

/** The fields of facts about audits of the count. */
final class AuditFacts {

  static final FactCodec<AuditRound> AUDIT_ROUND = auditRound();

  private static FactCodec<AuditRound> auditRound() {
    Fields<AuditRound> has = new Fields<>();
    var unit = has.required("unit", ID, AuditRound::unit);
    var kind = has.required("kind", Codecs.words(AuditKind.class), AuditRound::kind);
    var cards = has.required("cards", COUNT, AuditRound::cards);
    var manifest = has.optionalCount("manifest", AuditRound::manifest);
    var seed = has.optional("seed", TEXT, AuditRound::seed);
    var seedAt = has.optional("seedAt", TIME, AuditRound::seedAt);
    var committed = has.optional("committed", SHA_256, AuditRound::committed);
    var committedAt = has.optional("committedAt", TIME, AuditRound::committedAt);
    var rule = has.optional("rule", TEXT, AuditRound::rule);
    var replacement = has.optional("replacement", FLAG, AuditRound::replacement);
    var sharedWith = has.list("sharedWith", ID, AuditRound::sharedWith);
    var discrepancies = has.optional("discrepancies", discrepancies(), AuditRound::discrepancies);
    var votes = has.votes("votes", AuditRound::votes);
    var complete = has.orElse(false, "complete", FLAG, AuditRound::complete);
    var custody = has.optional("custody", TEXT, AuditRound::custody);
    return new FactCodec<>(
        "audit-round",
        has.codec(),
        (said, of) ->
            new AuditRound(
                said,
                of.get(unit),
                of.get(kind),
                of.get(cards),
                of.get(manifest),
                of.get(seed),
                of.get(seedAt),
                of.get(committed),
                of.get(committedAt),
                of.get(rule),
                of.get(replacement),
                of.get(sharedWith),
                of.get(discrepancies),
                of.get(votes),
                of.get(complete),
                of.get(custody)));
  }

  private static Codec<Discrepancies> discrepancies() {
    Fields<Discrepancies> has = new Fields<>();
    var oneTooMany = has.orElse(0L, "o1", COUNT, Discrepancies::oneTooMany);
    var twoTooMany = has.orElse(0L, "o2", COUNT, Discrepancies::twoTooMany);
    var oneTooFew = has.orElse(0L, "u1", COUNT, Discrepancies::oneTooFew);
    var twoTooFew = has.orElse(0L, "u2", COUNT, Discrepancies::twoTooFew);
    return has.object(
        of ->
            new Discrepancies(
                of.get(oneTooMany), of.get(twoTooMany), of.get(oneTooFew), of.get(twoTooFew)));
  }

  private AuditFacts() {}
}
