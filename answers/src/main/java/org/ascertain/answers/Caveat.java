package org.ascertain.answers;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.standing.History;

/**
 * What a reader has to know of an answer before taking it for what happened: it stands in the
 * answer's second line, and in JSON as {@code caveat}.
 */
public record Caveat(List<String> sentences) {

  /** Nothing: the answer is of the archive's record under the law of its day. */
  public static final Caveat NONE = new Caveat(List.of());

  public Caveat {
    sentences = List.copyOf(sentences);
  }

  /** A record that is not the archive's. */
  public static Caveat ofRecord(String written) {
    return new Caveat(List.of("From " + written + ", not the archive's record."));
  }

  /** A scenario, with what it says of itself. */
  public static Caveat ofScenario(String about) {
    return new Caveat(List.of("A scenario, not what happened: " + about));
  }

  /** The same of the first entries of a record. */
  public Caveat ofFirst(long entries) {
    return with("As the record was when it had " + Names.several(entries, "entry.", "entries."));
  }

  /** The same under the law that a history is told by, where that is of another year. */
  public Caveat under(History history) {
    int law = history.law().election();
    return law == history.header().year() ? this : with("Under the law of " + law + ".");
  }

  private Caveat with(String sentence) {
    List<String> all = new ArrayList<>(sentences);
    all.add(sentence);
    return new Caveat(all);
  }

  /** Prints its line, where there is anything to say. */
  void print(PrintWriter out) {
    text().ifPresent(out::println);
  }

  /** Writes its field inside an object that has been begun. */
  public void write(JsonAnswer json) throws IOException {
    json.text("caveat", text());
  }

  private Optional<String> text() {
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }
}
