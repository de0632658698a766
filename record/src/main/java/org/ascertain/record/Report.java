package org.ascertain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ascertain.election.Check;
import org.ascertain.election.Problem;

/** What is wrong with one line, and the path of the field that is being read. */
final class Report {

  private static final int LONGEST_QUOTATION = 120;

  private final List<Problem> problems = new ArrayList<>();
  private final Object[] steps = new Object[LineParser.DEEPEST + 2];
  private int depth;
  private long index;

  /** Begins a line; {@code index} is its place in the file, from 0. */
  void begin(long index) {
    this.index = index;
    restart();
  }

  /** Forgets what was said of this line, where one thing explains it all. */
  void restart() {
    depth = 0;
    problems.clear();
  }

  /** Goes to a member of the object that is being read. */
  void enter(String name) {
    steps[depth++] = name;
  }

  /** Goes to an item of the list that is being read. */
  void enter(int place) {
    steps[depth++] = place;
  }

  void leave() {
    depth--;
  }

  void add(Check check, String detail) {
    problems.add(new Problem(check, index, path(), detail));
  }

  /** A problem that is told by the field's path alone. */
  void add(Check check) {
    String path = path();
    problems.add(new Problem(check, index, path, path));
  }

  /** A problem that is told by the field's path and what stands there. */
  void addValue(Check check, String value) {
    String path = path();
    problems.add(new Problem(check, index, path, path + ": " + quote(value)));
  }

  /** A value of the wrong type. */
  void addType(Json found, String due) {
    addType(
        found instanceof Json.Text(String text)
            ? "is the text \"" + quote(text) + "\""
            : "is " + found.kind(),
        due);
  }

  /** A value that is not what it should be; {@code found} goes on from the field's path. */
  void addType(String found, String due) {
    String path = path();
    problems.add(
        new Problem(Check.WRONG_TYPE, index, path, path + " " + found + "; due is " + due));
  }

  /** A field that the object being read does not have. */
  void unknownField(String name) {
    enter(name);
    add(Check.UNKNOWN_FIELD);
    leave();
  }

  /** A field that the object being read must have. */
  void missingField(String name) {
    enter(name);
    add(Check.MISSING_FIELD);
    leave();
  }

  /** A field that does not go with another one. */
  void beside(String name, String other) {
    enter(name);
    addType("stands beside " + other, "one of the two");
    leave();
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  int size() {
    return problems.size();
  }

  List<Problem> problems() {
    return problems.isEmpty() ? List.of() : List.copyOf(problems);
  }

  /** A number for people to read: {@code 104,857,600}. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      switch (steps[i]) {
        case Integer place -> path.append('[').append(place).append(']');
        case Object name -> path.append(i == 0 ? "" : ".").append(quote(name.toString()));
      }
    }
    return path.toString();
  }

  /**
   * A piece of the record for people to read: of bearable length, on one line, whatever it holds.
   */
  static String quote(String text) {
    int end = Math.min(text.length(), LONGEST_QUOTATION);
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      shown.append(isShown(c) ? c : '\uFFFD');
    }
    return end < text.length() ? shown.append("...").toString() : shown.toString();
  }

  /** Half of a pair, what controls a screen, and what turns the direction of writing are not. */
  private static boolean isShown(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
