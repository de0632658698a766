package org.ascertain.answers;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
import org.ascertain.standing.Course;
import org.ascertain.standing.History;
import org.ascertain.standing.TurningPoint;

/**
 * Changes of stage and majority, and what was put right in the record, as an Atom feed (RFC 4287),
 * the newest first.
 */
public final class AtomFeed {

  /** Of turns, and of what was put right: neither takes the other's place. */
  private static final int MOST = 200;

  private static final Set<String> KINDS =
      Set.of("majority", "undone", "stage", "declared", "oath", "contingent", "objection", "call");

  /**
   * Who makes the ids, and since when (RFC 4151). The name is no domain: every server of an
   * election tells of the same turns, by the same ids.
   */
  private static final String TAG = "tag:ascertain,2026:";

  /** The id of a feed or of an entry in one, which is the same wherever it is told. */
  public static String tag(String of) {
    return TAG + of;
  }

  private final XMLStreamWriter xml;
  private final Names names;
  private final TurningPointText words;
  private final History history;
  private final String election;
  private final String id;

  private AtomFeed(XMLStreamWriter xml, Edition edition, History history) {
    this.xml = xml;
    this.history = history;
    this.names = new Names(history.header());
    this.words = new TurningPointText(names);
    this.election = history.header().election();
    this.id = tag((edition.rehearsal() ? "rehearsal:" : "") + election);
  }

  /** The whole feed, as a server has it at an address of its own. */
  public static String of(Edition edition, History history, Course course) {
    Optional<String> self =
        Optional.of("/api/elections/%s/feed.atom".formatted(history.header().election()));
    return of(edition, history, told(history, course, Long.MAX_VALUE), self);
  }

  /**
   * The turns up to a moment, as a file that may lie anywhere.
   *
   * @param until in nanoseconds since 1970-01-01T00:00Z
   */
  static String file(History history, Course course, long until) {
    return of(Edition.OVER, history, told(history, course, until), Optional.empty());
  }

  private static String of(
      Edition edition, History history, List<Told> told, Optional<String> self) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new AtomFeed(xml, edition, history).feed(edition, told, self);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  /**
   * What an entry of a feed tells of: a turn, or that something was put right.
   *
   * @param moment as of which it is, in nanoseconds since 1970-01-01T00:00Z
   */
  record Told(Entry entry, long moment, Optional<TurningPoint> turn) {}

  /** What a feed tells of, the newest first. */
  static List<Told> told(History history, Course course, long until) {
    Stream<Told> turns =
        course.points().reversed().stream()
            .filter(point -> point.moment() <= until)
            .filter(point -> KINDS.contains(TurningPointText.kind(point)))
            .limit(MOST)
            .map(point -> new Told(point.entry(), point.moment(), Optional.of(point)));
    // as in every export, when something was put right says nothing of the moment looked at
    Set<Long> refused =
        history.problems(history.end()).stream().map(Problem::index).collect(Collectors.toSet());
    Stream<Told> corrections =
        history.recorded().reversed().stream()
            .filter(entry -> corrected(entry.fact()).isPresent())
            .filter(entry -> !refused.contains(entry.index()))
            .limit(MOST)
            .map(entry -> new Told(entry, entry.effective(), Optional.empty()));
    return Stream.concat(turns, corrections)
        .sorted(Comparator.comparingLong(Told::moment).reversed())
        .toList();
  }

  /** The index of the entry that a fact puts right or takes back. */
  private static Optional<Long> corrected(Fact fact) {
    if (fact instanceof Fact.Correction correction) return Optional.of(correction.corrects());
    return fact instanceof Fact.Retraction retraction
        ? Optional.of(retraction.retracts())
        : Optional.empty();
  }

  private void feed(Edition edition, List<Told> told, Optional<String> self)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
    element("id", id);
    element(
        "title",
        (edition.rehearsal() ? "Rehearsal: the" : "The")
            + " election of the President in "
            + history.header().year());
    if (self.isEmpty())
      element(
          "subtitle",
          "Written as a file, which knows no address of its own: its links begin at a server that"
              + " has the election.");
    element(
        "updated",
        told.stream()
            .map(each -> each.entry().recorded())
            .max(Comparator.naturalOrder())
            .orElse(history.recorded().getFirst().recorded())
            .toString());
    xml.writeStartElement("author");
    element("name", "Ascertain");
    xml.writeEndElement();
    if (self.isPresent()) link("self", self.get());
    link("alternate", "/?election=" + election);
    Map<Told, Told> undone = undone(told);
    for (Told each : told) entry(each, Optional.ofNullable(undone.get(each)));
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  /** By the end of each majority its beginning, which it undoes. */
  private static Map<Told, Told> undone(List<Told> told) {
    Map<List<String>, Told> begun = new HashMap<>();
    Map<Told, Told> undone = new HashMap<>();
    for (Told each : told.reversed())
      if (each.turn().orElse(null) instanceof TurningPoint.Majority majority) {
        List<String> of = List.of(majority.rung().word(), majority.candidate());
        Told before = majority.begins() ? begun.put(of, each) : begun.remove(of);
        if (!majority.begins() && before != null) undone.put(each, before);
      }
    return undone;
  }

  private void entry(Told told, Optional<Told> undone) throws XMLStreamException {
    String text = words(told);
    String kind = told.turn().map(TurningPointText::kind).orElse("correction");
    xml.writeStartElement("entry");
    element("id", id(told));
    element("title", text);
    element("updated", told.entry().recorded().toString());
    element("published", Instant.ofEpochMilli(Millis.of(told.moment())).toString());
    link("alternate", address(told.entry().index()));
    Optional<Long> corrected = corrected(told.entry().fact()).filter(any -> told.turn().isEmpty());
    if (corrected.isPresent()) link("related", address(corrected.get()));
    if (undone.isPresent()) link("related", address(undone.get().entry().index()));
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", kind);
    element("summary", undone.isEmpty() ? text : text + ". It undoes " + id(undone.get()));
    xml.writeEndElement();
  }

  private String words(Told told) {
    return told.turn()
        .map(words::words)
        .orElseGet(() -> FactText.briefly(told.entry().fact(), names));
  }

  private String address(long index) {
    return "/api/elections/" + election + "/entries/" + index;
  }

  /** What tells it from every other of its election, however much of it is known. */
  private String id(Told told) {
    List<String> parts = new ArrayList<>(List.of(id, Long.toString(told.entry().index())));
    parts.add(told.turn().map(TurningPointText::kind).orElse("correction"));
    if (told.turn().isPresent())
      switch (told.turn().get()) {
        case TurningPoint.Majority majority ->
            parts.addAll(List.of(majority.rung().word(), majority.candidate()));
        case TurningPoint.Stage stage ->
            parts.addAll(List.of(stage.unit().id(), stage.rung().word()));
        case TurningPoint.Lead lead -> parts.add(lead.unit().id());
        case TurningPoint.Fall fall -> parts.add(fall.unit().id());
        case TurningPoint.Act act -> {} // its entry has no other
      }
    return String.join(":", parts);
  }

  private void link(String relation, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(
        text.codePoints()
            .filter(AtomFeed::isAllowed)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString());
    xml.writeEndElement();
  }

  /** XML 1.0 has no way to write other characters. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE)
        || c >= 0x10000;
  }
}
