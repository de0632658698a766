package org.ascertain.standing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** {@code stage(PA)}. */
  record StageOf(String unit) implements Figure {}

  /** {@code settled}, {@code settled(PA)}. */
  record SettledOf(Optional<String> unit) implements Figure {}

  /** How figures are written, for help and for who mistypes one. */
  List<String> FORMS =
      List.of(
          "voted(biden) or another rung",
          "majority",
          "electors.entitled, .appointed, .cast, .counted",
          "president",
          "vicePresident",
          "votes(PA,biden)",
          "stage(PA)",
          "settled",
          "settled(PA)");

  Pattern CALL =
      Pattern.compile("([a-zA-Z.-]+)(?:\\(\\s*([^,()\\s]+)\\s*(?:,\\s*([^,()\\s]+)\\s*)?\\))?");

  /** Reads a figure about an election; empty if it is none, or names nobody and nothing in it. */
  static Optional<Figure> of(String text, History history) {
    Matcher matcher = CALL.matcher(text.strip());
    if (!matcher.matches()) return Optional.empty();
    Optional<String> first = Optional.ofNullable(matcher.group(2));
    Optional<String> second = Optional.ofNullable(matcher.group(3));
    Register register = new Register(history.header(), history.law(), history.knownUnits());
    Optional<String> unit = first.filter(register::isUnit);
    String name = matcher.group(1);
    if (first.isEmpty())
      return switch (name) {
        case "majority" -> Optional.of(new TheMajority());
        case "president" -> Optional.of(new Chosen(Office.PRESIDENT));
        case "vicePresident" -> Optional.of(new Chosen(Office.VICE_PRESIDENT));
        case "settled" -> Optional.of(new SettledOf(Optional.empty()));
        default ->
            Stream.of(Electors.values())
                .filter(number -> name.equals("electors." + number.name().toLowerCase(Locale.ROOT)))
                .map(Figure.class::cast)
                .findFirst();
      };
    return switch (name) {
      case "votes" ->
          second
              .filter(ticket -> register.ticket(ticket) >= 0)
              .filter(ticket -> register.isUnit(first.get().split("/", 2)[0]))
              .map(ticket -> new VotesOf(first.get(), ticket));
      case "stage" -> unit.map(StageOf::new);
      case "settled" -> unit.map(u -> new SettledOf(Optional.of(u)));
      default ->
          Rung.of(name)
              .filter(rung -> second.isEmpty() && register.candidate(first.get()) >= 0)
              .map(rung -> new OnRung(rung, first.get()));
    };
  }
}
