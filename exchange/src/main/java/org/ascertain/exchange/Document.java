package org.ascertain.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ascertain.election.Entry;

/**
 * One file of an export. It is written when somebody asks, so that those that nobody wants cost
 * nothing.
 *
 * @param name the file's name in a folder
 * @param part by which one of several is asked for: whose word it is, or which table
 * @param has whether it tells of an entry, if its format has a place for that kind
 */
public record Document(String name, String part, Predicate<Entry> has, Content content) {

  /** One that tells of all for which its format has a place. */
  public Document(String name, String part, Content content) {
    this(name, part, entry -> true, content);
  }

  /** The one of a part; the first, the most official, where none is named. */
  public static Optional<Document> of(List<Document> documents, Optional<String> part) {
    return documents.stream()
        .filter(each -> part.isEmpty() || each.part().equals(part.get()))
        .findFirst();
  }

  /** What the file's name ends in, without the point: of a description of tables not as a table. */
  public String extension(Format format) {
    return isOf(format) ? format.extension() : name.substring(name.lastIndexOf('.') + 1);
  }

  /** Its type as HTTP has it. */
  public String mediaType(Format format) {
    return isOf(format) ? format.mediaType() : "application/json";
  }

  private boolean isOf(Format format) {
    return name.endsWith("." + format.extension());
  }

  /** The bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
