package org.ascertain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/**
 * The schemas of others, which are not ours to give out: looked for in the folder that {@code
 * ASCERTAIN_SCHEMAS} names. Without it a test says by name what it did not check.
 */
final class Schemas {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A schema's file; empty, and said so, where the folder is not named. */
  private static Optional<Path> file(String name) {
    Optional<Path> file =
        Optional.ofNullable(System.getenv("ASCERTAIN_SCHEMAS"))
            .map(folder -> Path.of(folder).resolve(name));
    if (file.isEmpty())
      System.out.println("ASCERTAIN_SCHEMAS names no folder: not checked against " + name);
    else assertThat(file.get()).exists();
    return file;
  }

  /** Holds XML against a schema that may name others only in its own folder. */
  static void assertValidXml(byte[] xml, String schema) throws IOException {
    Optional<Path> file = file(schema);
    if (file.isEmpty()) return;
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      Validator validator = factory.newSchema(file.get().toFile()).newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
    } catch (SAXException invalid) {
      throw new AssertionError(invalid.getMessage(), invalid);
    }
  }

  static void assertValidJson(byte[] json, String schema) throws IOException {
    Optional<Path> file = file(schema);
    if (file.isEmpty()) return;
    JsonNode against = JSON.readTree(Files.readString(file.get()));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(against)
                .validate(JSON.readTree(json)))
        .isEmpty();
  }

  private Schemas() {}
}
