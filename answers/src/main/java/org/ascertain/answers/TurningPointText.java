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
          names.where(stage.unit().id()) + ": " + rung(stage.rung()) + latest(stage);
      case TurningPoint.Lead lead -> lead(lead);
      case TurningPoint.Fall fall ->
          names.tell(
              "%s corrects its tally downwards",
              "%s corrige su recuento a la baja", names.where(fall.unit().id()));
      case TurningPoint.Act act -> FactText.briefly(act.entry().fact(), names);
    };
  }

  private String majority(TurningPoint.Majority of) {
    String who = names.of(of.candidate());
    if (of.rung() == Rung.IN_OFFICE)
      return of.begins()
          ? names.tell("%s is in office", "%s está en el cargo", who)
          : names.tell("%s is no longer in office", "%s ya no está en el cargo", who);
    return names.tell(
            of.begins()
                ? "%s has a majority of the electors %s"
                : "%s has no longer a majority of the electors %s",
            of.begins()
                ? "%s tiene la mayoría de los electores %s"
                : "%s ya no tiene la mayoría de los electores %s",
            who,
            electors(of.rung()))
        + span(of)
        + (of.implied() ? latest() : "");
  }

  private String latest() {
    return names.tell(", at the latest", ", a más tardar");
  }

  private String rung(Rung rung) {
    return ofState(rung, names.language());
  }

  private String electors(Rung rung) {
    return ofElectors(rung, names.language());
  }

  /** A stage as a state has reached it: "certified". */
  static String ofState(Rung rung, Language language) {
    return language.of(
        rung.word(),
        switch (rung) {
          case REPORTED -> "informado";
          case CALLED -> "proyectado";
          case CERTIFIED -> "certificado";
          case ASCERTAINED -> "acreditado";
          case VOTED -> "votado";
          case COUNTED -> "contado";
          case DECLARED -> "declarado";
          case IN_OFFICE -> "en el cargo";
        });
  }

  /** A stage as electors have it: "electors certified". */
  static String ofElectors(Rung rung, Language language) {
    return language.of(
        rung.word(),
        switch (rung) {
          case REPORTED -> "según los recuentos";
          case CALLED -> "según las proyecciones";
          case CERTIFIED -> "certificados";
          case ASCERTAINED -> "acreditados";
          case VOTED -> "que han votado";
          case COUNTED -> "contados";
          case DECLARED -> "declarados";
          case IN_OFFICE -> "";
        });
  }

  /** Of a majority of which only bounds are known: ": between 2 Dec 2024 and 9 Dec 2024". */
  private String span(TurningPoint.Majority of) {
    return of.edge().given() instanceof When.Between between
        ? ": " + TimeText.full(between, false, names.language())
        : "";
  }

  /** What only a later fact of the unit implies may have come before. */
  private String latest(TurningPoint.Stage stage) {
    return stage.rung().isImpliedBy(stage.entry().fact()) ? latest() : "";
  }

  /** "Biden takes the lead in Georgia from Trump". */
  String lead(TurningPoint.Lead lead) {
    return names.tell(
        "%s takes the lead in %s from %s",
        "%s adelanta en %s a %s",
        names.of(lead.to()),
        names.where(lead.unit().id()),
        names.of(lead.from()));
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
    json.told("text", names, in -> new TurningPointText(in).words(point));
  }

  /** Writes what its fact says, in parts. */
  void writeParts(JsonAnswer json, TurningPoint point) throws IOException {
    FactParts.write(json, point.entry(), point.ofUnit().map(Unit::id), candidate(point));
  }

  /** Writes its fact in a clause. */
  void write(JsonAnswer json, String name, Entry entry) throws IOException {
    json.told(name, names, in -> FactText.briefly(entry.fact(), in));
  }

  /** Writes that any of several facts may have brought something, in place of the one. */
  void writeOneOfSeveral(JsonAnswer json, String name) throws IOException {
    json.told(
        name,
        names,
        in ->
            in.tell(
                "one of several facts of that time, in what order is not known",
                "uno de varios hechos de ese momento, cuyo orden no se conoce"));
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
