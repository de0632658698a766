package org.ascertain.record;

import static org.ascertain.record.Codecs.COUNT;
import static org.ascertain.record.Codecs.DAY;
import static org.ascertain.record.Codecs.ID;
import static org.ascertain.record.Codecs.NUMBER;
import static org.ascertain.record.Codecs.TEXT;

import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Addition;
import org.ascertain.election.Fact.Correction;
import org.ascertain.election.Fact.Coverage;
import org.ascertain.election.Fact.Death;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Fact.Oath;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Fact.Retraction;
import org.ascertain.election.Fact.Stance;
import org.ascertain.election.Fact.Statement;
import org.ascertain.election.Fact.Topic;
import org.ascertain.election.Fact.VotingExtended;
import org.ascertain.election.Fact.Withdrawal;
import org.ascertain.election.Ticket;

/** The fields of facts about the election itself, about persons, and about the record. */
final class OtherFacts {

  static final FactCodec<Header> HEADER = header();
  static final FactCodec<Addition> ADDITION = addition();
  static final FactCodec<Coverage> COVERAGE = coverage();
  static final FactCodec<Oath> OATH = oath();
  static final FactCodec<Death> DEATH = death();
  static final FactCodec<Withdrawal> WITHDRAWAL = withdrawal();
  static final FactCodec<VotingExtended> VOTING_EXTENDED = votingExtended();
  static final FactCodec<Acknowledgement> ACKNOWLEDGEMENT = acknowledgement();
  static final FactCodec<Statement> STATEMENT = statement();
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

  private static FactCodec<Addition> addition() {
    Fields<Addition> has = new Fields<>();
    var candidates = has.list("candidates", candidate(), Addition::candidates);
    var tickets = has.list("tickets", ticket(), Addition::tickets);
    var callers = has.list("callers", caller(), Addition::callers);
    var returnsFrom = has.list("returnsFrom", ID, Addition::returnsFrom);
    return new FactCodec<>(
        "addition",
        has.codec(),
        (said, of) ->
            new Addition(
                said, of.get(candidates), of.get(tickets), of.get(callers), of.get(returnsFrom)));
  }

  private static FactCodec<Coverage> coverage() {
    Fields<Coverage> has = new Fields<>();
    var matter = has.required("of", Codecs.words(Matter.class), Coverage::of);
    var extent = has.required("extent", Codecs.words(Extent.class), Coverage::extent);
    var caller = has.optional("caller", ID, Coverage::caller);
    var units = has.list("units", ID, Coverage::units);
    var until = has.optional("until", DAY, Coverage::until);
    return new FactCodec<>(
        "coverage",
        has.codec(),
        (said, of) ->
            new Coverage(
                said,
                of.get(matter),
                of.get(extent),
                of.get(caller),
                of.get(units),
                of.get(until)));
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
    var slate = has.optional("slate", ID, Ticket::slate);
    return has.object(
        of -> new Ticket(of.get(id), of.get(president), of.get(vicePresident), of.get(slate)));
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
    var stance = has.optional("stance", Codecs.words(Stance.class), Acknowledgement::stance);
    var quotes = has.list("quotes", TEXT, Acknowledgement::quotes);
    var waits = has.optional("waits", TEXT, Acknowledgement::waits);
    return new FactCodec<>(
        "acknowledgement",
        has.codec(),
        (said, of) ->
            new Acknowledgement(
                said,
                of.get(actor),
                of.get(country),
                of.get(toward),
                of.get(form),
                of.get(quote),
                of.get(stance),
                of.get(quotes),
                of.get(waits)));
  }

  private static FactCodec<Statement> statement() {
    Fields<Statement> has = new Fields<>();
    var actor = has.required("actor", TEXT, Statement::actor);
    var body = has.optional("body", TEXT, Statement::body);
    var about = has.required("about", Codecs.words(Topic.class), Statement::about);
    var units = has.list("units", ID, Statement::units);
    var quote = has.optional("quote", TEXT, Statement::quote);
    var text = has.optional("text", TEXT, Statement::text);
    return new FactCodec<>(
        "statement",
        has.codec(),
        (said, of) ->
            new Statement(
                said,
                of.get(actor),
                of.get(body),
                of.get(about),
                of.get(units),
                of.get(quote),
                of.get(text)));
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
