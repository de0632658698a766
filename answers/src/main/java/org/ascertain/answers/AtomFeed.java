package org.ascertain.answers;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ascertain.standing.History;

/** Changes of stage and majority as an Atom feed (RFC 4287), the newest first. */
public final class AtomFeed {

  private static final int MOST = 200;
  private static final Set<String> KINDS =
      Set.of("majority", "undone", "stage", "declared", "oath", "contingent", "objection", "call");

  private final XMLStreamWriter xml;

  private AtomFeed(XMLStreamWriter xml) {
    this.xml = xml;
  }

  public static String of(Edition edition, History history) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new AtomFeed(xml).feed(edition, history);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private void feed(Edition edition, History history) throws XMLStreamException {
    String election = history.header().election();
    String id = "urn:ascertain:" + (edition.rehearsal() ? "rehearsal:" : "") + election;
    List<Mark> marks =
        Course.of(history).marks().reversed().stream()
            .filter(mark -> KINDS.contains(mark.kind()))
            .limit(MOST)
            .toList();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
    element("id", id);
    element(
        "title",
        (edition.rehearsal() ? "Rehearsal: the" : "The")
            + " election of the President in "
            + history.header().year());
    element("updated", moment(marks.isEmpty() ? 0 : marks.getFirst().ms()));
    xml.writeStartElement("author");
    element("name", "Ascertain");
    xml.writeEndElement();
    link("alternate", "/?election=" + election);
    for (Mark mark : marks) entry(id, election, mark);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(String feed, String election, Mark mark) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(
        "id",
        feed
            + ":"
            + mark.entry().index()
            + ":"
            + mark.kind()
            + mark.unit().map(u -> ":" + u).orElse(""));
    element("title", mark.text());
    element("updated", moment(mark.ms()));
    link("alternate", "/api/elections/" + election + "/entries/" + mark.entry().index());
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", mark.kind());
    element("summary", mark.text());
    xml.writeEndElement();
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
