package org.ascertain.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML written element by element. */
final class XmlOut {

  /** What stands inside an element. */
  @FunctionalInterface
  interface Inside {
    void write() throws IOException;
  }

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final XMLStreamWriter xml;
  private boolean isInside;

  private XmlOut(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** What writes a whole document. */
  @FunctionalInterface
  interface Whole {
    void write(XmlOut xml) throws IOException;
  }

  static void write(OutputStream out, Whole whole) throws IOException {
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      whole.write(new XmlOut(xml));
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** An element with attributes: names and values in turn. */
  void element(String name, Inside inside, String... attributes) throws IOException {
    try {
      // Google's validator takes an element that begins with another for an empty text
      if (isInside) xml.writeCharacters("\n");
      isInside = true;
      xml.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2)
        xml.writeAttribute(attributes[i], attributes[i + 1]);
      inside.write();
      xml.writeCharacters("\n");
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** An element of a text alone. */
  void text(String name, String value) throws IOException {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement(name);
      xml.writeCharacters(XmlText.allowed(value));
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) text(name, value.get());
  }

  /** References to other elements; nothing where there is none. */
  void references(String name, Collection<String> ids) throws IOException {
    if (!ids.isEmpty()) text(name, String.join(" ", ids));
  }

  /** A text in English. */
  void english(String name, String text) throws IOException {
    element(
        name,
        () -> {
          try {
            xml.writeCharacters("\n");
            xml.writeStartElement("Text");
            xml.writeAttribute("language", "en");
            xml.writeCharacters(XmlText.allowed(text));
            xml.writeEndElement();
          } catch (XMLStreamException e) {
            throw new IOException(e);
          }
        });
  }
}
