package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.answers.StandingJson;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordReader.Reading;
import org.ascertain.record.RecordSoFar;
import org.ascertain.standing.History;

/**
 * One folder of {@code scenarios/}: a record or a change to one, and what its standing has to be.
 * What a scenario asks for and does not find fails it, as does a field that nobody knows.
 */
record Scenario(Path folder, JsonNode asked) {

  private static final Set<String> FIELDS =
      Set.of("about", "record", "law", "drop", "add", "at", "known", "expect", "pending");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static Scenario in(Path folder) throws IOException {
    JsonNode asked = JSON.readTree(Files.readString(folder.resolve("scenario.json")));
    List<String> unknown = new ArrayList<>();
    asked.fieldNames().forEachRemaining(name -> unknown.add(name));
    unknown.removeAll(FIELDS);
    if (!unknown.isEmpty()) throw new AssertionError("a scenario has no field " + unknown);
    for (String name : List.of("about", "record", "expect"))
      if (!asked.has(name)) throw new AssertionError("a scenario needs the field " + name);
    return new Scenario(folder, asked);
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** Why it cannot be expressed yet. */
  Optional<String> pending() {
    return Optional.ofNullable(asked.get("pending")).map(JsonNode::asText);
  }

  JsonNode expect() {
    return asked.get("expect");
  }

  /** The answer of {@code standing --json} about the changed record. */
  JsonNode standing() throws IOException {
    String lines = record();
    List<Entry> whole = sound(RecordReader.read(stream(lines)));
    List<Entry> entries = new ArrayList<>(whole);
    Set<Long> dropped = dropped(lines);
    entries.removeIf(entry -> dropped.contains(entry.index()));
    if (asked.has("add"))
      entries.addAll(sound(RecordReader.readOn(RecordSoFar.of(whole), stream(drafts()))));
    Header header = History.header(entries).orElseThrow();
    int year = asked.path("law").asInt(header.law().orElse(header.year()));
    Optional<When> known = moment("known");
    History history =
        History.of(
            entries, Law.of(year).orElseThrow(), known.map(When::effective).orElse(History.ALL));
    When at = moment("at").orElseGet(() -> StandingCommand.lastMoment(history));
    return JSON.readTree(StandingJson.of(history.at(at.effective()), at, known));
  }

  private Optional<When> moment(String field) {
    return Optional.ofNullable(asked.get(field)).map(text -> When.parse(text.asText()));
  }

  private String record() throws IOException {
    String record = asked.get("record").asText();
    Path beside = folder.resolve(record);
    try (InputStream in =
        Files.exists(beside)
            ? Files.newInputStream(beside)
            : Archive.find(record)
                .flatMap(Archive::open)
                .orElseThrow(() -> new AssertionError("there is no record " + record))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /**
   * The places of the lines that have every field of one of the things to drop, and of those that
   * put one of them right.
   */
  private Set<Long> dropped(String lines) throws IOException {
    Set<Long> dropped = new HashSet<>();
    List<JsonNode> facts = new ArrayList<>();
    for (String line : lines.lines().toList()) facts.add(JSON.readTree(line));
    for (JsonNode wanted : asked.path("drop")) {
      Set<Long> found = new HashSet<>();
      for (int i = 0; i < facts.size(); i++)
        if (isDropped(facts.get(i), wanted, found)) found.add((long) i);
      if (found.isEmpty()) throw new AssertionError("nothing to drop is " + wanted);
      dropped.addAll(found);
    }
    return dropped;
  }

  private static boolean isDropped(JsonNode fact, JsonNode wanted, Set<Long> before) {
    return Part.of(fact, wanted).isEmpty()
        || (fact.has("corrects") && before.contains(fact.get("corrects").asLong()));
  }

  private String drafts() {
    StringBuilder drafts = new StringBuilder();
    for (JsonNode fact : asked.get("add")) drafts.append(fact).append('\n');
    return drafts.toString();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static List<Entry> sound(Reading reading) {
    reading.problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new AssertionError("line " + problem.line() + ": " + problem.sentence());
            });
    return reading.entries();
  }
}
