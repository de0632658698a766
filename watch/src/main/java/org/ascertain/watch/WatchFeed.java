package org.ascertain.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ascertain.answers.AtomFeed;
import org.ascertain.watch.WatchStore.Kept;
import org.ascertain.watch.WatchStore.Watch;

/** The turns of a watch as an Atom feed (RFC 4287), the newest first. */
public final class WatchFeed {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Writes it.
   *
   * @param turns the newest first
   * @param self where the feed itself lies
   */
  public static String of(Watch watch, List<Kept> turns, String self) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
      element(xml, "id", AtomFeed.tag("watch:" + watch.id()));
      element(xml, "title", watch.condition());
      xml.writeEmptyElement("link");
      xml.writeAttribute("rel", "self");
      xml.writeAttribute("href", self);
      element(
          xml,
          "updated",
          turns.isEmpty() ? Instant.EPOCH.toString() : updated(read(turns.getFirst())));
      xml.writeStartElement("author");
      element(xml, "name", "Ascertain");
      xml.writeEndElement();
      for (Kept turn : turns) entry(xml, turn);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private static void entry(XMLStreamWriter xml, Kept turn) throws XMLStreamException {
    JsonNode notice = read(turn);
    JsonNode data = notice.path("data");
    boolean begins = notice.path("type").asText().endsWith(".on");
    xml.writeStartElement("entry");
    element(xml, "id", AtomFeed.tag("turn:" + turn.notice().id()));
    element(
        xml,
        "title",
        data.path("name").asText() + (begins ? ": it holds" : ": it no longer holds"));
    element(xml, "updated", updated(notice));
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", "alternate");
    xml.writeAttribute("href", "/watch.html#notice=" + turn.notice().id());
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", "enclosure");
    xml.writeAttribute("type", "application/json");
    xml.writeAttribute("href", "/api/notices/" + turn.notice().id());
    element(xml, "summary", data.path("condition").asText());
    element(xml, "content", turn.notice().body()); // as text; RFC 4287 wants other types in Base64
    xml.writeEndElement();
  }

  private static JsonNode read(Kept turn) {
    try {
      return JSON.readTree(turn.notice().body());
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a notice that was made is no JSON", broken);
    }
  }

  private static String updated(JsonNode notice) {
    return OffsetDateTime.parse(notice.path("timestamp").asText()).toInstant().toString();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private WatchFeed() {}
}
