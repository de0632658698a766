package org.ascertain.standing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ascertain.election.Fact.Office;

/** A figure that can be asked for its reasons. */
public sealed interface Figure {

  /** Electors of a candidate on a rung: {@code voted(biden)}. */
  record OnRung(Rung rung, String candidate) implements Figure {}

  /** {@code majority}. */
  record TheMajority() implements Figure {}

  /** {@code majority(certified)}: since when somebody has one on a rung. */
  record MajorityOn(Rung rung) implements Figure {}

  /** One of the four numbers. */
  enum Electors implements Figure {
    ENTITLED,
    APPOINTED,
    CAST,
    COUNTED
  }

  /** {@code president}, {@code vicePresident}. */
  record Chosen(Office office) implements Figure {}

  /** {@code votes(PA,biden)}. */
  record VotesOf(String unit, String ticket) implements Figure {}

  /** {@code popularVote(biden)}. */
  record PopularVoteOf(String ticket) implements Figure {}

  /** {@code share(biden)}: of the popular vote. */
  record ShareOf(String ticket) implements Figure {}

  /** {@code share(PA,biden)}: of the votes of a unit or reporting unit. */
  record ShareIn(String unit, String ticket) implements Figure {}

  /** {@code leads(PA)}: who leads a unit or reporting unit. */
  record LeadIn(String unit) implements Figure {}

  /** What the popular vote has beside its tickets. */
  enum PopularVoteRest implements Figure {
    /** {@code popularVote(total)}: all votes. */
    TOTAL,
    /** {@code popularVote(other)}: those for nobody who is named. */
    OTHER
  }

  /** {@code stage(PA)}. */
  record StageOf(String unit) implements Figure {}

  /** {@code settled}, {@code settled(PA)}. */
  record SettledOf(Optional<String> unit) implements Figure {}

  /** How figures are written, for help and for who mistypes one. */
  List<String> FORMS =
      List.of(
          "voted(biden) or another rung",
          "majority",
          "majority(voted) or another rung",
          "electors.entitled, .appointed, .cast, .counted",
          "president",
          "vicePresident",
          "popularVote(biden), (other), (total)",
          "share(biden), share(PA,biden)",
          "votes(PA,biden)",
          "leads(PA)",
          "stage(PA)",
          "settled",
          "settled(PA)");

  /** What came of reading a figure. */
  sealed interface Reading {
    record Understood(Figure figure) implements Reading {}

    /** It has none of the {@link #FORMS}. */
    record NoSuchForm() implements Reading {}

    /** It names a unit that the election does not have, or has none of its own. */
    record NoSuchUnit(String written) implements Reading {}

    /** It names somebody for whom nobody votes in the election. */
    record NoSuchCandidate(String written) implements Reading {}

    /** It names a ticket that is not on the ballot. */
    record NoSuchTicket(String written) implements Reading {}

    /** A rung alone: of whom, it does not say. */
    record OfWhom(Rung rung) implements Reading {}
  }

  Pattern CALL =
      Pattern.compile("([a-zA-Z.-]+)\\s*(?:\\(\\s*([^,()]+?)\\s*(?:,\\s*([^,()]+?)\\s*)?\\))?");

  /** Reads a figure about an election. Ids are found whatever their case, states by name too. */
  static Reading read(String text, History history) {
    Matcher matcher = CALL.matcher(text.strip());
    if (!matcher.matches()) return new Reading.NoSuchForm();
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    Optional<String> first = Optional.ofNullable(matcher.group(2));
    Optional<String> second = Optional.ofNullable(matcher.group(3));
    Ids ids = new Ids(history.header(), history.law());
    if (first.isEmpty()) return alone(name);
    if (name.equals("votes"))
      return second.isEmpty()
          ? new Reading.NoSuchForm()
          : ofTicketIn(first.get(), second.get(), ids, VotesOf::new);
    if (name.equals("share") && second.isPresent())
      return ofTicketIn(first.get(), second.get(), ids, ShareIn::new);
    if (second.isPresent()) return new Reading.NoSuchForm();
    return switch (name) {
      case "majority" ->
          Rung.of(first.get().toLowerCase(Locale.ROOT))
              .<Reading>map(rung -> new Reading.Understood(new MajorityOn(rung)))
              .orElse(new Reading.NoSuchForm());
      case "popularvote" -> popularVote(first.get(), ids);
      case "share" -> ofTicket(first.get(), ids, ShareOf::new);
      case "stage" -> ofUnit(first.get(), ids, StageOf::new);
      case "settled" -> ofUnit(first.get(), ids, unit -> new SettledOf(Optional.of(unit)));
      case "leads" ->
          ids.unit(first.get())
              .<Reading>map(unit -> new Reading.Understood(new LeadIn(unit)))
              .orElse(new Reading.NoSuchUnit(first.get()));
      default ->
          Rung.of(name)
              .map(rung -> onRung(rung, first.get(), ids))
              .orElse(new Reading.NoSuchForm());
    };
  }

  private static Reading alone(String name) {
    Optional<Figure> figure =
        switch (name) {
          case "majority" -> Optional.of(new TheMajority());
          case "president" -> Optional.of(new Chosen(Office.PRESIDENT));
          case "vicepresident" -> Optional.of(new Chosen(Office.VICE_PRESIDENT));
          case "settled" -> Optional.of(new SettledOf(Optional.empty()));
          default ->
              Stream.of(Electors.values())
                  .filter(
                      number -> name.equals("electors." + number.name().toLowerCase(Locale.ROOT)))
                  .map(Figure.class::cast)
                  .findFirst();
        };
    return figure
        .<Reading>map(Reading.Understood::new)
        .or(() -> Rung.of(name).map(Reading.OfWhom::new))
        .orElse(new Reading.NoSuchForm());
  }

  private static Reading ofUnit(String written, Ids ids, Function<String, Figure> figure) {
    return ids.unitOfAppointment(written)
        .<Reading>map(unit -> new Reading.Understood(figure.apply(unit)))
        .orElse(new Reading.NoSuchUnit(written));
  }

  private static Reading popularVote(String written, Ids ids) {
    return Stream.of(PopularVoteRest.values())
        .filter(rest -> rest.name().equalsIgnoreCase(written))
        .findFirst()
        .<Reading>map(Reading.Understood::new)
        .orElseGet(() -> ofTicket(written, ids, PopularVoteOf::new));
  }

  private static Reading ofTicket(String written, Ids ids, Function<String, Figure> figure) {
    return ids.ticket(written)
        .<Reading>map(id -> new Reading.Understood(figure.apply(id)))
        .orElse(new Reading.NoSuchTicket(written));
  }

  private static Reading ofTicketIn(
      String unit, String ticket, Ids ids, BiFunction<String, String, Figure> figure) {
    Optional<String> of = ids.unit(unit);
    if (of.isEmpty()) return new Reading.NoSuchUnit(unit);
    return ofTicket(ticket, ids, id -> figure.apply(of.get(), id));
  }

  private static Reading onRung(Rung rung, String written, Ids ids) {
    return ids.candidate(written)
        .<Reading>map(id -> new Reading.Understood(new OnRung(rung, id)))
        .orElse(new Reading.NoSuchCandidate(written));
  }
}
