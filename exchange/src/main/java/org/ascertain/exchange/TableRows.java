package org.ascertain.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.exchange.Table.CellType;
import org.ascertain.record.DraftWriter;
import org.ascertain.record.FactWord;

/** Writes elections into tables, one election after the other. */
final class TableRows implements AutoCloseable {

  /** Where the bytes of a table go. */
  @FunctionalInterface
  interface Destination {
    OutputStream open(Table table) throws IOException;
  }

  private static final JsonFactory JSON = new JsonFactory();

  private final Map<Table, CsvWriter> writers = new LinkedHashMap<>();
  private final DraftWriter drafts = new DraftWriter();

  /** Begins the tables that are wanted, each with the names of its columns. */
  TableRows(List<Table> wanted, Destination to) throws IOException {
    for (Table table : wanted) {
      CsvWriter csv =
          CsvWriter.builder().build(new OutputStreamWriter(to.open(table), StandardCharsets.UTF_8));
      csv.writeRecord(table.columns().stream().map(Table.Column::name).toList());
      writers.put(table, csv);
    }
  }

  /** Writes an election. */
  void add(ElectionAt election) throws IOException {
    Fact.Header header = election.header();
    row(
        Tables.ELECTIONS,
        election.id(),
        header.year(),
        election.at(),
        election.known().map(When::toString).orElse(""),
        header.caller().orElse(""),
        election.version().map(pin -> Long.toString(pin.size())).orElse(""),
        election.version().map(pin -> pin.root().toString()).orElse(""),
        election.recorded().map(LocalDate::toString).orElse(""));
    for (Candidate each : header.candidates())
      row(Tables.CANDIDATES, election.id(), each.id(), each.name(), each.party().orElse(""));
    for (Ticket each : header.tickets())
      row(
          Tables.TICKETS,
          election.id(),
          each.id(),
          each.president(),
          each.vicePresident().orElse(""),
          each.slate().orElse(""));
    for (Caller each : header.callers()) row(Tables.CALLERS, election.id(), each.id(), each.name());
    if (writers.containsKey(Tables.UNITS)) units(election);
    for (Source each : election.history().sources())
      row(
          Tables.SOURCES,
          election.id(),
          each.id(),
          each.title(),
          each.publisher().orElse(""),
          each.date().map(LocalDate::toString).orElse(""),
          each.url().orElse(""));
    for (Entry entry : election.facts()) fact(election, entry);
    for (Entry entry : election.corrections()) fact(election, entry);
  }

  private void units(ElectionAt election) throws IOException {
    Map<String, Integer> electors = new LinkedHashMap<>();
    for (Unit unit : election.history().law().units()) electors.put(unit.id(), unit.electors());
    Set<String> units = new TreeSet<>(electors.keySet());
    for (Entry entry : election.facts())
      if (entry.fact() instanceof Fact.OfUnit fact) addWithThoseAbove(fact.unit(), units);
    for (String unit : units) {
      Integer number = electors.get(unit);
      row(
          Tables.UNITS,
          election.id(),
          unit,
          election.places().name(unit),
          Unit.jurisdictionOf(unit),
          unit.equals(Unit.NATION) ? "" : within(unit),
          election.places().fips(unit).orElse(""),
          election.places().vintage(unit).orElse(""),
          election.places().ocd(unit).orElse(""),
          number == null ? "" : number);
    }
  }

  private static void addWithThoseAbove(String unit, Set<String> units) {
    for (int slash = unit.indexOf('/'); slash >= 0; slash = unit.indexOf('/', slash + 1))
      units.add(unit.substring(0, slash));
    units.add(unit);
  }

  private static String within(String unit) {
    int slash = unit.lastIndexOf('/');
    if (slash >= 0) return unit.substring(0, slash);
    String jurisdiction = Unit.jurisdictionOf(unit);
    return jurisdiction.equals(unit) ? "" : jurisdiction;
  }

  private void row(Table table, Object... cells) throws IOException {
    CsvWriter csv = writers.get(table);
    if (csv != null) csv.writeRecord(Arrays.stream(cells).map(Object::toString).toList());
  }

  private void fact(ElectionAt election, Entry entry) throws IOException {
    String word = FactWord.of(entry.fact());
    Table table = Tables.OF_KINDS.get(word);
    if (table == null) return; // what it declares stands in tables of its own
    boolean isWanted = writers.containsKey(table);
    if (!isWanted && !writers.containsKey(Tables.FIGURES)) return;
    String[] cells = new String[table.columns().size()];
    Arrays.fill(cells, "");
    cells[0] = election.id();
    cells[1] = Long.toString(entry.index());
    When at = entry.fact().attestation().at();
    cells[table.place("from")] = Washington.instant(at.begins()).toString();
    cells[table.place("to")] = Washington.instant(at.effective()).toString();
    List<Figure> figures = new ArrayList<>();
    try (JsonParser json = JSON.createParser(drafts.line(entry.fact()))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME)
        field(entry.fact(), table, json.currentName(), json, cells, figures);
    }
    if (isWanted) row(table, (Object[]) cells);
    String unit = unit(entry.fact());
    for (Figure figure : figures)
      row(
          Tables.FIGURES,
          election.id(),
          entry.index(),
          word,
          unit,
          figure.field(),
          figure.of(),
          figure.number());
  }

  /** Whether a table has anything of a fact. */
  static boolean has(Table table, Fact fact) {
    if (table.equals(Tables.FIGURES)) return hasFigures(fact);
    boolean isOfNames = table.equals(Tables.CANDIDATES) || table.equals(Tables.TICKETS);
    return fact instanceof Fact.Addition
        ? isOfNames
        : table.equals(Tables.OF_KINDS.get(FactWord.of(fact)));
  }

  private static boolean hasFigures(Fact fact) {
    Table table = Tables.OF_KINDS.get(FactWord.of(fact));
    if (table == null) return false;
    List<Figure> figures = new ArrayList<>();
    try (JsonParser json = JSON.createParser(new DraftWriter().line(fact))) {
      json.nextToken();
      while (figures.isEmpty() && json.nextToken() == JsonToken.FIELD_NAME)
        field(fact, table, json.currentName(), json, new String[table.columns().size()], figures);
    } catch (IOException impossible) { // it was just written
      throw new UncheckedIOException(impossible);
    }
    return !figures.isEmpty();
  }

  private static String unit(Fact fact) {
    return switch (fact) {
      case Fact.OfUnit of -> of.unit();
      case Fact.OfJurisdiction of -> of.jurisdiction();
      default -> ""; // the others are about the nation or about persons
    };
  }

  private record Figure(String field, String of, long number) {}

  private static void field(
      Fact fact, Table table, String name, JsonParser json, String[] cells, List<Figure> figures)
      throws IOException {
    JsonToken token = json.nextToken();
    if (name.equals("fact")) return;
    if (name.equals("with")) { // what a correction puts in place is a row of its own
      json.skipChildren();
      return;
    }
    if (name.equals("source")) {
      json.skipChildren();
      cells[table.place("source")] = fact.attestation().source().id();
      return;
    }
    // the topic of a statement has the name of a field that every other fact may have
    boolean isTopic = name.equals("about") && fact instanceof Fact.Statement;
    OptionalInt place = table.find(isTopic ? "topic" : name);
    if (place.isPresent() && table.columns().get(place.getAsInt()).type() == CellType.JSON)
      cells[place.getAsInt()] = raw(json);
    else if (token == JsonToken.START_OBJECT) object(table, name, json, cells, figures);
    else if (place.isEmpty()) json.skipChildren();
    else cells[place.getAsInt()] = token == JsonToken.START_ARRAY ? list(json) : json.getText();
  }

  /** An object is counts of ballots or parts, each with a column, or figures by id. */
  private static void object(
      Table table, String name, JsonParser json, String[] cells, List<Figure> figures)
      throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      OptionalInt place = table.find(name + "_" + key);
      if (place.isPresent()) cells[place.getAsInt()] = json.getText();
      else if (value == JsonToken.VALUE_NUMBER_INT)
        figures.add(new Figure(name, key, json.getLongValue()));
      else json.skipChildren();
    }
  }

  private static String list(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(json.getText());
      json.skipChildren();
    }
    return String.join(";", texts);
  }

  private static String raw(JsonParser json) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.copyCurrentStructure(json);
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    for (CsvWriter csv : writers.values()) csv.close();
  }
}
