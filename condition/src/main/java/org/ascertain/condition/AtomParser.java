package org.ascertain.condition;

import static org.ascertain.standing.Rung.CERTIFIED;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.condition.Condition.Acknowledged;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Conceded;
import org.ascertain.condition.Condition.DeadlinePassed;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.condition.Condition.Exactly;
import org.ascertain.condition.Condition.InOffice;
import org.ascertain.condition.Condition.Leads;
import org.ascertain.condition.Condition.OnOrAfter;
import org.ascertain.condition.Condition.PopularVoteLeads;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.condition.Condition.SomeCall;
import org.ascertain.condition.Condition.Stage;
import org.ascertain.condition.Tokens.Stuck;
import org.ascertain.condition.Tokens.Token;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Unit;
import org.ascertain.law.Deadline;
import org.ascertain.law.Law;
import org.ascertain.standing.Ids;
import org.ascertain.standing.Rung;

/** Reads what a condition is made of. */
final class AtomParser {

  /**
   * Callers that can be asked for in every election: where a record has no call of theirs, it
   * cannot tell.
   */
  private static final List<String> NEWSROOMS =
      List.of("AP", "Fox", "NBC", "ABC", "CBS", "CNN", "DDHQ");

  private final Tokens tokens;
  private final Header header;
  private final Law law;
  private final Ids ids;
  private final List<String> units;
  private final List<String> callers;

  AtomParser(Tokens tokens, Header header, Law law) {
    this.tokens = tokens;
    this.header = header;
    this.law = law;
    this.ids = new Ids(header, law);
    this.units = law.units().stream().map(Unit::id).toList();
    this.callers =
        Stream.concat(header.callers().stream().map(Caller::id), NEWSROOMS.stream())
            .distinct()
            .toList();
  }

  Atom atom() {
    Token token = tokens.now();
    String word = token.text().toLowerCase(Locale.ROOT);
    Optional<Rung> rung = Rung.of(word).filter(r -> r != Rung.IN_OFFICE);
    if (rung.isPresent() && isComparison(tokens.after(1))) return electors(rung.get());
    if (tokens.after(1).is("of") && word.matches("[0-9]+")) return someCall();
    if (tokens.take("popular", "vote", "leads")) return new PopularVoteLeads();
    if (tokens.take("on", "or", "after")) return new OnOrAfter(day());
    if (tokens.take("acknowledged", "by")) return new Acknowledged(quoted());
    return switch (word) {
      case "called" -> called();
      case "declared" -> read(new Declared());
      case "in-office" -> read(new InOffice());
      case "conceded" -> read(new Conceded());
      case "deadline" -> deadline();
      case "settled" -> {
        tokens.read();
        yield new Settled(unitInParentheses());
      }
      case "stage" -> stage();
      case "leads" -> leads();
      case "" ->
          throw new Stuck(
              token.place(), "the condition ends too soon: a meaning of official should follow");
      default -> throw unknown(token, rung);
    };
  }

  private Stuck unknown(Token token, Optional<Rung> rung) {
    if (rung.isPresent())
      return new Stuck(
          token.place(), token.text() + " needs a number: " + token.text() + " >= 270");
    if (ids.candidate(token.text()).isPresent())
      return new Stuck(
          token.place(),
          "\""
              + token.text()
              + "\" is a person; a condition names a meaning of official and is answered for each person: declared, or voted >= 270");
    return new Stuck(
        token.place(),
        "\""
            + token.text()
            + "\" is no meaning of official; write one of: "
            + "reported, called, certified, ascertained, voted, counted (each with >= 270 or >= majority), "
            + "called by, 2 of (AP, Fox, NBC) call, declared, in-office, settled, stage(PA) >= certified, leads(PA), "
            + "popular vote leads, acknowledged by \"Russia\", conceded, deadline RULE passed, on or after 2021-01-20");
  }

  private boolean isComparison(Token token) {
    if (token.is(">=") || token.is("=")) return true;
    if (token.text().matches("[<>\u2265].*"))
      throw new Stuck(token.place(), "write >= here: " + tokens.now().text() + " >= 270");
    return false;
  }

  private Atom read(Atom atom) {
    tokens.read();
    return atom;
  }

  private Atom electors(Rung rung) {
    tokens.read();
    boolean exactly = tokens.read().is("=");
    if (!exactly && tokens.take("majority")) return new AtLeast(rung, OptionalInt.empty());
    int number =
        number(
            "after "
                + (exactly
                    ? "= comes a number of electors"
                    : ">= comes a number of electors or \"majority\""));
    return exactly ? new Exactly(rung, number) : new AtLeast(rung, OptionalInt.of(number));
  }

  private int number(String problem) {
    Token number = tokens.now();
    if (!number.text().matches("[0-9]{1,6}")) throw new Stuck(number.place(), problem);
    tokens.read();
    return Integer.parseInt(number.text());
  }

  private Atom called() {
    tokens.read();
    Optional<String> unit = unitInParentheses();
    tokens.expect("by", "\"by\" and a caller, or >= and a number,");
    List<String> named = new ArrayList<>(List.of(caller()));
    while (tokens.now().is("and") && known(tokens.after(1)).isPresent()) {
      tokens.read();
      named.add(caller());
    }
    return new CalledBy(unit, List.copyOf(named));
  }

  private Atom someCall() {
    Token token = tokens.now();
    int number = number("a number of callers comes here");
    tokens.expect("of", "\"of\"");
    tokens.expect("(", "\"(\" and callers");
    List<String> named = new ArrayList<>(List.of(caller()));
    while (tokens.take(",")) named.add(caller());
    tokens.expect(")", "\",\" or \")\"");
    tokens.expect("call", "\"call\"");
    if (named.stream().distinct().count() < named.size())
      throw new Stuck(token.place(), "a caller is named twice");
    if (number < 1 || number > named.size())
      throw new Stuck(token.place(), number + " of " + named.size() + " callers cannot be");
    return new SomeCall(number, List.copyOf(named), unitInParentheses());
  }

  private String caller() {
    Token token = tokens.now();
    Optional<String> caller = known(token);
    if (caller.isEmpty()) {
      String declared = header.callers().stream().map(Caller::id).collect(Collectors.joining(", "));
      throw new Stuck(
          token.place(),
          "\""
              + token.text()
              + "\" is no caller of this election"
              + (declared.isEmpty() ? ", which has none" : "; its callers are " + declared));
    }
    tokens.read();
    return caller.get();
  }

  private Optional<String> known(Token token) {
    return callers.stream().filter(token::is).findFirst();
  }

  private Atom stage() {
    tokens.read();
    tokens.expect("(", "\"(\" and a unit");
    String unit = closed(unit(true));
    tokens.expect(">=", "\">=\"");
    Token stage = tokens.now();
    boolean reporting = unit.indexOf('/') >= 0;
    Optional<Rung> rung =
        Rung.of(stage.text().toLowerCase(Locale.ROOT))
            .filter(
                r -> r == Rung.REPORTED || r == CERTIFIED || (!reporting && isAfterCertified(r)));
    if (rung.isEmpty())
      throw new Stuck(
          stage.place(),
          reporting
              ? "a stage of a reporting unit is reported or certified"
              : "a stage is one of reported, certified, ascertained, voted, counted");
    tokens.read();
    return new Stage(unit, rung.get());
  }

  private static boolean isAfterCertified(Rung rung) {
    return rung.compareTo(CERTIFIED) > 0 && rung.byJurisdiction();
  }

  private Atom leads() {
    tokens.read();
    tokens.expect("(", "\"(\" and a unit");
    String unit = unit(true);
    if (!tokens.take(",")) return new Leads(closed(unit), Optional.empty());
    Token token = tokens.now();
    Optional<String> candidate =
        header.candidates().stream().map(Candidate::id).filter(token::is).findFirst();
    if (candidate.isEmpty())
      throw new Stuck(token.place(), "\"" + token.text() + "\" is no candidate of this election");
    tokens.read();
    return new Leads(closed(unit), candidate);
  }

  private Atom deadline() {
    tokens.read();
    Token token = tokens.now();
    for (Deadline deadline : law.deadlines())
      if (token.is(deadline.rule().id())) {
        tokens.read();
        tokens.expect("passed", "\"passed\"");
        return new DeadlinePassed(deadline.rule().id(), deadline.day());
      }
    String known =
        law.deadlines().stream()
            .map(deadline -> deadline.rule().id())
            .distinct()
            .collect(Collectors.joining(", "));
    throw new Stuck(
        token.place(),
        "\""
            + token.text()
            + "\" is no rule that sets a day for this election; write one of "
            + known);
  }

  private String quoted() {
    Token token = tokens.now();
    if (!token.isQuoted() || token.text().substring(1, token.text().length() - 1).isBlank())
      throw new Stuck(token.place(), "a name in quotation marks should stand here: \"Russia\"");
    tokens.read();
    return token.text().substring(1, token.text().length() - 1).strip();
  }

  LocalDate day() {
    Token token = tokens.now();
    try {
      LocalDate day = LocalDate.parse(token.text());
      if (day.getYear() < 1700 || day.getYear() > 2200) throw new DateTimeException("far away");
      tokens.read();
      return day;
    } catch (DateTimeException e) {
      throw new Stuck(token.place(), "a day should stand here, such as 2021-01-20");
    }
  }

  Duration duration() {
    Token token = tokens.now();
    try {
      Duration length = Duration.parse(token.text());
      if (length.isNegative() || length.isZero() || length.toDays() > 3_660)
        throw new DateTimeException("no length");
      tokens.read();
      return length;
    } catch (DateTimeException e) {
      throw new Stuck(
          token.place(),
          "a length of time should stand here, such as PT10M (minutes) or P2D (days)");
    }
  }

  private Optional<String> unitInParentheses() {
    return tokens.take("(") ? Optional.of(closed(unit(false))) : Optional.empty();
  }

  private String closed(String unit) {
    tokens.expect(")", "\")\"");
    return unit;
  }

  /** A unit of appointment, or where {@code reporting} is allowed, a reporting unit below one. */
  private String unit(boolean reporting) {
    Token first = tokens.now();
    StringBuilder name = new StringBuilder(first.text());
    if (!first.text().isEmpty()) tokens.read();
    while (!tokens.now().text().matches("[(),=]|>=|"))
      name.append(' ').append(tokens.read().text());
    Optional<String> unit =
        reporting ? ids.unit(name.toString()) : ids.unitOfAppointment(name.toString());
    if (unit.isEmpty())
      throw new Stuck(
          first.place(),
          "\""
              + name
              + "\" is no unit of this election; write a code such as "
              + units.stream().filter(u -> u.startsWith("P")).findFirst().orElse(units.getFirst()));
    return unit.get();
  }
}
