package org.ascertain.answers;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ascertain.standing.Course;
import org.ascertain.standing.History;
import org.ascertain.standing.TurningPoint;

/** Changes of stage and majority as an Atom feed (RFC 4287), the newest first. */
public final class AtomFeed {

  private static final int MOST = 200;
  private static final Set<String> KINDS =
      Set.of("majority", "undone", "stage", "declared", "oath", "contingent", "objection", "call");

  private final XMLStreamWriter xml;
  private final TurningPointText words;

  private AtomFeed(XMLStreamWriter xml, Names names) {
    this.xml = xml;
    this.words = new TurningPointText(names);
  }

  public static String of(Edition edition, History history, Course course) {
    return of(edition, history, course, Long.MAX_VALUE);
  }

  /**
   * The turns up to a moment.
   *
   * @param until in nanoseconds since 1970-01-01T00:00Z
   */
  static String of(Edition edition, History history, Course course, long until) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new AtomFeed(xml, new Names(history.header())).feed(edition, history, course, until);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  /** The turns that a feed tells of, the newest first. */
  static List<TurningPoint> told(Course course, long until) {
    return course.points().reversed().stream()
        .filter(point -> point.moment() <= until)
        .filter(point -> KINDS.contains(TurningPointText.kind(point)))
        .limit(MOST)
        .toList();
  }

  private void feed(Edition edition, History history, Course course, long until)
      throws XMLStreamException {
    String election = history.header().election();
    String id = "urn:ascertain:" + (edition.rehearsal() ? "rehearsal:" : "") + election;
    List<TurningPoint> points = told(course, until);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
    element("id", id);
    element(
        "title",
        (edition.rehearsal() ? "Rehearsal: the" : "The")
            + " election of the President in "
            + history.header().year());
    element(
        "updated",
        points.isEmpty()
            ? history.recorded().getFirst().recorded().toString()
            : moment(Millis.of(points.getFirst().moment())));
    xml.writeStartElement("author");
    element("name", "Ascertain");
    xml.writeEndElement();
    link("alternate", "/?election=" + election);
    for (TurningPoint point : points) entry(id, election, point);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(String feed, String election, TurningPoint point) throws XMLStreamException {
    String text = words.words(point);
    xml.writeStartElement("entry");
    element("id", feed + ":" + id(point));
    element("title", text);
    element("updated", moment(Millis.of(point.moment())));
    link("alternate", "/api/elections/" + election + "/entries/" + point.entry().index());
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", TurningPointText.kind(point));
    element("summary", text);
    xml.writeEndElement();
  }

  /** What tells a point from every other of its election, however much of it is known. */
  private static String id(TurningPoint point) {
    String of =
        switch (point) {
          case TurningPoint.Majority majority ->
              ":" + majority.rung().word() + ":" + majority.candidate();
          case TurningPoint.Stage stage -> ":" + stage.unit().id() + ":" + stage.rung().word();
          case TurningPoint.Lead lead -> ":" + lead.unit().id();
          case TurningPoint.Fall fall -> ":" + fall.unit().id();
          case TurningPoint.Act act -> "";
        };
    return point.entry().index() + ":" + TurningPointText.kind(point) + of;
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

  private static String moment(long ms) {
    return Instant.ofEpochMilli(ms).toString();
  }
}
