package org.ascertain.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ascertain.exchange.ReadRows.Unfit;

/** XML, as it comes. A document type and entities are refused: they read other files, or grow. */
final class XmlParts extends Parts {

  /** So much text has no part; what is longer is passed over and told where it is asked for. */
  private static final int MOST_TEXT = (1 << 20) + 1;

  private static final String OTHERWISE = "it is not written in the encoding that it says";

  private static final XMLInputFactory FACTORY = factory();

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  private final InputStream in;
  private final XMLStreamReader xml;
  private final StringBuilder text = new StringBuilder();

  XmlParts(InputStream in) throws IOException, Unfit {
    this.in = in;
    try {
      // the JDK's own decoder writes to standard error what it cannot read
      xml = FACTORY.createXMLStreamReader(XmlEncoding.text(in));
    } catch (XMLStreamException broken) {
      in.close();
      throw new Unfit(
          ReadCheck.OTHER_FORMAT,
          "",
          isOtherwiseWritten(broken) ? OTHERWISE : "it is no XML, " + why(broken));
    }
  }

  @Override
  Event next() throws IOException, Unfit {
    text.setLength(0);
    try {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            return Event.BEGIN;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            return Event.END;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> take();
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new Unfit(ReadCheck.HAS_ENTITIES, place(), "");
          default -> {} // comments, instructions and white space say nothing
        }
      }
      return Event.OVER;
    } catch (XMLStreamException broken) {
      if (isOtherwiseWritten(broken)) throw cutOff(OTHERWISE);
      if (broken.getNestedException() instanceof IOException unreadable) throw ofBytes(unreadable);
      if (String.valueOf(broken.getMessage()).contains("The entity \""))
        throw new Unfit(ReadCheck.HAS_ENTITIES, place(), "");
      throw cutOff(why(broken));
    }
  }

  /** What is packed breaks off, or the disk has failed. */
  private Unfit ofBytes(IOException unreadable) throws IOException {
    if (unreadable instanceof EOFException || unreadable instanceof ZipException)
      return cutOff(ReadRows.why(unreadable));
    throw unreadable;
  }

  private static boolean isOtherwiseWritten(XMLStreamException broken) {
    return broken.getNestedException() instanceof CharacterCodingException;
  }

  private void take() {
    if (text.length() < MOST_TEXT)
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private static String why(XMLStreamException broken) {
    // the parser's own words are for those who know parsers
    String why = String.valueOf(broken.getMessage());
    boolean isEnded =
        why.contains("must start and end within the same entity")
            || why.contains("Premature end of file")
            || why.contains("Unexpected end of file");
    return isEnded ? "it ends before all its parts do" : "its tags do not fit one another";
  }

  @Override
  String name() {
    return xml.getLocalName();
  }

  @Override
  Map<String, String> attributes() {
    int count = xml.getAttributeCount();
    if (count == 0) return Map.of();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < count; i++)
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    return attributes;
  }

  @Override
  String text() {
    return text.toString().strip();
  }

  @Override
  long line() {
    return xml.getLocation().getLineNumber();
  }

  @Override
  long column() {
    return xml.getLocation().getColumnNumber();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
