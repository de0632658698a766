package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Problem;

/**
 * A made-up record that has every kind of fact, with all of its fields and with as few as it can
 * have. Tests change one thing in it.
 */
final class EveryKind {

  private final List<String> lines;

  private EveryKind(List<String> lines) {
    this.lines = new ArrayList<>(lines);
  }

  static EveryKind record() {
    return new EveryKind(new String(bytes(), UTF_8).lines().toList());
  }

  static byte[] bytes() {
    try (InputStream in = EveryKind.class.getResourceAsStream("every-kind.jsonl")) {
      return in.readAllBytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The same record as drafts, with the spaces and the order of fields that a person would use. */
  static EveryKind drafts() {
    List<String> drafts = new ArrayList<>();
    for (String line : record().lines) {
      String fact = line.substring(line.indexOf("\"fact\":"), line.length() - 1);
      drafts.add("{ " + fact + " }");
    }
    return new EveryKind(drafts);
  }

  /** The first so many lines. */
  EveryKind first(int number) {
    return new EveryKind(lines.subList(0, number));
  }

  /** Replaces text that must be there; {@code line} counts from 1. */
  EveryKind change(int line, String from, String to) {
    String before = line(line);
    if (!before.contains(from)) throw new AssertionError("line " + line + " has no " + from);
    lines.set(line - 1, before.replace(from, to));
    return this;
  }

  EveryKind set(int line, String text) {
    lines.set(line - 1, text);
    return this;
  }

  EveryKind insert(int line, String text) {
    lines.add(line - 1, text);
    return this;
  }

  EveryKind remove(int line) {
    lines.remove(line - 1);
    return this;
  }

  String line(int line) {
    return lines.get(line - 1);
  }

  int size() {
    return lines.size();
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  RecordReader.Reading read() {
    return read(text());
  }

  static RecordReader.Reading read(String text) {
    return read(text.getBytes(UTF_8));
  }

  static RecordReader.Reading read(byte[] bytes) {
    return RecordReader.read(new ByteArrayInputStream(bytes));
  }

  List<Entry> entries() {
    return read().entries();
  }

  /** Every problem as its line, code and path: {@code 2 R206 votes.hayes}. */
  List<String> problems() {
    return places(read());
  }

  static List<String> places(RecordReader.Reading reading) {
    return reading.problems().stream().map(EveryKind::place).toList();
  }

  private static String place(Problem problem) {
    return (problem.line() + " " + problem.check().code() + " " + problem.path()).strip();
  }
}
