package org.ascertain.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.When;
import org.ascertain.exchange.Table.CellType;
import org.ascertain.exchange.Table.Column;
import org.ascertain.record.FactWord;
import org.ascertain.record.Pin;

/**
 * Elections as CSV tables (RFC 4180, UTF-8) with three descriptions of them: Frictionless {@code
 * datapackage.json}, CSVW {@code csv-metadata.json} and schema.org's {@code dataset.json}.
 */
public final class DataPackage {

  private static final String TITLE = "Elections of the President of the United States";

  /** Each election as the descriptions name it. */
  private record Described(String election, int year, When at, Optional<Pin> version, String day) {
    static Described of(ElectionAt election) {
      return new Described(
          election.id(),
          election.header().year(),
          election.at(),
          election.version(),
          election.recorded().map(Object::toString).orElse(""));
    }

    /** The record as it is cited: its id, its entries, its root. */
    String cited() {
      return version
          .map(pin -> "%s@%d %s".formatted(election, pin.size(), pin.root()))
          .orElse(election);
    }
  }

  /** That of the project, which the archive's records are part of. */
  private static final String LICENCE = "https://www.apache.org/licenses/LICENSE-2.0";

  public static final Format CSV =
      new Format(
          "csv",
          "CSV tables with Frictionless, CSVW and schema.org metadata",
          "csv",
          "text/csv",
          FactWord.all(),
          List.of(),
          List.of(
              "Earlier versions of an entry that was corrected: its newest stands in the table of"
                  + " its kind, and why in `correction`.",
              "The bytes that were hashed: `elections.csv` has the root of each record, whose lines"
                  + " `export ELECTION` writes.",
              "The votes of single electors, single ballots in rank order, members' votes: as JSON"
                  + " in one cell."),
          false,
          Optional.of(DataPackage::documents));

  private static List<Document> documents(ElectionAt election) {
    List<Document> documents = new ArrayList<>();
    for (Table table : Tables.all())
      documents.add(
          new Document(
              table.file(),
              table.name(),
              entry -> TableRows.has(table, entry.fact()),
              out -> table(table, election, out)));
    List<Described> described = List.of(Described.of(election));
    documents.add(
        description("datapackage.json", "datapackage", out -> frictionless(described, out)));
    documents.add(description("csv-metadata.json", "csvw", out -> csvw(described, out)));
    documents.add(description("dataset.json", "dataset", out -> dataset(described, out)));
    return List.copyOf(documents);
  }

  /** It tells of the tables, and of no fact. */
  private static Document description(String name, String part, Document.Content content) {
    return new Document(name, part, entry -> false, content);
  }

  private static void table(Table table, ElectionAt election, OutputStream out) throws IOException {
    try (TableRows rows = new TableRows(List.of(table), of -> staysOpen(out))) {
      rows.add(election);
    }
  }

  private static OutputStream staysOpen(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  /**
   * Writes many elections into one package.
   *
   * @param elections each asked for when the one before is written
   */
  public static void write(Path folder, Iterator<ElectionAt> elections) throws IOException {
    Files.createDirectories(folder);
    List<Described> described = new ArrayList<>();
    try (TableRows rows =
        new TableRows(
            Tables.all(),
            table ->
                new BufferedOutputStream(
                    Files.newOutputStream(folder.resolve(table.file())), 1 << 16))) {
      while (elections.hasNext()) {
        ElectionAt election = elections.next();
        rows.add(election);
        described.add(Described.of(election));
      }
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("datapackage.json"))) {
      frictionless(described, out);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("csv-metadata.json"))) {
      csvw(described, out);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("dataset.json"))) {
      dataset(described, out);
    }
  }

  private interface Inside {
    void write(JsonGenerator json) throws IOException;
  }

  private static void json(OutputStream out, Inside inside) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(staysOpen(out))) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      inside.write(json);
      json.writeEndObject();
    }
  }

  /** The newest day on which any of the records was written on. */
  private static String version(List<Described> elections) {
    return elections.stream().map(Described::day).max(String::compareTo).orElse("");
  }

  private static void frictionless(List<Described> elections, OutputStream out) throws IOException {
    json(
        out,
        json -> {
          json.writeStringField("profile", "tabular-data-package");
          json.writeStringField("name", "ascertain-us-president");
          json.writeStringField("title", TITLE);
          json.writeStringField("version", version(elections));
          json.writeArrayFieldStart("licenses");
          json.writeStartObject();
          json.writeStringField("name", "Apache-2.0");
          json.writeStringField("path", LICENCE);
          json.writeEndObject();
          json.writeEndArray();
          json.writeArrayFieldStart("records");
          for (Described each : elections) {
            json.writeStartObject();
            json.writeStringField("election", each.election());
            json.writeStringField("day", each.day());
            if (each.version().isPresent()) {
              json.writeNumberField("entries", each.version().get().size());
              json.writeStringField("root", each.version().get().root().toString());
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("resources");
          for (Table table : Tables.all()) resource(json, table);
          json.writeEndArray();
        });
  }

  private static void resource(JsonGenerator json, Table table) throws IOException {
    json.writeStartObject();
    json.writeStringField("profile", "tabular-data-resource");
    json.writeStringField("name", table.name());
    json.writeStringField("path", table.file());
    json.writeStringField("description", table.about());
    json.writeStringField("format", "csv");
    json.writeStringField("mediatype", "text/csv");
    json.writeStringField("encoding", "utf-8");
    json.writeObjectFieldStart("schema");
    json.writeArrayFieldStart("fields");
    for (Column column : table.columns()) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      json.writeStringField("type", column.type().word());
      if (column.type() == CellType.MOMENT) json.writeStringField("format", "any");
      json.writeStringField("description", column.about());
      json.writeEndObject();
    }
    json.writeEndArray();
    texts(json, "missingValues", List.of(""));
    if (!table.key().isEmpty()) texts(json, "primaryKey", table.key());
    if (!table.equals(Tables.ELECTIONS)) {
      json.writeArrayFieldStart("foreignKeys");
      reference(json, "fields", List.of("election"), Tables.ELECTIONS, table);
      for (Map.Entry<String, Table> each : Tables.references(table).entrySet())
        reference(json, "fields", List.of("election", each.getKey()), each.getValue(), table);
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** That cells are the key of a row of a table: Frictionless names it, and itself by nothing. */
  private static void reference(
      JsonGenerator json, String fields, List<String> columns, Table to, Table from)
      throws IOException {
    boolean isCsvw = fields.equals(CSVW_COLUMNS);
    json.writeStartObject();
    texts(json, fields, columns);
    json.writeObjectFieldStart("reference");
    if (isCsvw) json.writeStringField("resource", to.file());
    else json.writeStringField("resource", to.equals(from) ? "" : to.name());
    texts(json, fields, to.key());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** CSVW's name for the columns of a reference. */
  private static final String CSVW_COLUMNS = "columnReference";

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) json.writeString(text);
    json.writeEndArray();
  }

  private static void csvw(List<Described> elections, OutputStream out) throws IOException {
    json(
        out,
        json -> {
          json.writeStringField("@context", "http://www.w3.org/ns/csvw");
          json.writeStringField("dc:title", TITLE);
          json.writeStringField("dc:date", version(elections));
          json.writeObjectFieldStart("dc:license");
          json.writeStringField("@id", LICENCE);
          json.writeEndObject();
          json.writeArrayFieldStart("tables");
          for (Table table : Tables.all()) {
            json.writeStartObject();
            json.writeStringField("url", table.file());
            json.writeStringField("dc:description", table.about());
            json.writeObjectFieldStart("tableSchema");
            json.writeArrayFieldStart("columns");
            for (Column column : table.columns()) {
              json.writeStartObject();
              json.writeStringField("name", column.name());
              json.writeStringField("titles", column.name());
              json.writeStringField(
                  "datatype", column.type() == CellType.MOMENT ? "dateTime" : column.type().word());
              json.writeStringField("dc:description", column.about());
              json.writeEndObject();
            }
            json.writeEndArray();
            if (!table.key().isEmpty()) texts(json, "primaryKey", table.key());
            if (!table.equals(Tables.ELECTIONS)) {
              json.writeArrayFieldStart("foreignKeys");
              reference(json, CSVW_COLUMNS, List.of("election"), Tables.ELECTIONS, table);
              for (Map.Entry<String, Table> each : Tables.references(table).entrySet())
                reference(
                    json, CSVW_COLUMNS, List.of("election", each.getKey()), each.getValue(), table);
              json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void dataset(List<Described> elections, OutputStream out) throws IOException {
    json(
        out,
        json -> {
          json.writeStringField("@context", "https://schema.org/");
          json.writeStringField("@type", "Dataset");
          json.writeStringField("name", TITLE);
          json.writeStringField(
              "description",
              "What is known of elections decided by an electoral college: votes, calls,"
                  + " certificates, elector votes, the count in Congress, each with its time and"
                  + " source.");
          json.writeStringField("version", version(elections));
          json.writeStringField("license", LICENCE);
          json.writeStringField(
              "temporalCoverage",
              String.format(
                  Locale.ROOT, "%d/%d", elections.getFirst().year(), elections.getLast().year()));
          texts(json, "isBasedOn", elections.stream().map(Described::cited).toList());
          json.writeArrayFieldStart("distribution");
          for (Table table : Tables.all()) {
            json.writeStartObject();
            json.writeStringField("@type", "DataDownload");
            json.writeStringField("name", table.name());
            json.writeStringField("encodingFormat", "text/csv");
            json.writeStringField("contentUrl", table.file());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private DataPackage() {}
}
