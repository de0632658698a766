package org.ascertain.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.ascertain.answers.Caveat;
import org.ascertain.answers.FigureText;
import org.ascertain.archive.Archive;
import org.ascertain.archive.Pinned;
import org.ascertain.desk.Scenario;
import org.ascertain.election.ElectionId;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.record.Checkpoint;
import org.ascertain.standing.History;
import org.ascertain.standing.Ids;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The argument ELECTION of most commands: the record as an election, with its law. */
final class ElectionArgument extends RecordArgument {

  @Option(
      names = "--law",
      paramLabel = "YEAR",
      description = "Under the law of the election of that year.")
  private @Nullable Integer year;

  @Option(
      names = "--entries",
      paramLabel = "N",
      description = "The record's first N entries, as a kept checkpoint of N spoke of them.")
  private @Nullable Long entries;

  private @Nullable Scenario scenario;

  @Override
  long most() {
    if (entries == null) return Long.MAX_VALUE;
    if (entries < 1) throw wrong("--entries takes a whole number from 1 on.");
    return entries;
  }

  /** Whether a folder with a scenario was named. */
  boolean isScenario() {
    return !isRecord() && Scenario.isIn(Path.of(named()));
  }

  /**
   * The history of everything in the election's record.
   *
   * @throws ParameterException if there is none of that name, or its record cannot be read
   */
  History open() {
    OptionalInt asked = year == null ? OptionalInt.empty() : OptionalInt.of(lawOf(year).election());
    if (isScenario()) return openScenario(asked);
    Soundness read = read();
    requireReadable(read);
    History history = read.history().orElseThrow();
    return asked.isEmpty() ? history : history.under(lawOf(asked.getAsInt()));
  }

  private History openScenario(OptionalInt law) {
    if (entries != null) throw wrong("A scenario has no entries that a checkpoint spoke of.");
    try {
      return scenario().history(law);
    } catch (IOException | IllegalArgumentException e) {
      throw wrong("'%s' is no sound scenario: %s.".formatted(named(), e.getMessage()));
    }
  }

  private Scenario scenario() {
    Scenario known = scenario;
    if (known != null) return known;
    try {
      known = Scenario.in(Path.of(named()));
      scenario = known;
      return known;
    } catch (IOException | IllegalArgumentException e) {
      throw wrong("'%s' is no sound scenario: %s.".formatted(named(), e.getMessage()));
    }
  }

  /** The same as known by a moment; by the scenario's own, or everything, without one. */
  History open(Optional<When> known) {
    return open().asKnown(known(known).map(When::effective).orElse(History.ALL));
  }

  /** By what was known when it is to be asked: what was asked for, else what a scenario says. */
  Optional<When> known(Optional<When> asked) {
    return asked.isPresent() || !isScenario() ? asked : scenario().known();
  }

  /** As of which moment a scenario is meant to be asked. */
  Optional<When> at() {
    return isScenario() ? scenario().at() : Optional.empty();
  }

  /** What a reader has to know of answers from it. */
  Caveat caveat(History history) {
    Caveat caveat =
        isScenario()
            ? Caveat.ofScenario(scenario().about())
            : isTheArchives() ? Caveat.NONE : Caveat.ofRecord(place());
    return (entries == null ? caveat : caveat.ofFirst(entries)).under(history);
  }

  private String place() {
    return folder().map(data -> "the record in " + data.place()).orElse(named());
  }

  /** Whether it is what the archive has or had; a folder may have an election that is to come. */
  private boolean isTheArchives() {
    if (!isRecord()) return true;
    if (folder().isPresent()
        && Pinned.pins().stream().noneMatch(pin -> pin.election().equals(id()))) return true;
    long size = asLines().size();
    return Pinned.all().stream()
        .filter(pin -> pin.election().equals(id()) && pin.size() == size)
        .anyMatch(pin -> pin.root().equals(checkpoint().root()));
  }

  /** The checkpoint of the record as it is; a scenario is in no log. */
  Optional<Checkpoint> ofLog() {
    return isScenario() ? Optional.empty() : Optional.of(checkpoint());
  }

  /** The id of a unit that appoints electors. */
  String unit(History history, String written) {
    Ids ids = new Ids(history.header(), history.law());
    return ids.unitOfAppointment(written)
        .orElseThrow(() -> wrong(FigureText.noUnit(written, ids.unit(written))));
  }

  /** The law of the election: of a year no record is needed, of a record its first entry says. */
  Law law() {
    if (year != null) return lawOf(year);
    if (isRecord() || isScenario()) return open().law();
    return lawOf(ElectionId.of(id()).orElseThrow().year());
  }

  /**
   * Ends the command with the reason why an election does not take its question, if there is one.
   */
  void require(Optional<String> refusal) {
    if (refusal.isPresent()) throw wrong(refusal.get());
  }

  /** Whether an election was named, and no record, of which the archive has none. */
  boolean isToCome() {
    return !isRecord() && ElectionId.of(named()).isPresent() && Archive.find(named()).isEmpty();
  }

  private Law lawOf(int year) {
    return Law.of(year).orElseThrow(() -> wrong(noLaw(year)));
  }

  private static String noLaw(int year) {
    if (year < 1788)
      return "No law is known for an election of %d; the first was in 1788.".formatted(year);
    if (year % 4 == 0)
      return "No law is known for an election of %d: it is further off than the law as it stands is followed here, to %d."
          .formatted(year, Law.LAST);
    return "No law is known for an election of %d; elections are held every four years, as in %d and %d."
        .formatted(year, year - year % 4, year - year % 4 + 4);
  }
}
