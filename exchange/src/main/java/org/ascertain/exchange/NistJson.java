package org.ascertain.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;

/** Writes a report as JSON, part by part. */
final class NistJson implements ReportSink {

  private static final String PREFIX = "ElectionResults.";

  private static final JsonFactory FACTORY =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final JsonGenerator json;

  private NistJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(OutputStream out, NistXml.Report report) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      report.writeTo(new NistJson(json));
    }
  }

  @Override
  public void report(Inside inside) throws IOException {
    item("ElectionReport", inside);
  }

  @Override
  public void part(String name, String type, Inside inside) throws IOException {
    json.writeFieldName(name);
    item(type, inside);
  }

  @Override
  public void list(String name, Inside items) throws IOException {
    json.writeArrayFieldStart(name);
    items.write();
    json.writeEndArray();
  }

  @Override
  public void item(String type, Inside inside) throws IOException {
    json.writeStartObject();
    json.writeStringField("@type", PREFIX + type);
    inside.write();
    json.writeEndObject();
  }

  @Override
  public void item(String type, String id, Inside inside) throws IOException {
    json.writeStartObject();
    json.writeStringField("@type", PREFIX + type);
    json.writeStringField("@id", id);
    inside.write();
    json.writeEndObject();
  }

  @Override
  public void text(String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  @Override
  public void number(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  @Override
  public void truth(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }

  @Override
  public void references(String name, Collection<String> ids) throws IOException {
    if (ids.isEmpty()) return;
    json.writeArrayFieldStart(name);
    for (String id : ids) json.writeString(id);
    json.writeEndArray();
  }

  @Override
  public void english(String name, String text) throws IOException {
    part(
        name,
        "InternationalizedText",
        () -> {
          list(
              "Text",
              () ->
                  item(
                      "LanguageString",
                      () -> {
                        json.writeStringField("Content", text);
                        json.writeStringField("Language", "en");
                      }));
        });
  }
}
