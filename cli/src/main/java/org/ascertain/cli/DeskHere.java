package org.ascertain.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ascertain.desk.Body;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.HandedIn;
import org.ascertain.desk.Sender;
import org.ascertain.desk.Taken;
import org.ascertain.exchange.Content;
import org.ascertain.feed.FollowedUrl;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A desk in this process: that of a data folder, or one whose record goes into a file.
 *
 * @param hasDesk whether what is kept aside waits there
 * @param kept makes what was taken in last
 * @param ended lets go of it
 */
record DeskHere(
    CommandSpec command,
    ElectionDesk desk,
    Sender sender,
    boolean hasDesk,
    Keeping kept,
    Keeping ended,
    DeskElsewhere.Told told,
    ForeignOptions foreign)
    implements Destination {

  /** What is done with what came. */
  interface Keeping {
    void keep() throws IOException;
  }

  @Override
  public Took take(FollowedUrl.New found) throws IOException {
    Path file = found.body();
    RowsTold rows = new RowsTold(hasDesk);
    try (Body body = Body.of(file)) {
      Taken taken =
          desk.take(
              new HandedIn(
                  sender,
                  foreign.form(told.fileName(), Content.of(file)),
                  body,
                  Optional.empty(),
                  Optional.of(told.address().toString())),
              rows,
              soFar -> {});
      int exit =
          rows.print(
              taken,
              told.address().toString(),
              desk.election(),
              told.json(),
              command.commandLine().getOut(),
              command.commandLine().getErr());
      kept.keep();
      // what the desk could not read is not asked for again either: it is told, once
      return new Took(exit, true, false);
    }
  }

  @Override
  public void close() throws IOException {
    ended.keep();
  }
}
