package org.ascertain.record;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.election.Attestation;
import org.ascertain.election.Check;
import org.ascertain.election.Fact;
import org.jspecify.annotations.Nullable;

/** All kinds of facts: which word is which, and which fact is written how. */
final class FactCodecs {

  /** The field that tells a fact's kind. */
  static final String WORD = "fact";

  /** A fact in another one has no place of its own in the record. */
  private static final ObjectCodec<EntryPlace> NOWHERE = new ObjectCodec<>(List.of());

  /** A fact as a field of another: the whole object. */
  static final Codec<Fact> CODEC =
      Codecs.of(
          (json, in) -> {
            if (json instanceof Json.Members members) return read(members, NOWHERE.slots(), in);
            in.report.addType(json, "a whole fact");
            return null;
          },
          (fact, out) -> {
            out.json().writeStartObject();
            write(fact, out);
            out.json().writeEndObject();
          });

  private static final Map<String, FactCodec<? extends Fact>> BY_WORD =
      List.<FactCodec<? extends Fact>>of(
              OtherFacts.HEADER,
              OtherFacts.ADDITION,
              OtherFacts.COVERAGE,
              VotingFacts.RETURNS,
              VotingFacts.RANKED_RETURNS,
              VotingFacts.LOT,
              VotingFacts.CALL,
              VotingFacts.CALL_WITHDRAWN,
              VotingFacts.CERTIFICATION,
              VotingFacts.CHALLENGE,
              VotingFacts.RULING,
              AuditFacts.AUDIT_ROUND,
              ElectorFacts.APPOINTMENT,
              ElectorFacts.NOT_APPOINTED,
              ElectorFacts.ASCERTAINMENT,
              ElectorFacts.ELECTOR_VOTES,
              CongressFacts.COUNT_OPENED,
              CongressFacts.OBJECTION,
              CongressFacts.CHAMBER_VOTE,
              CongressFacts.COMMISSION_RULING,
              CongressFacts.COUNTED,
              CongressFacts.DECLARED,
              CongressFacts.CONTINGENT_BALLOT,
              OtherFacts.OATH,
              OtherFacts.DEATH,
              OtherFacts.WITHDRAWAL,
              OtherFacts.VOTING_EXTENDED,
              OtherFacts.ACKNOWLEDGEMENT,
              OtherFacts.STATEMENT,
              OtherFacts.CORRECTION,
              OtherFacts.RETRACTION)
          .stream()
          .collect(Collectors.toUnmodifiableMap(FactCodec::word, Function.identity()));

  /**
   * The fact of an object, or null after a problem. What belongs to the entry and not to the fact
   * goes into {@code place}; a fact inside another has no slots for that.
   */
  static @Nullable Fact read(Json.Members members, FieldSlots place, Decoder in) {
    FactCodec<? extends Fact> kind = kind(members.find(WORD), in);
    FieldSlots attested = Attested.CODEC.slots();
    FieldSlots own = kind == null ? NOWHERE.slots() : kind.codec().slots();
    // A statement's `about` is its own field, not the one that other facts have.
    boolean ownFirst = OtherFacts.STATEMENT.equals(kind);
    boolean known = true;
    for (int i = 0; i < members.size(); i++) {
      String name = members.name(i);
      Json value = members.value(i);
      if (own.placeNext(name, value)
          || (ownFirst && own.place(name, value))
          || attested.placeNext(name, value)
          || place.placeNext(name, value)
          || name.equals(WORD)
          || own.place(name, value)
          || attested.place(name, value)
          || place.place(name, value)
          || kind == null) continue;
      in.report.unknownField(name);
      known = false;
    }
    Attestation attestation = Attested.read(attested, in);
    if (kind == null) return null;
    Fact fact = kind.read(attestation, own, in);
    return known ? fact : null;
  }

  /** All kinds there are. */
  static Stream<FactCodec<? extends Fact>> all() {
    return BY_WORD.values().stream();
  }

  /** The word for the kind of an object's fact, or null if it is of no kind. */
  static @Nullable String word(Json.Members members) {
    return members.find(WORD) instanceof Json.Text(String text) && BY_WORD.containsKey(text)
        ? text
        : null;
  }

  private static @Nullable FactCodec<? extends Fact> kind(@Nullable Json word, Decoder in) {
    in.report.enter(WORD);
    FactCodec<? extends Fact> kind = null;
    if (word == null) in.report.add(Check.MISSING_FIELD);
    else if (!(word instanceof Json.Text(String text))) in.report.addType(word, "a text");
    else if ((kind = BY_WORD.get(text)) == null)
      in.report.add(Check.UNKNOWN_KIND, Report.quote(text));
    in.report.leave();
    return kind;
  }

  /** Writes a fact's fields, from its kind on. */
  @SuppressWarnings("unchecked") // each kind's codec is of its own facts
  static void write(Fact fact, Encoder out) throws IOException {
    ((FactCodec<Fact>) of(fact)).write(fact, out);
  }

  /** The codec of a fact's kind. */
  static FactCodec<? extends Fact> of(Fact fact) {
    return switch (fact) {
      case Fact.Header f -> OtherFacts.HEADER;
      case Fact.Addition f -> OtherFacts.ADDITION;
      case Fact.Coverage f -> OtherFacts.COVERAGE;
      case Fact.Returns f -> VotingFacts.RETURNS;
      case Fact.RankedReturns f -> VotingFacts.RANKED_RETURNS;
      case Fact.Lot f -> VotingFacts.LOT;
      case Fact.Call f -> VotingFacts.CALL;
      case Fact.CallWithdrawn f -> VotingFacts.CALL_WITHDRAWN;
      case Fact.Certification f -> VotingFacts.CERTIFICATION;
      case Fact.Challenge f -> VotingFacts.CHALLENGE;
      case Fact.Ruling f -> VotingFacts.RULING;
      case Fact.AuditRound f -> AuditFacts.AUDIT_ROUND;
      case Fact.Appointment f -> ElectorFacts.APPOINTMENT;
      case Fact.NotAppointed f -> ElectorFacts.NOT_APPOINTED;
      case Fact.Ascertainment f -> ElectorFacts.ASCERTAINMENT;
      case Fact.ElectorVotes f -> ElectorFacts.ELECTOR_VOTES;
      case Fact.CountOpened f -> CongressFacts.COUNT_OPENED;
      case Fact.Objection f -> CongressFacts.OBJECTION;
      case Fact.ChamberVote f -> CongressFacts.CHAMBER_VOTE;
      case Fact.CommissionRuling f -> CongressFacts.COMMISSION_RULING;
      case Fact.Counted f -> CongressFacts.COUNTED;
      case Fact.Declared f -> CongressFacts.DECLARED;
      case Fact.ContingentBallot f -> CongressFacts.CONTINGENT_BALLOT;
      case Fact.Oath f -> OtherFacts.OATH;
      case Fact.Death f -> OtherFacts.DEATH;
      case Fact.Withdrawal f -> OtherFacts.WITHDRAWAL;
      case Fact.VotingExtended f -> OtherFacts.VOTING_EXTENDED;
      case Fact.Acknowledgement f -> OtherFacts.ACKNOWLEDGEMENT;
      case Fact.Statement f -> OtherFacts.STATEMENT;
      case Fact.Correction f -> OtherFacts.CORRECTION;
      case Fact.Retraction f -> OtherFacts.RETRACTION;
    };
  }

  private FactCodecs() {}
}
