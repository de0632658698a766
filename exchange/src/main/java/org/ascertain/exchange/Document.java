package org.ascertain.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * One file of an export. It is written when somebody asks, so that those that nobody wants cost
 * nothing.
 *
 * @param name the file's name in a folder
 * @param part by which one of several is asked for: whose word it is, or which table
 */
public record Document(String name, String part, Content content) {

  /** The one of a part; the first, the most official, where none is named. */
  public static Optional<Document> of(List<Document> documents, Optional<String> part) {
    return documents.stream()
        .filter(each -> part.isEmpty() || each.part().equals(part.get()))
        .findFirst();
  }

  /** The bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
