package org.ascertain.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * For whom cards were read, card by card: from a CSV file with a column that names the card and a
 * column with 0 or 1 for each choice, or from JSON or XML as in NIST SP 1500-103. What is odd about
 * a file is told and does not stop it being read; of a card with more than one choice nothing is a
 * vote.
 *
 * @param order the cards as they stand in the file
 * @param votes by the card's name: the choice, empty where there is none or more than one
 * @param twice cards that stand there more than once with different choices
 * @param notFound cards that a row says were not found: {@code not found} in any column
 * @param choices for whom there is a vote on any card of the file, or a column
 * @param oddities a sentence each
 */
public record CastVoteRecords(
    List<String> order,
    Map<String, String> votes,
    Set<String> twice,
    Set<String> notFound,
    Set<String> choices,
    List<String> oddities) {

  /** By which a column of a CSV file that names the card is called, most particular first. */
  private static final List<String> NAMES =
      List.of("card", "id", "imprintedid", "imprinted id", "uniqueid", "ballot", "cvrnumber");

  public CastVoteRecords {
    order = List.copyOf(order);
    votes = Map.copyOf(votes);
    notFound = Set.copyOf(notFound);
    choices = Set.copyOf(choices);
    twice = Set.copyOf(twice);
    oddities = List.copyOf(oddities);
  }

  /**
   * Reads a file: JSON where it begins with a brace, XML where with a less-than sign.
   *
   * @param contest the contest, by its id or name; blank where the file has only one
   * @param isWanted which cards are kept
   */
  public static CastVoteRecords of(Reader file, String contest, Predicate<String> isWanted)
      throws IOException, Unreadable {
    Reader buffered = new BufferedReader(file);
    buffered.mark(2);
    int first = buffered.read();
    if (first != '\uFEFF') buffered.reset();
    buffered.mark(64);
    do first = buffered.read();
    while (Character.isWhitespace(first));
    buffered.reset();
    Reading reading = new Reading(contest, isWanted);
    if (first == '{') reading.json(buffered);
    else if (first == '<') reading.xml(buffered);
    else reading.csv(buffered);
    return reading.records();
  }

  /** A card of NIST's, with who is chosen on it by contest. */
  private record Card(String name, Map<String, Set<String>> chosen) {}

  private static final class Reading {
    private final String contest;
    private final Predicate<String> isWanted;
    private final List<String> order = new ArrayList<>();
    private final Map<String, String> votes = new LinkedHashMap<>();
    private final Set<String> notFound = new LinkedHashSet<>();
    private final Set<String> choices = new TreeSet<>();
    private final Set<String> twice = new LinkedHashSet<>();
    private final List<String> oddities = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<Card> cards = new ArrayList<>();

    /** By the id of each contest, for whom there is a vote on any card. */
    private final Map<String, Set<String>> contests = new TreeMap<>();

    private long unnamed;
    private long overvoted;

    Reading(String contest, Predicate<String> isWanted) {
      this.contest = contest;
      this.isWanted = isWanted;
    }

    void csv(Reader file) throws IOException, Unreadable {
      try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
        Set<String> ignored = new LinkedHashSet<>();
        String name = "";
        for (NamedCsvRecord row : rows) {
          if (name.isEmpty()) {
            name = column(row.getHeader());
            row.getHeader().forEach(column -> choices.add(column.strip()));
            choices.remove(name.strip());
          }
          Set<String> chosen = new LinkedHashSet<>();
          for (String column : row.getHeader())
            if (!column.equals(name))
              switch (row.findField(column).orElse("").strip()) {
                case "1" -> chosen.add(column.strip());
                case "0", "" -> {}
                case "not found" -> notFound.add(row.findField(name).orElse("").strip());
                default -> ignored.add(column.strip());
              }
          chosen.removeAll(ignored);
          card(row.findField(name).orElse("").strip(), chosen);
        }
        choices.removeAll(ignored);
        for (String column : ignored)
          oddities.add("Column " + column + " has more than 0 and 1, and is no choice.");
      } catch (CsvParseException broken) {
        throw new Unreadable("It is no sound CSV: " + broken.getMessage() + ".");
      }
    }

    private static String column(List<String> header) throws Unreadable {
      for (String name : NAMES)
        for (String column : header)
          if (column.strip().toLowerCase(Locale.ROOT).equals(name)) return column;
      throw new Unreadable("No column names the card; it is called one of " + NAMES + ".");
    }

    private void card(String card, Set<String> chosen) {
      if (card.isEmpty()) {
        unnamed++;
        return;
      }
      choices.addAll(chosen);
      if (!isWanted.test(card)) return;
      if (chosen.size() > 1) overvoted++;
      String vote = chosen.size() == 1 ? chosen.iterator().next() : "";
      order.add(card);
      String before = votes.putIfAbsent(card, vote);
      if (before != null && !before.equals(vote)) twice.add(card);
    }

    void json(Reader file) throws IOException, Unreadable {
      try (JsonParser json = new JsonFactory().createParser(file)) {
        json.nextToken();
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
          JsonToken value = json.nextToken();
          if (field.equals("CVR") && value == JsonToken.START_ARRAY)
            while (json.nextToken() == JsonToken.START_OBJECT) cvr(object(json));
          else if (field.equals("Election") && value == JsonToken.START_ARRAY)
            while (json.nextToken() == JsonToken.START_OBJECT) election(object(json));
          else json.skipChildren();
        }
      } catch (JsonParseException broken) {
        throw new Unreadable("It is no sound JSON: " + broken.getOriginalMessage() + ".");
      }
      ofContest();
    }

    void xml(Reader file) throws IOException, Unreadable {
      ReportXml.read(
          file,
          (part, object) -> {
            if (part.equals("CVR")) cvr(object);
            else if (part.equals("Election")) election(object);
          },
          oddities::add);
      ofContest();
    }

    /** The object whose brace was just read, as maps, lists and texts. */
    private static Map<String, Object> object(JsonParser json) throws IOException {
      Map<String, Object> object = new LinkedHashMap<>();
      for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
        json.nextToken();
        object.put(field, value(json));
      }
      return object;
    }

    private static Object value(JsonParser json) throws IOException {
      if (json.currentToken() == JsonToken.START_OBJECT) return object(json);
      if (json.currentToken() != JsonToken.START_ARRAY) return json.getValueAsString("");
      List<Object> list = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) list.add(value(json));
      return list;
    }

    /** Names of contests, and of choices by their candidates. */
    private void election(Map<String, Object> election) {
      Map<String, String> candidates = new HashMap<>();
      for (Map<String, Object> candidate : objects(election.get("Candidate")))
        candidates.put(text(candidate, "@id"), text(candidate, "Name"));
      for (Map<String, Object> each : objects(election.get("Contest"))) {
        names.put(text(each, "@id"), text(each, "Name"));
        for (Map<String, Object> choice : objects(each.get("ContestSelection"))) {
          List<String> people = new ArrayList<>();
          if (choice.get("CandidateIds") instanceof List<?> ids)
            for (Object id : ids) people.add(candidates.getOrDefault(String.valueOf(id), ""));
          String name = people.isEmpty() ? text(choice, "Name") : String.join(" / ", people);
          if (!name.isBlank()) names.put(text(choice, "@id"), name);
        }
      }
    }

    private void cvr(Map<String, Object> cvr) {
      String card = "";
      for (String field : List.of("BallotPrePrintedId", "BallotAuditId", "UniqueId"))
        if (card.isEmpty()) card = text(cvr, field);
      Map<String, Set<String>> chosen = new LinkedHashMap<>();
      for (Map<String, Object> of : objects(current(cvr).get("CVRContest"))) {
        String id = text(of, "ContestId");
        Set<String> all = contests.computeIfAbsent(id, each -> new TreeSet<>());
        Set<String> here = chosen.computeIfAbsent(id, each -> new LinkedHashSet<>());
        for (Map<String, Object> choice : objects(of.get("CVRContestSelection")))
          if (isMarked(choice)) here.add(text(choice, "ContestSelectionId"));
        if (!card.isEmpty()) all.addAll(here);
      }
      if (card.isEmpty() || isWanted.test(card)) cards.add(new Card(card, chosen));
    }

    /**
     * Whose votes count can only be told at the end: names of contests may come after the cards.
     */
    private void ofContest() throws Unreadable {
      if (contest.isBlank() && contests.size() > 1)
        throw new Unreadable(
            "It has more than one contest; name one of " + contests.keySet() + ".");
      List<String> ids =
          contests.keySet().stream().filter(id -> contest.isBlank() || isNamed(id)).toList();
      if (ids.isEmpty()) oddities.add("No record has the contest " + contest + ".");
      for (String id : ids) choices.addAll(contests.getOrDefault(id, Set.of()));
      for (Card card : cards) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String id : ids) chosen.addAll(card.chosen().getOrDefault(id, Set.of()));
        card(card.name(), chosen);
      }
    }

    private boolean isNamed(String id) {
      return contest.equals(id) || contest.equals(names.get(id));
    }

    /** The snapshot that counts: the one named as current, else the last. */
    private static Map<String, Object> current(Map<String, Object> cvr) {
      Map<String, Object> last = Map.of();
      for (Map<String, Object> snapshot : objects(cvr.get("CVRSnapshot"))) {
        last = snapshot;
        if (text(snapshot, "@id").equals(text(cvr, "CurrentSnapshotId"))) return snapshot;
      }
      return last;
    }

    private static boolean isMarked(Map<String, Object> choice) {
      List<Map<String, Object>> positions = objects(choice.get("SelectionPosition"));
      if (positions.isEmpty()) return !text(choice, "TotalNumberVotes").equals("0");
      return positions.stream()
          .anyMatch(
              position ->
                  text(position, "HasIndication").equals("yes")
                      && !text(position, "IsAllocable").equals("no"));
    }

    @SuppressWarnings("unchecked") // whatever is an object was read as such a map
    private static List<Map<String, Object>> objects(@Nullable Object value) {
      List<Map<String, Object>> objects = new ArrayList<>();
      if (value instanceof List<?> list)
        for (Object each : list)
          if (each instanceof Map<?, ?> map) objects.add((Map<String, Object>) map);
      return objects;
    }

    private static String text(Map<String, Object> object, String field) {
      return object.get(field) instanceof String text ? text : "";
    }

    CastVoteRecords records() {
      if (unnamed > 0) oddities.add("Records that name no card: " + unnamed + ".");
      if (overvoted > 0) oddities.add("Cards with more than one choice: " + overvoted + ".");
      for (String card : twice) oddities.add("Card " + card + " stands there twice, and differs.");
      votes.replaceAll((card, vote) -> names.getOrDefault(vote, vote));
      Set<String> named = new TreeSet<>();
      for (String choice : choices) named.add(names.getOrDefault(choice, choice));
      return new CastVoteRecords(order, votes, twice, notFound, named, oddities);
    }
  }
}
