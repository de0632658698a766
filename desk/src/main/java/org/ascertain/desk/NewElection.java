package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.ascertain.answers.EnumWords;
import org.ascertain.archive.Archive;
import org.ascertain.election.Attestation;
import org.ascertain.election.ElectionId;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.DeadlineKind;
import org.ascertain.law.Law;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.LedgerException;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordSoFar;
import org.ascertain.record.SigningKey;
import org.ascertain.standing.History;

/**
 * The first entries of a record that a desk begins: the election, and what the desk undertakes to
 * keep. Everything else of an election (units, electors, days, poll closings) is the law's and
 * stands in no entry.
 */
public final class NewElection {

  /** What a desk that does not say otherwise keeps all of. */
  public static final List<Keeping> USUAL =
      List.of(
          new Keeping(Fact.Matter.CERTIFICATIONS, Optional.empty()),
          new Keeping(Fact.Matter.ASCERTAINMENTS, Optional.empty()),
          new Keeping(Fact.Matter.ELECTOR_VOTES, Optional.empty()),
          new Keeping(Fact.Matter.COUNTED, Optional.empty()),
          new Keeping(Fact.Matter.DECLARED, Optional.empty()),
          new Keeping(Fact.Matter.CHALLENGES, Optional.empty()));

  /** The first election that a desk may begin: of those before nobody hands in anything more. */
  private static final int FIRST = 2000;

  /** Under which account and key the desk's own entries are appended. */
  private static final String ACCOUNT = "desk";

  private static final String KEY = "new election";

  private static final Source DESK = Source.of("desk", "As set up by this desk");

  private static final Set<String> NAMES =
      Set.of("candidates", "tickets", "callers", "caller", "returnsFrom");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * A kind of fact of which a desk keeps all, from the day on which it begins.
   *
   * @param caller of calls: whose
   */
  public record Keeping(Fact.Matter of, Optional<String> caller) {}

  /**
   * Reads {@code certifications,calls:AP,Fox}: kinds with a comma between, behind calls those
   * whose.
   *
   * @throws IllegalArgumentException saying which word is no kind
   */
  public static List<Keeping> keepings(String list) {
    List<Keeping> keepings = new ArrayList<>();
    boolean behindCalls = false;
    for (String word : list.split(",", -1)) {
      int colon = word.indexOf(':');
      Optional<Fact.Matter> matter = matter(colon < 0 ? word : word.substring(0, colon));
      if (matter.isPresent()) {
        behindCalls = colon >= 0;
        if (behindCalls && matter.get() != Fact.Matter.CALLS)
          throw new IllegalArgumentException("only calls are somebody's, not " + word);
        keepings.add(
            new Keeping(
                matter.get(),
                colon < 0 ? Optional.empty() : Optional.of(word.substring(colon + 1))));
      } else if (behindCalls && colon < 0) {
        keepings.add(new Keeping(Fact.Matter.CALLS, Optional.of(word)));
      } else
        throw new IllegalArgumentException("nothing of which all is kept is called '" + word + "'");
    }
    return keepings;
  }

  private static Optional<Fact.Matter> matter(String word) {
    return Arrays.stream(Fact.Matter.values())
        .filter(each -> EnumWords.of(each).equals(word))
        .findFirst();
  }

  /** The election of a year or an id, if a record of it can be begun: the first is that of 2000. */
  public static Optional<ElectionId> id(String yearOrId) {
    return ElectionId.of(yearOrId).filter(election -> election.year() >= FIRST);
  }

  private final List<Fact> facts;
  private final List<Problem> problems;

  private NewElection(List<Fact> facts, List<Problem> problems) {
    this.facts = List.copyOf(facts);
    this.problems = List.copyOf(problems);
  }

  /**
   * An election with the names of another, its callers and sources, and its law where that is not
   * its own year's.
   *
   * @param like of the archive
   */
  public static NewElection like(ElectionId id, Header like, List<Keeping> keeps, Instant now) {
    Header header =
        new Header(
            said(electionDay(id.year())),
            id.toString(),
            id.year(),
            like.law(),
            like.candidates(),
            like.tickets(),
            like.callers(),
            like.caller(),
            like.returnsFrom());
    return of(header, keeps, now);
  }

  /** The header of an election of the archive, with the names that came late. */
  public static Optional<Header> archived(String yearOrId) {
    return Archive.find(yearOrId)
        .map(
            id -> {
              List<Entry> record = new ArrayList<>();
              try (InputStream in = Archive.open(id).orElseThrow()) {
                RecordReader.forEach(in, line -> line.entry().ifPresent(record::add));
              } catch (IOException broken) {
                throw new UncheckedIOException(broken);
              }
              Law law = History.header(record).flatMap(Law::of).orElseThrow();
              return History.of(record, law, History.ALL).header();
            });
  }

  /**
   * An election with names that somebody wrote.
   *
   * @param names JSON: an object with {@code candidates}, {@code tickets} and, where they are
   *     known, {@code callers}, {@code caller} and {@code returnsFrom}, as the first entry of a
   *     record has them
   * @throws IllegalArgumentException saying why it is no such object
   */
  public static NewElection of(ElectionId id, String names, List<Keeping> keeps, Instant now) {
    ObjectNode fields = object(names);
    Set<String> unknown = new TreeSet<>();
    fields.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(NAMES);
    if (!unknown.isEmpty())
      throw new IllegalArgumentException(
          "it has a field '%s'; there are candidates, tickets, callers, caller and returnsFrom"
              .formatted(String.join("', '", unknown)));
    fields.put("fact", "election").put("at", electionDay(id.year()).toString());
    fields.putObject("source").put("id", DESK.id()).put("title", DESK.title());
    fields.put("election", id.toString()).put("year", id.year());
    byte[] line = (fields + "\n").getBytes(UTF_8);
    RecordReader.Reading reading =
        RecordReader.readOn(RecordSoFar.of(List.of()), new ByteArrayInputStream(line));
    if (!reading.problems().isEmpty()) return new NewElection(List.of(), reading.problems());
    return of((Header) reading.entries().getFirst().fact(), keeps, now);
  }

  /**
   * An election as a request asks for it.
   *
   * @param asked JSON: an object with {@code election}, an id; with {@code like}, the id of an
   *     election of the archive, or the names that {@link #of} takes; and, where it is not the
   *     usual, {@code keeps} as on the command line
   * @throws IllegalArgumentException saying why it is no such object
   */
  public static NewElection asked(String asked, Instant now) {
    ObjectNode fields = object(asked);
    ElectionId id =
        text(fields, "election")
            .filter(ElectionId::is)
            .flatMap(NewElection::id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "election takes an id, such as us-president-2028"));
    List<Keeping> keeps = text(fields, "keeps").map(NewElection::keepings).orElse(USUAL);
    Optional<String> like = text(fields, "like");
    if (like.isEmpty()) return of(id, fields.toString(), keeps, now);
    Header other =
        archived(like.get())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no election '%s' in the archive".formatted(like.get())));
    return like(id, other, keeps, now);
  }

  /** Takes a field out of an object. */
  private static Optional<String> text(ObjectNode fields, String name) {
    return Optional.ofNullable(fields.remove(name)).map(JsonNode::asText);
  }

  /** Names of tickets with a list of callers put in. */
  public static String withCallers(String names, String callers) {
    ObjectNode fields = object(names);
    try {
      fields.set("callers", JSON.readTree(callers));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the callers are no JSON: " + e.getOriginalMessage());
    }
    return fields.toString();
  }

  private static ObjectNode object(String names) {
    try {
      if (JSON.readTree(names) instanceof ObjectNode object) return object;
      throw new IllegalArgumentException("it is not one JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage());
    }
  }

  private static NewElection of(Header header, List<Keeping> keeps, Instant now) {
    List<Fact> facts = new ArrayList<>();
    facts.add(header);
    LocalDate today = Washington.day(Washington.nanos(now));
    LocalDate day = electionDay(header.year());
    // whoever begins the record of an election that is over undertakes to hold all of it
    LocalDate from = today.isBefore(day) ? today : day;
    for (Keeping keeping : keeps)
      facts.add(
          new Fact.Coverage(
              said(from),
              keeping.of(),
              Fact.Extent.COMPLETE,
              keeping.caller(),
              List.of(),
              Optional.empty()));
    RecordSense sense = new RecordSense();
    for (int i = 0; i < facts.size(); i++) sense.take(new Entry(i, now, ACCOUNT, facts.get(i)));
    return new NewElection(facts, sense.problems());
  }

  private static Attestation said(LocalDate day) {
    return Attestation.of(When.parse(day.toString()), DESK);
  }

  /** The day on which electors are appointed. */
  private static LocalDate electionDay(int year) {
    Law law =
        Law.of(year).orElseThrow(() -> new IllegalArgumentException("no law is known of " + year));
    return law.deadline(DeadlineKind.APPOINT)
        .map(due -> due.day())
        .orElseGet(() -> law.appointmentDays().getFirst().last());
  }

  /** What is wrong with it; nothing of it can be recorded then. */
  public List<Problem> problems() {
    return problems;
  }

  /** The first entry. */
  public Header header() {
    return (Header) facts.getFirst();
  }

  /** All entries, the election first. */
  public List<Fact> facts() {
    return facts;
  }

  /** What the desk undertakes to keep all of. */
  public List<Fact.Coverage> keeps() {
    return facts.stream()
        .filter(Fact.Coverage.class::isInstance)
        .map(Fact.Coverage.class::cast)
        .toList();
  }

  /**
   * Begins the record in a data folder and signs its log.
   *
   * @param name what the folder's logs are to be called, at its first use
   * @param notices gets sentences for whoever runs the program
   * @return how many entries the record has
   * @throws LedgerException if there is a record of it already, or the folder cannot be written to
   */
  public long begin(
      DataFolder folder, Optional<String> name, InstantSource clock, Consumer<String> notices) {
    String id = header().election();
    if (folder.has(id) && folder.election(id).size() > 0)
      throw new LedgerException(
          LedgerException.Reason.REFUSED,
          "%s has a record of %s already; names that come later are added by the fact `addition`."
              .formatted(folder.place(), id));
    SigningKey key = folder.keyOrNew(name);
    try (Ledger ledger = folder.store().open(id, clock, notices)) {
      List<Draft> drafts = new ArrayList<>();
      for (Fact fact : facts) drafts.add(new Draft.Fresh(ACCOUNT, fact));
      ledger.append(drafts, KEY).join();
      folder.sign(id, key);
      return ledger.size();
    } catch (CompletionException e) {
      throw e.getCause() instanceof LedgerException refused ? refused : e;
    }
  }
}
