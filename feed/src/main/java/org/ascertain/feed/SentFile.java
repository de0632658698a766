package org.ascertain.feed;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A file that is handed in to a desk. What was cut off is sent again whole: the desk gives what it
 * has decided the same answer.
 *
 * @param rows what became of the rows of the parts that were answered
 * @param end what ended it before the file's end, if anything did
 */
public record SentFile(HandedIn rows, Optional<DeskSite.Reply> end) {

  /**
   * Sends a file.
   *
   * @param progress gets how many bytes were answered, and how many there are
   * @throws IOException if the file cannot be read
   */
  public static SentFile send(
      DeskSite desk, String election, Path file, Form form, BiConsumer<Long, Long> progress)
      throws IOException {
    return send(desk, election, new FileParts(file, form), form, progress);
  }

  static SentFile send(
      DeskSite desk, String election, FileParts parts, Form form, BiConsumer<Long, Long> progress)
      throws IOException {
    Sending sending = new Sending();
    long size = parts.size();
    parts.forEach(
        part -> {
          DeskSite.Reply reply =
              desk.handIn(election, form, part.key(), BodyPublishers.ofByteArray(part.bytes()));
          if (!(reply instanceof DeskSite.Answer(var body))) {
            sending.end = Optional.of(reply);
            return false;
          }
          sending.rows = sending.rows.and(HandedIn.of(body));
          progress.accept(part.end(), size);
          return !sending.rows.held();
        });
    return new SentFile(sending.rows, sending.end);
  }

  private static final class Sending {
    private HandedIn rows = HandedIn.NOTHING;
    private Optional<DeskSite.Reply> end = Optional.empty();
  }

  /** The election that a file of facts names in its first line, if it does. */
  public static Optional<String> electionOf(Path file) throws IOException {
    return FileParts.electionOf(file);
  }
}
