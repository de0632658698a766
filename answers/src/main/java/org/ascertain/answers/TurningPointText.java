package org.ascertain.answers;

import java.io.IOException;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.election.When;
import org.ascertain.standing.Rung;
import org.ascertain.standing.TurningPoint;

/** A turning point of an election's course, in words and as JSON. */
final class TurningPointText {

  private final Names names;

  TurningPointText(Names names) {
    this.names = names;
  }

  /** What kind of point it is: the word by which programs know it. */
  static String kind(TurningPoint point) {
    return switch (point) {
      case TurningPoint.Majority majority -> majority.begins() ? "majority" : "undone";
      case TurningPoint.Stage stage -> "stage";
      case TurningPoint.Lead lead -> "lead";
      case TurningPoint.Fall fall -> "correction";
      case TurningPoint.Act act -> FactParts.act(act.entry().fact());
    };
  }

  /** Whether an election's time ends with it. */
  static boolean isAtTheEnd(TurningPoint point) {
    return point instanceof TurningPoint.Act act
        && (act.entry().fact() instanceof Fact.Declared || act.entry().fact() instanceof Fact.Oath);
  }

  /** Whether it concerns the whole election rather than one unit's progress. */
  static boolean isNational(TurningPoint point) {
    return !(point instanceof TurningPoint.Stage || point instanceof TurningPoint.Lead);
  }

  /** In a clause. */
  String words(TurningPoint point) {
    return switch (point) {
      case TurningPoint.Majority majority -> majority(majority);
      case TurningPoint.Stage stage ->
          Names.place(stage.unit().id()) + ": " + stage.rung().word() + latest(stage);
      case TurningPoint.Lead lead -> lead(lead);
      case TurningPoint.Fall fall ->
          Names.place(fall.unit().id()) + " corrects its tally downwards";
      case TurningPoint.Act act -> FactText.briefly(act.entry().fact(), names);
    };
  }

  private String majority(TurningPoint.Majority of) {
    String who = names.of(of.candidate());
    String held =
        of.rung() == Rung.IN_OFFICE
            ? "in office"
            : "a majority of the electors " + of.rung().word();
    if (of.rung() == Rung.IN_OFFICE) return who + (of.begins() ? " is " : " is no longer ") + held;
    return who
        + (of.begins() ? " has " : " has no longer ")
        + held
        + span(of)
        + (of.implied() ? ", at the latest" : "");
  }

  /** Of a majority of which only bounds are known: ": between 2 Dec 2024 and 9 Dec 2024". */
  private static String span(TurningPoint.Majority of) {
    return of.edge().given() instanceof When.Between between
        ? ": " + TimeText.full(between, false)
        : "";
  }

  /** What only a later fact of the unit implies may have come before. */
  private static String latest(TurningPoint.Stage stage) {
    return stage.rung().isImpliedBy(stage.entry().fact()) ? ", at the latest" : "";
  }

  /** "Biden takes the lead in Georgia from Trump". */
  String lead(TurningPoint.Lead lead) {
    return "%s takes the lead in %s from %s"
        .formatted(names.of(lead.to()), Names.place(lead.unit().id()), names.of(lead.from()));
  }

  /** Writes it inside an object that has been begun. */
  void write(JsonAnswer json, TurningPoint point) throws IOException {
    json.number("ms", Millis.of(point.moment()));
    json.number("entry", point.entry().index());
    json.text("kind", kind(point));
    json.text("stage", rung(point).map(Rung::word));
    if (point instanceof TurningPoint.Majority majority && majority.implied())
      json.truth("implied", true);
    if (point instanceof TurningPoint.Majority majority
        && majority.edge().given() instanceof When.Between between)
      json.text("span", between.toString());
    writeParts(json, point);
    json.text("text", words(point));
  }

  /** Writes what its fact says, in parts. */
  void writeParts(JsonAnswer json, TurningPoint point) throws IOException {
    FactParts.write(json, point.entry(), point.ofUnit().map(Unit::id), candidate(point));
  }

  /** Its fact in a clause. */
  String fact(Entry entry) {
    return FactText.briefly(entry.fact(), names);
  }

  private static Optional<Rung> rung(TurningPoint point) {
    return switch (point) {
      case TurningPoint.Majority majority -> Optional.of(majority.rung());
      case TurningPoint.Stage stage -> Optional.of(stage.rung());
      case TurningPoint.Lead lead -> Optional.empty();
      case TurningPoint.Fall fall -> Optional.empty();
      case TurningPoint.Act act -> Optional.empty();
    };
  }

  private static Optional<String> candidate(TurningPoint point) {
    return switch (point) {
      case TurningPoint.Majority majority -> Optional.of(majority.candidate());
      case TurningPoint.Stage stage -> Optional.empty();
      case TurningPoint.Lead lead -> Optional.of(lead.to());
      case TurningPoint.Fall fall -> Optional.empty();
      case TurningPoint.Act act -> Optional.empty();
    };
  }
}
