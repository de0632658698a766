package org.ascertain.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Votes;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing.Differing;
import org.ascertain.standing.Standing.OtherSource;
import org.ascertain.standing.Standing.UnitRow;
import org.jspecify.annotations.Nullable;

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
                  "the moment and the note",
                  fact -> !(fact instanceof Fact.Header || fact instanceof Fact.Addition)),
              new Loss(
                  "the source",
                  fact -> fact instanceof Fact.Call || fact instanceof Fact.Certification),
              new Loss(
                  "who certified, other votes and the total of a certificate",
                  fact -> fact instanceof Fact.Certification),
              new Loss("who stands", fact -> fact instanceof Fact.Addition)),
          List.of(
              "Shapes: each feature's `geometry` is null; its `id` is the FIPS code by which maps"
                  + " name states and counties.",
              "How a result came about: of each unit the newest calls and stage, and the newest votes"
                  + " of the `source` that the record prefers, which make its tally. By how much"
                  + " another source's differ is `difference:SOURCE:TICKET`, and what a unit's own"
                  + " votes have beyond those told below it `residual:TICKET`.",
              "Precincts: what lies in a county is on no map of counties."),
          true,
          Optional.of(GeoJson::documents));

  private static List<Document> documents(ElectionAt election) {
    GeoJson map = new GeoJson(election);
    return List.of(new Document(election.id() + ".geojson", "map", map::has, map::write));
  }

  private final ElectionAt election;

  /** Made when it is first asked for. */
  private @Nullable Map<String, Returns> shown;

  /** By unit what else is told of it, likewise. */
  private final Map<String, Differing> differing = new HashMap<>();

  private GeoJson(ElectionAt election) {
    this.election = election;
  }

  /** Of a unit the figures of one source are there. */
  private boolean has(Entry entry) {
    return !(entry.fact() instanceof Returns returns)
        || returns.equals(shown().get(returns.unit()));
  }

  /** By unit the figures that make its tally; precincts are on no map. */
  private Map<String, Returns> shown() {
    Map<String, Returns> known = shown;
    if (known != null) return known;
    known = new TreeMap<>(election.tallied());
    known.keySet().removeIf(unit -> unit.indexOf('/') != unit.lastIndexOf('/'));
    shown = known;
    return known;
  }

  private static boolean isBelow(String unit) {
    return unit.indexOf('/') >= 0;
  }

  private void write(OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("election", election.id());
      json.writeStringField("at", election.at().toString());
      json.writeArrayFieldStart("features");
      for (UnitRow row : election.standing().units())
        if (row.below().isPresent())
          for (Differing each : row.below().get().differing()) differing.put(each.unit(), each);
      for (UnitRow row : election.standing().units()) state(json, row);
      for (Returns each : shown().values()) if (isBelow(each.unit())) county(json, each);
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void state(JsonGenerator json, UnitRow row) throws IOException {
    feature(json, row.unit().id());
    json.writeNumberField("electors", row.unit().electors());
    Optional<String> stage = row.stage().map(Rung::word);
    if (stage.isPresent()) json.writeStringField("stage", stage.get());
    Returns newest = shown().get(row.unit().id());
    if (newest != null) votes(json, newest);
    differences(json, row.otherSources());
    if (newest != null && row.below().isPresent()) residual(json, row.below().get().residual());
    if (row.certifiedVotes().isPresent()) {
      Votes certified = row.certifiedVotes().get();
      for (String ticket : certified.ids())
        json.writeNumberField("certified:" + ticket, certified.count(ticket).getAsLong());
    }
    for (Map.Entry<String, String> call : row.calls().entrySet())
      json.writeStringField("called:" + call.getKey(), call.getValue());
    end(json);
  }

  private void county(JsonGenerator json, Returns returns) throws IOException {
    feature(json, returns.unit());
    votes(json, returns);
    Differing told = differing.get(returns.unit());
    if (told != null) {
      differences(json, told.otherSources());
      residual(json, told.residual());
    }
    end(json);
  }

  private static void differences(JsonGenerator json, List<OtherSource> others) throws IOException {
    for (OtherSource other : others)
      for (Map.Entry<String, Long> each : other.difference().entrySet())
        if (each.getValue() != 0)
          json.writeNumberField(
              "difference:" + other.source() + ":" + each.getKey(), each.getValue());
  }

  private static void residual(JsonGenerator json, Map<String, Long> residual) throws IOException {
    for (Map.Entry<String, Long> each : residual.entrySet())
      if (each.getValue() != 0) json.writeNumberField("residual:" + each.getKey(), each.getValue());
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
    Optional<String> list = places.vintage(unit);
    if (list.isPresent()) json.writeStringField("fips_list", list.get());
    Optional<String> ocd = places.ocd(unit);
    if (ocd.isPresent()) json.writeStringField("ocd", ocd.get());
  }

  private static void votes(JsonGenerator json, Returns returns) throws IOException {
    json.writeStringField("source", returns.attestation().source().id());
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
