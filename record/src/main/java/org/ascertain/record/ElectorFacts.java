package org.ascertain.record;

import static org.ascertain.record.Codecs.COUNT;
import static org.ascertain.record.Codecs.ID;
import static org.ascertain.record.Codecs.TEXT;
import static org.ascertain.record.Codecs.VOTES;

import java.util.Optional;
import org.ascertain.election.Fact.Appointment;
import org.ascertain.election.Fact.Ascertainment;
import org.ascertain.election.Fact.ElectorVote;
import org.ascertain.election.Fact.ElectorVotes;
import org.ascertain.election.Fact.NotAppointed;

/** The fields of facts about the electors: appointed, ascertained, voting. */
final class ElectorFacts {

  static final FactCodec<Appointment> APPOINTMENT = appointment();
  static final FactCodec<NotAppointed> NOT_APPOINTED = notAppointed();
  static final FactCodec<Ascertainment> ASCERTAINMENT = ascertainment();
  static final FactCodec<ElectorVotes> ELECTOR_VOTES = electorVotes();

  private static FactCodec<Appointment> appointment() {
    Fields<Appointment> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, Appointment::jurisdiction);
    var number = has.required("number", COUNT, Appointment::number);
    var method = has.required("method", TEXT, Appointment::method);
    var electors = has.votes("electors", Appointment::electors);
    return new FactCodec<>(
        "appointment",
        has.codec(),
        (said, of) ->
            new Appointment(
                said, of.get(jurisdiction), of.get(number), of.get(method), of.get(electors)));
  }

  private static FactCodec<NotAppointed> notAppointed() {
    Fields<NotAppointed> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, NotAppointed::jurisdiction);
    var number = has.required("number", COUNT, NotAppointed::number);
    var reason = has.required("reason", TEXT, NotAppointed::reason);
    return new FactCodec<>(
        "not-appointed",
        has.codec(),
        (said, of) -> new NotAppointed(said, of.get(jurisdiction), of.get(number), of.get(reason)));
  }

  private static FactCodec<Ascertainment> ascertainment() {
    Fields<Ascertainment> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, Ascertainment::jurisdiction);
    var electors = has.required("electors", VOTES, Ascertainment::electors);
    var authority = has.required("authority", TEXT, Ascertainment::authority);
    var slate = has.optional("slate", ID, Ascertainment::slate);
    var supersedes = has.optionalCount("supersedes", Ascertainment::supersedes);
    return new FactCodec<>(
        "ascertainment",
        has.codec(),
        (said, of) ->
            new Ascertainment(
                said,
                of.get(jurisdiction),
                of.get(electors),
                of.get(authority),
                of.get(slate),
                of.get(supersedes)));
  }

  private static FactCodec<ElectorVotes> electorVotes() {
    Fields<ElectorVotes> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, ElectorVotes::jurisdiction);
    var ballots = new BallotFields<ElectorVotes>(has, votes -> Optional.of(votes.ballots()));
    var absent = has.optionalCount("absent", ElectorVotes::absent);
    var blank = has.optionalCount("void", ElectorVotes::blank);
    var electors = has.list("electors", electorVote(), ElectorVotes::electors);
    var slate = has.optional("slate", ID, ElectorVotes::slate);
    return new FactCodec<>(
        "elector-votes",
        has.codec(),
        (said, of) -> {
          if (!ballots.areOfOneKind(of)) return null;
          return new ElectorVotes(
              said,
              of.get(jurisdiction),
              ballots.read(of).orElse(BallotFields.NONE),
              of.get(absent),
              of.get(blank),
              of.get(electors),
              of.get(slate));
        });
  }

  private static Codec<ElectorVote> electorVote() {
    Fields<ElectorVote> has = new Fields<>();
    var name = has.required("name", TEXT, ElectorVote::name);
    var president = has.optional("president", ID, ElectorVote::president);
    var vicePresident = has.optional("vicePresident", ID, ElectorVote::vicePresident);
    return has.object(
        of -> new ElectorVote(of.get(name), of.get(president), of.get(vicePresident)));
  }

  private ElectorFacts() {}
}
