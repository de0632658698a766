package org.ascertain.exchange;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One file of an export. It is written when somebody asks, so that those that nobody wants cost
 * nothing.
 *
 * @param name the file's name in a folder
 * @param issuer whose word it is, by which one of several is asked for
 */
public record Document(String name, String issuer, Content content) {

  /** The bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
