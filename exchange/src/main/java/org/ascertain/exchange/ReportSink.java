package org.ascertain.exchange;

import java.io.IOException;
import java.util.Collection;

/**
 * A report of NIST SP 1500-100 being written: the same parts in the same order whether it becomes
 * XML or JSON. Parts come in the order of the schema's sequences.
 */
interface ReportSink {

  /** What stands inside a part. */
  @FunctionalInterface
  interface Inside {
    void write() throws IOException;
  }

  /** The whole report. */
  void report(Inside inside) throws IOException;

  /** A part of which there is one. */
  void part(String name, String type, Inside inside) throws IOException;

  /** Parts of one name, each an {@link #item}; nothing where there is none. */
  void list(String name, Inside items) throws IOException;

  /** One of a list. */
  void item(String type, Inside inside) throws IOException;

  /** One of a list that others refer to. */
  void item(String type, String id, Inside inside) throws IOException;

  void text(String name, String value) throws IOException;

  void number(String name, long value) throws IOException;

  void truth(String name, boolean value) throws IOException;

  /** References to other parts by their ids; nothing where there is none. */
  void references(String name, Collection<String> ids) throws IOException;

  /** A text in English. */
  void english(String name, String text) throws IOException;
}
