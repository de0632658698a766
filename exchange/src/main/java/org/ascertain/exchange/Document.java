package org.ascertain.exchange;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One file of an export. It is written when somebody asks, so that those that nobody wants cost
 * nothing.
 *
 * @param name the file's name in a folder
 * @param part by which one of several is asked for: whose word it is, or which table
 */
public record Document(String name, String part, Content content) {

  /** The bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
