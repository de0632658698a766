package org.ascertain.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.zip.ZipException;
import org.ascertain.exchange.ReadRows.Unfit;
import org.jspecify.annotations.Nullable;

/** JSON, as it comes: each field is a part, of a list each item. */
final class JsonParts extends Parts {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxNumberLength(64)
                  .maxStringLength(1 << 20)
                  .build())
          .build();

  private final JsonParser json;

  /** The names of what has begun; a list has its name for each of its items. */
  private final Deque<String> open = new ArrayDeque<>();

  /** Whether what is open around here is a list. */
  private final Deque<Boolean> lists = new ArrayDeque<>();

  private String name = "";
  private String text = "";

  /** Whether the part that has begun is a value, which ends at once. */
  private boolean isValue;

  JsonParts(InputStream in) throws IOException {
    this.json = FACTORY.createParser(in);
  }

  @Override
  Event next() throws IOException, Unfit {
    if (isValue) {
      isValue = false;
      name = open.pop();
      return Event.END;
    }
    text = "";
    try {
      while (true) {
        @Nullable JsonToken token = json.nextToken();
        if (token == null) {
          if (!open.isEmpty() || !lists.isEmpty()) throw cutOff("it ends within a part");
          return Event.OVER;
        }
        switch (token) {
          case FIELD_NAME -> name = json.currentName();
          case START_ARRAY -> {
            open.push(here());
            lists.push(true);
          }
          case END_ARRAY -> {
            lists.pop();
            open.pop();
          }
          case START_OBJECT -> {
            name = here();
            open.push(name);
            lists.push(false);
            return Event.BEGIN;
          }
          case END_OBJECT -> {
            lists.pop();
            name = open.pop();
            return Event.END;
          }
          default -> {
            name = here();
            open.push(name);
            text = token == JsonToken.VALUE_NULL ? "" : json.getText();
            isValue = true;
            return Event.BEGIN;
          }
        }
      }
    } catch (JsonProcessingException broken) {
      // the parser's own words are for those who know parsers
      throw cutOff(
          broken instanceof JsonEOFException ? "it ends within a part" : "it is no JSON there");
    } catch (EOFException | ZipException | CharConversionException broken) {
      throw cutOff(ReadRows.why(broken));
    }
  }

  /** The name of the value that comes: of a list's item the list's, else the field's. */
  private String here() {
    if (lists.isEmpty()) return "";
    return lists.getFirst() && !open.isEmpty() ? open.getFirst() : name;
  }

  @Override
  String name() {
    return name;
  }

  @Override
  Map<String, String> attributes() {
    return Map.of();
  }

  @Override
  String text() {
    return text;
  }

  @Override
  long line() {
    return json.currentLocation().getLineNr();
  }

  @Override
  long column() {
    return json.currentLocation().getColumnNr();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
