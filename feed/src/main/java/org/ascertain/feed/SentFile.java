package org.ascertain.feed;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file that is handed in to a desk. What was cut off is sent again whole: the desk gives what it
 * has decided the same answer.
 *
 * @param rows what became of the rows of the parts that were answered
 * @param end what ended it before the file's end, if anything did
 */
public record SentFile(HandedIn rows, Optional<DeskSite.Reply> end) {

  /** Hears how far a file is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Hears how far it is.
     *
     * @param rows how many are decided and durable
     * @param sent how many bytes of the file lie in parts that are answered whole
     * @param all how many bytes it has
     */
    void tell(long rows, long sent, long all);
  }

  /**
   * Sends a file.
   *
   * @param progress gets how far it is, while the desk takes it in
   * @throws IOException if the file cannot be read
   */
  public static SentFile send(
      DeskSite desk, String election, Path file, Form form, Progress progress) throws IOException {
    return send(desk, election, new FileParts(file, form), form, progress);
  }

  /**
   * Sends a file in a format of others, whole.
   *
   * @param said how it is to be read, in the words of {@link DeskSite#handIn}
   * @throws IOException if the file cannot be read
   */
  public static SentFile send(
      DeskSite desk, String election, Path file, Map<String, String> said, Progress progress)
      throws IOException {
    long size = Files.size(file);
    DeskSite.Reply reply =
        desk.handIn(
            election, said, BodyPublishers.ofFile(file), rows -> progress.tell(rows, 0, size));
    return reply instanceof DeskSite.Answer(var body)
        ? new SentFile(HandedIn.of(body), Optional.empty())
        : new SentFile(HandedIn.NOTHING, Optional.of(reply));
  }

  static SentFile send(
      DeskSite desk, String election, FileParts parts, Form form, Progress progress)
      throws IOException {
    Sending sending = new Sending();
    long size = parts.size();
    parts.forEach(
        part -> {
          long before = sending.rows.rows();
          DeskSite.Reply reply =
              desk.handIn(
                  election,
                  form,
                  part.key(),
                  BodyPublishers.ofByteArray(part.bytes()),
                  rows -> progress.tell(before + rows, part.begin(), size));
          if (!(reply instanceof DeskSite.Answer(var body))) {
            sending.end = Optional.of(reply);
            return false;
          }
          sending.rows = sending.rows.and(HandedIn.of(body));
          progress.tell(sending.rows.rows(), part.end(), size);
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
