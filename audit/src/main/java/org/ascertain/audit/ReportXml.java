package org.ascertain.audit;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A report of cast vote records as XML (NIST SP 1500-103), part by part in the form that its JSON
 * has: so both are read by the same rules. A document type is refused and nothing outside the file
 * is ever asked for.
 */
final class ReportXml {

  private static final String ROOT = "CastVoteRecordReport";
  private static final String NAMESPACE = "http://itl.nist.gov/ns/voting/1500-103/v1";

  /** Ids of several objects, with blanks between them. */
  private static final Set<String> LISTS = Set.of("CandidateIds");

  /** No report nests as deep as this. */
  private static final int DEEPEST = 40;

  private final XMLStreamReader xml;

  private ReportXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads a report.
   *
   * @param part takes each part of it, by its name
   * @param oddity takes what is odd about it, a sentence each
   */
  static void read(
      Reader file, BiConsumer<String, Map<String, Object>> part, Consumer<String> oddity)
      throws IOException, Unreadable {
    try {
      new ReportXml(factory().createXMLStreamReader(file)).read(part, oddity);
    } catch (XMLStreamException broken) {
      if (broken.getNestedException() instanceof IOException unreadable) throw unreadable;
      throw new Unreadable("It is no sound XML: line " + line(broken) + ".");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static String line(XMLStreamException broken) {
    return broken.getLocation() == null ? "?" : "" + broken.getLocation().getLineNumber();
  }

  private void read(BiConsumer<String, Map<String, Object>> part, Consumer<String> oddity)
      throws XMLStreamException, Unreadable {
    while (xml.next() != XMLStreamConstants.START_ELEMENT)
      if (xml.getEventType() == XMLStreamConstants.DTD)
        throw new Unreadable("It has a document type, which is refused.");
    if (!xml.getLocalName().equals(ROOT))
      throw new Unreadable("Its root is " + xml.getLocalName() + " and not " + ROOT + ".");
    if (!NAMESPACE.equals(xml.getNamespaceURI()))
      oddity.accept("Its namespace is not " + NAMESPACE + ".");
    String encoding = xml.getCharacterEncodingScheme();
    if (encoding != null && !encoding.equalsIgnoreCase("UTF-8"))
      oddity.accept("It says that it is " + encoding + "; it was read as UTF-8.");
    while (xml.next() != XMLStreamConstants.END_ELEMENT)
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        if (element(1) instanceof Map<?, ?> object) part.accept(name, texts(object));
      }
  }

  @SuppressWarnings("unchecked") // element() makes no other maps
  private static Map<String, Object> texts(Map<?, ?> object) {
    return (Map<String, Object>) object;
  }

  /** What stands in the element that was just begun: a text, or an object of what is in it. */
  private Object element(int depth) throws XMLStreamException, Unreadable {
    if (depth > DEEPEST) throw new Unreadable("It nests deeper than " + DEEPEST + " elements.");
    Map<String, Object> object = new LinkedHashMap<>();
    String id = xml.getAttributeValue(null, "ObjectId");
    if (id != null) object.put("@id", id);
    StringBuilder text = new StringBuilder();
    while (xml.next() != XMLStreamConstants.END_ELEMENT)
      switch (xml.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> put(object, xml.getLocalName(), depth);
        case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
        default -> {} // comments and instructions say nothing of votes
      }
    return object.isEmpty() ? text.toString().strip() : object;
  }

  private void put(Map<String, Object> object, String name, int depth)
      throws XMLStreamException, Unreadable {
    Object value = element(depth + 1);
    if (value instanceof String text)
      object.putIfAbsent(name, LISTS.contains(name) ? List.of(text.split("\\s+")) : text);
    else {
      List<Object> all = new ArrayList<>();
      if (object.get(name) instanceof List<?> before) all.addAll(before);
      all.add(value);
      object.put(name, all);
    }
  }
}
