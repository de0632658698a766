package org.ascertain.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a report as XML, part by part. */
final class NistXml implements ReportSink {

  static final String NAMESPACE = "http://itl.nist.gov/ns/voting/1500-100/v2";

  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  /** Types that stand in the place of an abstract one, so that each has to say which it is. */
  private static final Set<String> NAMED_TYPES =
      Set.of("CandidateContest", "CandidateSelection", "ReportingUnit");

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final XMLStreamWriter xml;
  private String item = "";

  private NistXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** What writes into the sink. */
  @FunctionalInterface
  interface Report {
    void writeTo(ReportSink sink) throws IOException;
  }

  static void write(OutputStream out, Report report) throws IOException {
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
      report.writeTo(new NistXml(xml));
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private interface Step {
    void run() throws XMLStreamException, IOException;
  }

  private static void run(Step step) throws IOException {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void report(Inside inside) throws IOException {
    run(
        () -> {
          xml.writeStartDocument("UTF-8", "1.0");
          xml.writeStartElement("ElectionReport");
          xml.writeDefaultNamespace(NAMESPACE);
          xml.writeNamespace("xsi", INSTANCE);
          inside.write();
          xml.writeEndElement();
          xml.writeEndDocument();
        });
  }

  @Override
  public void part(String name, String type, Inside inside) throws IOException {
    run(
        () -> {
          xml.writeStartElement(name);
          inside.write();
          xml.writeEndElement();
        });
  }

  @Override
  public void list(String name, Inside items) throws IOException {
    String outer = item;
    item = name;
    items.write();
    item = outer;
  }

  @Override
  public void item(String type, Inside inside) throws IOException {
    run(
        () -> {
          begin(type);
          end(inside);
        });
  }

  @Override
  public void item(String type, String id, Inside inside) throws IOException {
    run(
        () -> {
          begin(type);
          xml.writeAttribute("ObjectId", id);
          end(inside);
        });
  }

  private void begin(String type) throws XMLStreamException {
    xml.writeStartElement(item);
    if (NAMED_TYPES.contains(type)) xml.writeAttribute("xsi", INSTANCE, "type", type);
  }

  private void end(Inside inside) throws XMLStreamException, IOException {
    String name = item;
    inside.write();
    item = name;
    xml.writeEndElement();
  }

  @Override
  public void text(String name, String value) throws IOException {
    run(
        () -> {
          xml.writeStartElement(name);
          xml.writeCharacters(XmlText.allowed(value));
          xml.writeEndElement();
        });
  }

  @Override
  public void number(String name, long value) throws IOException {
    text(name, Long.toString(value));
  }

  @Override
  public void truth(String name, boolean value) throws IOException {
    text(name, Boolean.toString(value));
  }

  @Override
  public void references(String name, Collection<String> ids) throws IOException {
    if (!ids.isEmpty()) text(name, String.join(" ", ids));
  }

  @Override
  public void english(String name, String text) throws IOException {
    run(
        () -> {
          xml.writeStartElement(name);
          xml.writeStartElement("Text");
          xml.writeAttribute("Language", "en");
          xml.writeCharacters(XmlText.allowed(text));
          xml.writeEndElement();
          xml.writeEndElement();
        });
  }
}
