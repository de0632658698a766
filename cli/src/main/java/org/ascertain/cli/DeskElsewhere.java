package org.ascertain.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.ascertain.exchange.Content;
import org.ascertain.feed.DeskSite;
import org.ascertain.feed.FollowedUrl;
import org.ascertain.feed.SentFile;
import picocli.CommandLine.Model.CommandSpec;

/** A desk that runs on a server: what came is handed in to it as it came, and it reads it. */
record DeskElsewhere(
    CommandSpec command, DeskSite site, String election, Told told, ForeignOptions foreign)
    implements Destination {

  /** Statuses by which a desk says that whoever asks may not, or asks for what is not there. */
  private static final Set<Integer> NOT_FOR_US = Set.of(401, 403, 404);

  /**
   * How it is told.
   *
   * @param address that is followed
   */
  record Told(URI address, boolean json) {

    /** The last part of the address, which is a file's name in many. */
    String fileName() {
      String path = String.valueOf(address.getPath());
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  @Override
  public Took take(FollowedUrl.New found) throws IOException {
    SentFile sent =
        SentFile.send(
            site,
            election,
            found.body(),
            foreign.said(told.fileName(), Content.of(found.body())),
            (rows, part, all) -> {});
    // a desk answers what comes again as it did the first time
    if (found.hasTurnedBack()) sent = new SentFile(sent.rows().again(), sent.end());
    int exit = DeskOptions.tell(command, told.address().toString(), election, sent, told.json());
    return new Took(exit, isAnswered(sent.end()), isOver(sent.end()));
  }

  /** Whether the desk has looked at it: what it could not read, it told, once. */
  private static boolean isAnswered(Optional<DeskSite.Reply> end) {
    return end.isEmpty()
        || (end.get() instanceof DeskSite.Refusal refusal
            && !NOT_FOR_US.contains(refusal.status()));
  }

  private static boolean isOver(Optional<DeskSite.Reply> end) {
    return end.isPresent()
        && end.get() instanceof DeskSite.Refusal refusal
        && NOT_FOR_US.contains(refusal.status());
  }

  @Override
  public void close() {}
}
