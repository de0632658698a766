package org.ascertain.record;

import static org.ascertain.record.Codecs.COUNT;
import static org.ascertain.record.Codecs.DAY;
import static org.ascertain.record.Codecs.ID;
import static org.ascertain.record.Codecs.NUMBER;
import static org.ascertain.record.Codecs.TEXT;

import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Correction;
import org.ascertain.election.Fact.Death;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Oath;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Fact.Retraction;
import org.ascertain.election.Fact.VotingExtended;
import org.ascertain.election.Fact.Withdrawal;
import org.ascertain.election.Ticket;

/** The fields of facts about the election itself, about persons, and about the record. */
final class OtherFacts {

  static final FactCodec<Header> HEADER = header();
  static final FactCodec<Oath> OATH = oath();
  static final FactCodec<Death> DEATH = death();
  static final FactCodec<Withdrawal> WITHDRAWAL = withdrawal();
  static final FactCodec<VotingExtended> VOTING_EXTENDED = votingExtended();
  static final FactCodec<Acknowledgement> ACKNOWLEDGEMENT = acknowledgement();
  static final FactCodec<Correction> CORRECTION = correction();
  static final FactCodec<Retraction> RETRACTION = retraction();

  private static FactCodec<Header> header() {
    Fields<Header> has = new Fields<>();
    var election = has.required("election", ID, Header::election);
    var year = has.required("year", NUMBER, Header::year);
    var law = has.optionalNumber("law", Header::law);
    var candidates = has.required("candidates", Codecs.list(candidate()), Header::candidates);
    var tickets = has.required("tickets", Codecs.list(ticket()), Header::tickets);
    var callers = has.list("callers", caller(), Header::callers);
    var caller = has.optional("caller", ID, Header::caller);
    var returnsFrom = has.list("returnsFrom", ID, Header::returnsFrom);
    return new FactCodec<>(
        "election",
        has.codec(),
        (said, of) ->
            new Header(
                said,
                of.get(election),
                of.get(year),
                of.get(law),
                of.get(candidates),
                of.get(tickets),
                of.get(callers),
                of.get(caller),
                of.get(returnsFrom)));
  }

  private static Codec<Candidate> candidate() {
    Fields<Candidate> has = new Fields<>();
    var id = has.required("id", ID, Candidate::id);
    var name = has.required("name", TEXT, Candidate::name);
    var party = has.optional("party", TEXT, Candidate::party);
    return has.object(of -> new Candidate(of.get(id), of.get(name), of.get(party)));
  }

  private static Codec<Ticket> ticket() {
    Fields<Ticket> has = new Fields<>();
    var id = has.required("id", ID, Ticket::id);
    var president = has.required("president", ID, Ticket::president);
    var vicePresident = has.optional("vicePresident", ID, Ticket::vicePresident);
    return has.object(of -> new Ticket(of.get(id), of.get(president), of.get(vicePresident)));
  }

  private static Codec<Caller> caller() {
    Fields<Caller> has = new Fields<>();
    var id = has.required("id", ID, Caller::id);
    var name = has.required("name", TEXT, Caller::name);
    return has.object(of -> new Caller(of.get(id), of.get(name)));
  }

  private static FactCodec<Oath> oath() {
    Fields<Oath> has = new Fields<>();
    var person = has.required("person", ID, Oath::person);
    var office = has.required("office", Codecs.words(Office.class), Oath::office);
    return new FactCodec<>(
        "oath", has.codec(), (said, of) -> new Oath(said, of.get(person), of.get(office)));
  }

  private static FactCodec<Death> death() {
    Fields<Death> has = new Fields<>();
    var person = has.required("person", ID, Death::person);
    return new FactCodec<>("death", has.codec(), (said, of) -> new Death(said, of.get(person)));
  }

  private static FactCodec<Withdrawal> withdrawal() {
    Fields<Withdrawal> has = new Fields<>();
    var person = has.required("person", ID, Withdrawal::person);
    return new FactCodec<>(
        "withdrawal", has.codec(), (said, of) -> new Withdrawal(said, of.get(person)));
  }

  private static FactCodec<VotingExtended> votingExtended() {
    Fields<VotingExtended> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, VotingExtended::jurisdiction);
    var until = has.required("until", DAY, VotingExtended::until);
    var law = has.required("law", TEXT, VotingExtended::law);
    return new FactCodec<>(
        "voting-extended",
        has.codec(),
        (said, of) -> new VotingExtended(said, of.get(jurisdiction), of.get(until), of.get(law)));
  }

  private static FactCodec<Acknowledgement> acknowledgement() {
    Fields<Acknowledgement> has = new Fields<>();
    var actor = has.required("actor", TEXT, Acknowledgement::actor);
    var country = has.optional("country", TEXT, Acknowledgement::country);
    var toward = has.required("toward", ID, Acknowledgement::toward);
    var form = has.required("form", TEXT, Acknowledgement::form);
    var quote = has.optional("quote", TEXT, Acknowledgement::quote);
    return new FactCodec<>(
        "acknowledgement",
        has.codec(),
        (said, of) ->
            new Acknowledgement(
                said, of.get(actor), of.get(country), of.get(toward), of.get(form), of.get(quote)));
  }

  private static FactCodec<Correction> correction() {
    Fields<Correction> has = new Fields<>();
    var corrects = has.required("corrects", COUNT, Correction::corrects);
    var reason = has.required("reason", TEXT, Correction::reason);
    var with = has.required("with", FactCodecs.CODEC, Correction::with);
    return new FactCodec<>(
        "correction",
        has.codec(),
        (said, of) -> new Correction(said, of.get(corrects), of.get(reason), of.get(with)));
  }

  private static FactCodec<Retraction> retraction() {
    Fields<Retraction> has = new Fields<>();
    var retracts = has.required("retracts", COUNT, Retraction::retracts);
    var reason = has.required("reason", TEXT, Retraction::reason);
    return new FactCodec<>(
        "retraction",
        has.codec(),
        (said, of) -> new Retraction(said, of.get(retracts), of.get(reason)));
  }

  private OtherFacts() {}
}
