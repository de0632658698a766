package org.ascertain.record;

import static java.lang.Character.MAX_SURROGATE;
import static java.lang.Character.MIN_SURROGATE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Check;
import org.jspecify.annotations.Nullable;

/** Bytes of a line become JSON: exactly one object, in valid UTF-8, no name twice in an object. */
final class LineParser {

  /** How deep lists and objects may stand in each other. The deepest that has a use is 8. */
  static final int DEEPEST = 64;

  private static final long LARGEST = (1L << 53) - 1;
  private static final int DIGITS_OF_LARGEST = 16;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(RecordReader.LONGEST_LINE)
                  .maxNumberLength(RecordReader.LONGEST_LINE)
                  .build())
          .build();

  private static final Pattern CHARACTER = Pattern.compile("^Unexpected character \\('(.+?)' \\(");
  private static final Pattern TOKEN = Pattern.compile("^Unrecognized token '(.*?)'");

  /** What some editors put at the beginning of a file in UTF-8. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private static final Json TRUE = new Json.Truth(true);
  private static final Json FALSE = new Json.Truth(false);
  private static final Json NULL = new Json.Null();

  private final Report report;
  private final CharsetDecoder strict = UTF_8.newDecoder();
  private boolean hasEscapes;

  LineParser(Report report) {
    this.report = report;
  }

  /** The line's object, or null where the line is not one; the report then says why. */
  Json.@Nullable Members parse(byte[] bytes, int from, int length) {
    if (!isUtf8(bytes, from, length)) return null;
    if (beginsWithMark(bytes, from, length)) {
      report.add(
          Check.NOT_JSON, "it begins with a byte order mark; save the file as UTF-8 without one");
      return null;
    }
    try (JsonParser json = FACTORY.createParser(bytes, from, length)) {
      return line(json);
    } catch (JsonProcessingException notJson) {
      report.restart();
      report.add(Check.NOT_JSON, sayWhy(notJson));
      return null;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Json.@Nullable Members line(JsonParser json) throws IOException {
    JsonToken first = json.nextToken();
    if (first != JsonToken.START_OBJECT) {
      report.add(Check.NOT_JSON, first == null ? "it is blank" : "it does not begin with {");
      return null;
    }
    Json.Members members = members(json);
    if (json.nextToken() == null) return members;
    report.restart();
    report.add(
        Check.NOT_JSON,
        "something follows the object at byte "
            + (json.currentTokenLocation().getByteOffset() + 1));
    return null;
  }

  private Json.Members members(JsonParser json) throws IOException {
    Json.Members members = new Json.Members();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      report.enter(name);
      checkPairs(name);
      if (!members.add(name, value(json, json.nextToken()))) report.add(Check.DUPLICATE_FIELD);
      report.leave();
    }
    return members;
  }

  private Json items(JsonParser json) throws IOException {
    List<Json> items = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      report.enter(items.size());
      items.add(value(json, token));
      report.leave();
    }
    return new Json.Items(items);
  }

  private Json value(JsonParser json, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> members(json);
      case START_ARRAY -> items(json);
      case VALUE_STRING -> text(json);
      case VALUE_NUMBER_INT -> number(json);
      case VALUE_TRUE -> TRUE;
      case VALUE_FALSE -> FALSE;
      case VALUE_NULL -> NULL;
      default -> new Json.OtherNumber(json.getText());
    };
  }

  private Json text(JsonParser json) throws IOException {
    String text = json.getText();
    checkPairs(text);
    return new Json.Text(text);
  }

  private static Json number(JsonParser json) throws IOException {
    int length = json.getTextLength();
    if (length <= DIGITS_OF_LARGEST) {
      long value = json.getLongValue();
      boolean minusNought = value == 0 && length > 1;
      if (value >= 0 && value <= LARGEST && !minusNought) return new Json.Whole(value);
    }
    return new Json.OtherNumber(json.getText());
  }

  /** Text that cannot be written as UTF-8; only an escape can bring it in. */
  private void checkPairs(String text) {
    if (hasEscapes && text.codePoints().anyMatch(c -> MIN_SURROGATE <= c && c <= MAX_SURROGATE))
      report.addType("has half of a surrogate pair", "whole text");
  }

  private boolean isUtf8(byte[] bytes, int from, int length) {
    int all = 0;
    boolean escapes = false;
    for (int i = from; i < from + length; i++) {
      all |= bytes[i];
      escapes |= bytes[i] == '\\';
    }
    hasEscapes = escapes;
    if (all >= 0) return true;
    ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
    CoderResult result = strict.reset().decode(in, CharBuffer.allocate(length), true);
    if (!result.isError()) return true;
    int place = in.position();
    report.add(
        Check.NOT_UTF8, "byte " + (place - from + 1) + " is 0x" + HEX.toHexDigits(bytes[place]));
    return false;
  }

  private static boolean beginsWithMark(byte[] bytes, int from, int length) {
    return length >= MARK.length
        && Arrays.equals(bytes, from, from + MARK.length, MARK, 0, MARK.length);
  }

  private static String sayWhy(JsonProcessingException notJson) {
    if (notJson instanceof StreamConstraintsException)
      return "it goes more than " + DEEPEST + " levels deep";
    long place = notJson.getLocation() == null ? 0 : notJson.getLocation().getByteOffset();
    return "at byte " + (place + 1) + " " + why(notJson);
  }

  /** What the parser says is for programmers. */
  private static String why(JsonProcessingException notJson) {
    if (notJson instanceof JsonEOFException) return "it ends before the object does";
    String said = notJson.getOriginalMessage().lines().findFirst().orElse("");
    Matcher character = CHARACTER.matcher(said);
    if (character.find()) return Report.quote(character.group(1)) + " stands where it may not";
    Matcher token = TOKEN.matcher(said);
    if (token.find()) return Report.quote(token.group(1)) + " stands, which is no value";
    if (said.contains("numeric")) return "a number is not written as JSON has it";
    if (said.contains("CTRL-CHAR")) return "a control character stands unescaped";
    return "it is no JSON any more";
  }
}
