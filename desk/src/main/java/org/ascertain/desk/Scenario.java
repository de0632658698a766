package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.OptionalInt;
import java.util.Set;
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
 * A folder with a {@code scenario.json}: a record, what is left out of it or added to it, and the
 * law it is held to. What a scenario asks for and does not find makes it wrong, as does a field
 * that nobody knows.
 */
public final class Scenario {

  private static final String FILE = "scenario.json";
  private static final Set<String> FIELDS =
      Set.of("about", "record", "law", "drop", "add", "at", "known", "expect", "pending");

  /** Made when the first scenario is read: most programs never read one. */
  private static final class Trees {
    static final JsonMapper JSON =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  private final Path folder;
  private final JsonNode asked;

  private Scenario(Path folder, JsonNode asked) {
    this.folder = folder;
    this.asked = asked;
  }

  /** Whether a path is the folder of a scenario. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /**
   * Reads a scenario.
   *
   * @throws IllegalArgumentException saying in which way it is none
   */
  public static Scenario in(Path folder) throws IOException {
    JsonNode asked;
    try {
      asked = Trees.JSON.readTree(Files.readString(folder.resolve(FILE)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(FILE + " is no JSON: " + e.getOriginalMessage());
    }
    List<String> unknown = new ArrayList<>();
    asked.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    if (!unknown.isEmpty())
      throw new IllegalArgumentException("a scenario has no field " + String.join(", ", unknown));
    for (String name : List.of("about", "record"))
      if (!asked.path(name).isTextual())
        throw new IllegalArgumentException("a scenario needs the field " + name);
    return new Scenario(folder, asked);
  }

  public Path folder() {
    return folder;
  }

  /** The folder's name. */
  public String name() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  /** What happens in it, in a sentence or two. */
  public String about() {
    return asked.get("about").asText();
  }

  /** Why it cannot be expressed yet. */
  public Optional<String> pending() {
    return Optional.ofNullable(asked.get("pending")).map(JsonNode::asText);
  }

  /** The part of a standing that has to come out. */
  public JsonNode expect() {
    return asked.path("expect");
  }

  /** As of which moment it is meant to be asked. */
  public Optional<When> at() {
    return moment("at");
  }

  /** By what was known when it is meant to be asked. */
  public Optional<When> known() {
    return moment("known");
  }

  private Optional<When> moment(String field) {
    if (!asked.has(field)) return Optional.empty();
    try {
      return Optional.of(When.parse(asked.get(field).asText()));
    } catch (RuntimeException notATime) {
      throw new IllegalArgumentException(field + " is no time: " + asked.get(field));
    }
  }

  /**
   * Everything in the changed record.
   *
   * @param law the year whose law applies, in the place of the scenario's own
   * @throws IllegalArgumentException if there is no such record, nothing to drop, nothing that can
   *     be added, or no law of that year
   */
  public History history(OptionalInt law) throws IOException {
    String lines = record();
    List<Entry> whole = sound("record", RecordReader.read(stream(lines)));
    List<Entry> entries = new ArrayList<>(whole);
    Set<Long> dropped = dropped(lines);
    entries.removeIf(entry -> dropped.contains(entry.index()));
    if (asked.has("add"))
      entries.addAll(sound("add", RecordReader.readOn(RecordSoFar.of(whole), stream(drafts()))));
    Header header =
        History.header(entries)
            .orElseThrow(() -> new IllegalArgumentException("its record has no first line"));
    int year = law.orElse(asked.path("law").asInt(header.law().orElse(header.year())));
    Law applied =
        Law.of(year).orElseThrow(() -> new IllegalArgumentException("no law is known of " + year));
    return ElectionHistory.of(entries, applied, History.ALL);
  }

  private String record() throws IOException {
    String record = asked.get("record").asText();
    Path beside = folder.resolve(record);
    try (InputStream in =
        Files.exists(beside)
            ? Files.newInputStream(beside)
            : Archive.find(record)
                .flatMap(Archive::open)
                .orElseThrow(
                    () -> new IllegalArgumentException("there is no record '" + record + "'"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /**
   * The places of the lines that have every field of one of the things to drop, and of those that
   * put one of them right.
   */
  private Set<Long> dropped(String lines) throws IOException {
    Set<Long> dropped = new HashSet<>();
    if (!asked.has("drop")) return dropped;
    List<JsonNode> facts = new ArrayList<>();
    for (String line : lines.lines().toList()) facts.add(Trees.JSON.readTree(line));
    for (JsonNode wanted : asked.get("drop")) {
      Set<Long> found = new HashSet<>();
      for (int i = 0; i < facts.size(); i++)
        if (isDropped(facts.get(i), wanted, found)) found.add((long) i);
      if (found.isEmpty()) throw new IllegalArgumentException("nothing to drop is " + wanted);
      dropped.addAll(found);
    }
    return dropped;
  }

  private static boolean isDropped(JsonNode fact, JsonNode wanted, Set<Long> before) {
    return JsonPart.of(fact, wanted).isEmpty()
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

  private static List<Entry> sound(String field, Reading reading) {
    reading.problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(
                  "%s, line %d: %s".formatted(field, problem.line(), problem.sentence()));
            });
    return reading.entries();
  }
}
