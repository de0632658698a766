package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sound record of ten lines, to be broken at one place. */
final class SmallRecord {

  private static final String HEADER =
      "\"fact\":\"election\",\"at\":\"2020-11-03\",\"source\":{\"id\":\"desk\",\"title\":\"The desk\"},"
          + "\"election\":\"us-president-2020\",\"year\":2020,"
          + "\"candidates\":[{\"id\":\"biden\",\"name\":\"Joe Biden\"},{\"id\":\"trump\",\"name\":\"Donald Trump\"},{\"id\":\"harris\",\"name\":\"Kamala Harris\"}],"
          + "\"tickets\":[{\"id\":\"biden\",\"president\":\"biden\",\"vicePresident\":\"harris\"},{\"id\":\"trump\",\"president\":\"trump\"}],"
          + "\"callers\":[{\"id\":\"AP\",\"name\":\"AP\"}],\"caller\":\"AP\"";

  private final List<String> lines = new ArrayList<>();

  SmallRecord() {
    add(HEADER);
    add(
        "\"fact\":\"returns\",$,\"unit\":\"PA\",\"votes\":{\"biden\":500,\"trump\":400},\"total\":900");
    add("\"fact\":\"returns\",$,\"unit\":\"GA\",\"votes\":{\"biden\":30,\"trump\":20}");
    add("\"fact\":\"call\",$,\"unit\":\"PA\",\"caller\":\"AP\",\"for\":\"biden\"");
    add(
        "\"fact\":\"challenge\",$,\"id\":\"C1\",\"kind\":\"lawsuit\",\"name\":\"A v. B\",\"venue\":\"A court\",\"units\":[\"PA\"]");
    add("\"fact\":\"ruling\",$,\"challenge\":\"C1\",\"outcome\":\"Dismissed\",\"final\":true");
    add(
        "\"fact\":\"certification\",$,\"unit\":\"PA\",\"votes\":{\"biden\":510,\"trump\":405},\"authority\":\"Secretary\"");
    add(
        "\"fact\":\"ascertainment\",$,\"jurisdiction\":\"PA\",\"electors\":{\"biden\":20},\"authority\":\"Governor\"");
    add(
        "\"fact\":\"elector-votes\",$,\"jurisdiction\":\"PA\",\"president\":{\"biden\":20},\"vicePresident\":{\"harris\":20}");
    add(
        "\"fact\":\"correction\",$,\"corrects\":2,\"reason\":\"a slip\",\"with\":{\"fact\":\"returns\",$,\"unit\":\"GA\",\"votes\":{\"biden\":31,\"trump\":20}}");
  }

  /** Adds a line; {@code $} stands for its time and source. */
  SmallRecord add(String fact) {
    int index = lines.size();
    String common = "\"at\":\"2020-12-%02d\",\"source\":\"desk\"".formatted(index);
    lines.add(
        "{\"index\":%d,\"recorded\":\"2020-12-20T00:00:%02dZ\",\"recordedBy\":\"7\",%s}"
            .formatted(index, index, fact.replace("$", common)));
    return this;
  }

  SmallRecord remove(int line) {
    lines.remove(line - 1);
    return this;
  }

  /** Puts other words in the place of some that stand in a line once, counted from 1. */
  SmallRecord change(int line, String from, String to) {
    String before = lines.get(line - 1);
    if (before.indexOf(from) < 0 || before.indexOf(from) != before.lastIndexOf(from))
      throw new AssertionError(from + " does not stand once in " + before);
    lines.set(line - 1, before.replace(from, to));
    return this;
  }

  SmallRecord set(int line, String text) {
    lines.set(line - 1, text);
    return this;
  }

  byte[] bytes() {
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  /** Writes it to a file of its own; gives the path. */
  String writtenTo(Path folder) {
    return write(folder, bytes());
  }

  static String write(Path folder, byte[] bytes) {
    try {
      return Files.write(Files.createTempFile(folder, "record", ".jsonl"), bytes).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
