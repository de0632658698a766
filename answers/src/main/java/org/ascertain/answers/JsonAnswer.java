package org.ascertain.answers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Votes;

/** Writes answers as JSON. What is unknown is left out. */
public final class JsonAnswer {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int MOST_ENTRIES = 20;

  /** What stands inside an object or list. */
  @FunctionalInterface
  public interface Inside {
    void write(JsonAnswer json) throws IOException;
  }

  private final JsonGenerator out;

  private JsonAnswer(JsonGenerator out) {
    this.out = out;
  }

  /** One object as text, indented for people. */
  public static String object(Inside inside) {
    return written(
        inside,
        out ->
            out.setPrettyPrinter(new DefaultPrettyPrinter())
                .setCharacterEscapes(new UnprintableEscapes()));
  }

  /** One object as text without a space too many. */
  public static String compact(Inside inside) {
    return written(inside, out -> {});
  }

  private static String written(Inside inside, Consumer<JsonGenerator> layout) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      layout.accept(out);
      JsonAnswer json = new JsonAnswer(out);
      out.writeStartObject();
      inside.write(json);
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  public void object(String name, Inside inside) throws IOException {
    out.writeObjectFieldStart(name);
    inside.write(this);
    out.writeEndObject();
  }

  /** What no method here writes: rows of bare figures. */
  public JsonGenerator out() {
    return out;
  }

  public <T> void list(String name, Collection<T> items, Item<T> each) throws IOException {
    out.writeArrayFieldStart(name);
    for (T item : items) {
      out.writeStartObject();
      each.write(item);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Writes the fields of one item of a list. */
  @FunctionalInterface
  public interface Item<T> {
    void write(T item) throws IOException;
  }

  public void texts(String name, Collection<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) out.writeString(text);
    out.writeEndArray();
  }

  public void text(String name, String text) throws IOException {
    out.writeStringField(name, text);
  }

  public void text(String name, Optional<String> text) throws IOException {
    if (text.isPresent()) text(name, text.get());
  }

  /** A text in English, and beside it in Spanish, with a name that ends in {@code Es}. */
  void told(String name, Names names, Function<Names, String> words) throws IOException {
    text(name, words.apply(names));
    text(name + "Es", words.apply(names.inSpanish()));
  }

  public void number(String name, long number) throws IOException {
    out.writeNumberField(name, number);
  }

  public void number(String name, OptionalInt number) throws IOException {
    if (number.isPresent()) number(name, number.getAsInt());
  }

  public void number(String name, OptionalLong number) throws IOException {
    if (number.isPresent()) number(name, number.getAsLong());
  }

  public void truth(String name, boolean truth) throws IOException {
    out.writeBooleanField(name, truth);
  }

  public void votes(String name, Votes votes) throws IOException {
    object(name, json -> json.votes(votes));
  }

  public void votes(Votes votes) throws IOException {
    for (int i = 0; i < votes.size(); i++) number(votes.ids().get(i), votes.count(i));
  }

  public void numbers(String name, Map<String, Long> numbers) throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> each : numbers.entrySet()) number(each.getKey(), each.getValue());
    out.writeEndObject();
  }

  public void ballots(Ballots ballots) throws IOException {
    switch (ballots) {
      case Ballots.Distinct(var president, var vicePresident) -> {
        votes("president", president);
        votes("vicePresident", vicePresident);
      }
      case Ballots.Pairs(var both) -> votes("both", both);
    }
  }

  /** At most twenty indexes, then how many more there are. */
  public void entries(List<Long> entries) throws IOException {
    indexes("entries", entries.subList(0, Math.min(MOST_ENTRIES, entries.size())));
    if (entries.size() > MOST_ENTRIES) number("more", entries.size() - MOST_ENTRIES);
  }

  /** Whole numbers that say where something stands. */
  public void indexes(String name, Collection<? extends Number> indexes) throws IOException {
    out.writeArrayFieldStart(name);
    for (Number index : indexes) out.writeNumber(index.longValue());
    out.writeEndArray();
  }
}
