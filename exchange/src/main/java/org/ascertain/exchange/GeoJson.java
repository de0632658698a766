package org.ascertain.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing.UnitRow;

/**
 * The figures of the map of states and counties as GeoJSON (RFC 7946). The features have no
 * geometry, which the format allows: whoever draws them joins a map by the FIPS code.
 */
final class GeoJson {

  static final Format FORMAT =
      new Format(
          "geojson",
          "The figures of the map of states and counties, GeoJSON without shapes",
          "geojson",
          "application/geo+json",
          Set.of("election", "addition", "returns", "call", "certification"),
          List.of(
              new Loss(
                  "the moment, the source and the note of a figure",
                  fact -> fact instanceof Returns)),
          List.of(
              "Shapes: each feature's `geometry` is null; its `id` is the FIPS code by which maps"
                  + " name states and counties.",
              "How a result came about: of each unit the newest votes, calls and stage."),
          true,
          Optional.of(GeoJson::documents));

  private static List<Document> documents(ElectionAt election) {
    return List.of(
        new Document(election.id() + ".geojson", "map", out -> new GeoJson(election).write(out)));
  }

  private final ElectionAt election;

  private GeoJson(ElectionAt election) {
    this.election = election;
  }

  private void write(OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("election", election.id());
      json.writeStringField("at", election.at().toString());
      json.writeArrayFieldStart("features");
      for (UnitRow row : election.standing().units()) state(json, row);
      for (Returns each : counties()) county(json, each);
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** Of each unit below a state the newest figures of the source that is preferred there. */
  private List<Returns> counties() {
    Map<String, Returns> newest = new TreeMap<>();
    for (CountyRows of : CountyRows.of(election))
      for (Returns each : of.returns()) newest.putIfAbsent(each.unit(), each);
    return new ArrayList<>(newest.values());
  }

  private void state(JsonGenerator json, UnitRow row) throws IOException {
    feature(json, row.unit().id());
    json.writeNumberField("electors", row.unit().electors());
    Optional<String> stage = row.stage().map(Rung::word);
    if (stage.isPresent()) json.writeStringField("stage", stage.get());
    for (Map.Entry<String, Entry> source : newestOf(row.unit().id()).entrySet())
      votes(json, (Returns) source.getValue().fact());
    for (Map.Entry<String, String> call : row.calls().entrySet())
      json.writeStringField("called:" + call.getKey(), call.getValue());
    end(json);
  }

  /** By the first source, in the record's order of preference, that has figures of a unit. */
  private Map<String, Entry> newestOf(String unit) {
    for (Map.Entry<String, Map<String, Entry>> source : election.returns().entrySet()) {
      Entry entry = source.getValue().get(unit);
      if (entry != null) return Map.of(source.getKey(), entry);
    }
    return Map.of();
  }

  private void county(JsonGenerator json, Returns returns) throws IOException {
    feature(json, returns.unit());
    votes(json, returns);
    end(json);
  }

  private void feature(JsonGenerator json, String unit) throws IOException {
    Places places = election.places();
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    Optional<String> fips = places.fips(unit);
    if (fips.isPresent()) json.writeStringField("id", fips.get());
    json.writeNullField("geometry");
    json.writeObjectFieldStart("properties");
    json.writeStringField("unit", unit);
    json.writeStringField("name", places.name(unit));
    Optional<String> ocd = places.ocd(unit);
    if (ocd.isPresent()) json.writeStringField("ocd", ocd.get());
  }

  private static void votes(JsonGenerator json, Returns returns) throws IOException {
    for (String ticket : returns.votes().ids())
      json.writeNumberField("votes:" + ticket, returns.votes().count(ticket).getAsLong());
    number(json, "other", returns.other());
    number(json, "total", returns.total());
  }

  private static void number(JsonGenerator json, String name, OptionalLong number)
      throws IOException {
    if (number.isPresent()) json.writeNumberField(name, number.getAsLong());
  }

  private static void end(JsonGenerator json) throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }
}
