package org.ascertain.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ascertain.archive.Archive;
import org.ascertain.condition.Condition;
import org.ascertain.condition.Condition.Else;
import org.ascertain.condition.Condition.OnOrAfter;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Entry;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;

/** When a condition would have come true in each of the last elections of the archive. */
public final class PastElections {

  /**
   * What became of a condition in one election.
   *
   * @param history of that election, to name candidates by
   * @param answer empty where the condition cannot be asked of it
   */
  public record Past(History history, Optional<Evaluation> answer) {}

  /**
   * Asks the last elections before and with a year, the last first. Days that a condition names are
   * taken for the same days of the other election.
   *
   * @param year of the election that the condition was written for
   */
  public static List<Past> of(Condition condition, int year, int elections) {
    return of(condition, year, elections, PastElections::history);
  }

  /**
   * The same.
   *
   * @param histories the history of an election of the archive by its id, for whoever has it
   */
  public static List<Past> of(
      Condition condition, int year, int elections, Function<String, History> histories) {
    List<Past> past = new ArrayList<>();
    List<String> ids = Archive.ids();
    for (int i = ids.size() - 1; i >= 0 && past.size() < elections; i--) {
      History history = histories.apply(ids.get(i));
      past.add(new Past(history, ask(condition, year, history)));
    }
    return List.copyOf(past);
  }

  /**
   * The history of an election of the archive.
   *
   * @throws java.util.NoSuchElementException if there is none of that id
   */
  public static History history(String id) {
    try (InputStream in = Archive.open(id).orElseThrow()) {
      List<Entry> entries = RecordReader.read(in).entries();
      Law law = Law.of(History.header(entries).orElseThrow()).orElseThrow();
      return History.of(entries, law, Archive.knownUnits(), History.ALL);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<Evaluation> ask(Condition condition, int year, History history) {
    return there(condition, year, history).map(each -> Evaluation.of(each, history));
  }

  /** A condition of an election as it is written in another; empty where it cannot be asked. */
  static Optional<Condition> there(Condition condition, int year, History other) {
    String there = moved(condition, other.header().year() - year).toString();
    return ConditionParser.parse(there, other.header(), other.law())
            instanceof Parsed.Understood(var understood)
        ? Optional.of(understood)
        : Optional.empty();
  }

  private static Condition moved(Condition condition, int years) {
    return switch (condition) {
      case Condition.Or(var any) ->
          new Condition.Or(any.stream().map(each -> moved(each, years)).toList());
      case Condition.And(var all) ->
          new Condition.And(all.stream().map(each -> moved(each, years)).toList());
      case Condition.Not(var other) -> new Condition.Not(moved(other, years));
      case Condition.Steady(var inner, var length) ->
          new Condition.Steady(moved(inner, years), length);
      case Else(var first, var otherwise, var by) ->
          new Else(moved(first, years), moved(otherwise, years), moved(by, years));
      case OnOrAfter(var day) -> new OnOrAfter(moved(day, years));
      case Condition.Atom atom -> atom;
    };
  }

  private static LocalDate moved(LocalDate day, int years) {
    return day.plusYears(years);
  }

  private PastElections() {}
}
