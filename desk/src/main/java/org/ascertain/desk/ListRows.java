package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonGenerator.Feature;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.jspecify.annotations.Nullable;

/** A fact as JSON, or a list of facts; each is a row, however it is laid out. */
final class ListRows implements Rows {

  private static final int DEEPEST = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(RowCutter.LONGEST)
                  .maxNumberLength(RowCutter.LONGEST)
                  .maxStringLength(8 * RowCutter.LONGEST)
                  .build())
          .build();

  /** The bytes of a row as far as they are kept, and how many there were. */
  private static final class Kept extends ByteArrayOutputStream {
    private long length;

    @Override
    public synchronized void write(int b) {
      if (length++ <= RowCutter.LONGEST) super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int n) {
      int room = (int) Math.max(0, Math.min(n, RowCutter.LONGEST + 1 - length));
      super.write(bytes, from, room);
      length += n;
    }
  }

  private final JsonParser json;
  private final FactRows facts;
  private long number;

  /** The row that is being read, as far as it goes. */
  private Kept bytes = new Kept();

  private boolean inRow;
  private boolean inList;
  private boolean ended;

  ListRows(InputStream in, Source source, Iterable<Source> known) throws IOException {
    this.json = FACTORY.createParser(in);
    this.facts = new FactRows(source, known);
  }

  @Override
  public Optional<Finding> refusal() {
    return Optional.empty();
  }

  @Override
  public Optional<Read> next() throws IOException {
    if (ended) return Optional.empty();
    try {
      @Nullable JsonToken token = json.nextToken();
      if (token == JsonToken.START_ARRAY && !inList && number == 0) {
        inList = true;
        token = json.nextToken();
      }
      if (token == JsonToken.END_ARRAY && inList) {
        inList = false;
        token = json.nextToken();
        if (token != null) return broken("something follows the list");
      }
      if (token == null) {
        ended = true;
        return Optional.empty();
      }
      number++;
      inRow = true;
      Read read = row();
      inRow = false;
      bytes = new Kept();
      return Optional.of(read);
    } catch (JsonProcessingException notJson) {
      return broken(
          "it is no JSON from byte %,d on, or it was cut off"
              .formatted(
                  notJson.getLocation() == null ? 0 : notJson.getLocation().getByteOffset()));
    }
  }

  private Read row() throws IOException {
    try (JsonGenerator copy =
        FACTORY.createGenerator(bytes).disable(Feature.AUTO_CLOSE_JSON_CONTENT)) {
      copy.copyCurrentStructure(json);
    }
    if (bytes.length <= RowCutter.LONGEST) return facts.row(number, bytes.toByteArray());
    String raw = new String(Arrays.copyOf(bytes.toByteArray(), RowCutter.LONGEST), UTF_8);
    return FactRows.unreadable(number, raw, Check.TOO_LONG, "%,d".formatted(bytes.length));
  }

  /** What follows cannot be told apart any more. */
  private Optional<Read> broken(String why) throws IOException {
    ended = true;
    json.releaseBuffered(bytes);
    byte[] rest = bytes.toByteArray();
    String raw = new String(rest, 0, Math.min(rest.length, RowCutter.LONGEST), UTF_8);
    long row = inRow ? number : number + 1;
    Problem problem = new Problem(Check.NOT_JSON, row - 1, Row.REST, why);
    return Optional.of(Read.of(new Row(row, raw, Map.of(), Optional.empty(), List.of(problem))));
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
