package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ascertain.answers.ExitCode;
import org.ascertain.desk.Body;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.ForeignForm;
import org.ascertain.desk.HandedIn;
import org.ascertain.desk.Sender;
import org.ascertain.desk.Taken;
import org.ascertain.desk.Via;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.LedgerException;
import org.ascertain.record.DraftWriter;

/**
 * A file in a format of others is taken in, row by row through the desk's checks in this process:
 * into a data folder, or into a record file, for which a desk stands in a folder of its own
 * meanwhile.
 */
final class ForeignImport {

  private static final int SHOWN = 10;

  private final String election;
  private final Path file;
  private final ForeignForm form;
  private final boolean json;
  private final PrintWriter out;
  private final PrintWriter err;

  ForeignImport(
      String election,
      Path file,
      ForeignForm form,
      boolean json,
      PrintWriter out,
      PrintWriter err) {
    this.election = election;
    this.file = file;
    this.form = form;
    this.json = json;
    this.out = out;
    this.err = err;
  }

  /** Takes it into a data folder that has a record of the election. */
  int into(DataFolder folder, String account, boolean dryRun) throws IOException {
    try (ElectionDesk desk =
        ElectionDesk.open(folder, election, InstantSource.system(), err::println)) {
      int exit = take(desk, Sender.of(account, account, Via.FOLDER), true, dryRun);
      if (!dryRun && folder.key().isPresent()) folder.sign(election, folder.key().get());
      return exit;
    }
  }

  /**
   * Adds to a record file of the election what of the file passes the checks; begins it where there
   * is none.
   *
   * @param header the first entry of one that is begun
   * @param wrong what is thrown with a sentence where the record file is none of this election
   */
  int into(
      Path to,
      Supplier<Header> header,
      String account,
      boolean dryRun,
      Function<String, ? extends RuntimeException> wrong)
      throws IOException {
    try (RecordFileDesk own =
        RecordFileDesk.open(election, header, to, account, err::println, wrong)) {
      int exit = take(own.desk(), Sender.ofRecordFile(account), false, dryRun);
      if (!dryRun && exit != ExitCode.USAGE) own.write();
      return exit;
    }
  }

  private int take(ElectionDesk desk, Sender sender, boolean hasDesk, boolean dryRun)
      throws IOException {
    RowsTold told = new RowsTold(hasDesk);
    try (Body body = Body.of(file)) {
      HandedIn handed =
          new HandedIn(
              sender,
              form,
              body,
              Optional.empty(),
              Optional.of(String.valueOf(file.getFileName())));
      Taken taken =
          dryRun ? desk.dryRun(handed, told, shown()) : desk.take(handed, told, soFar -> {});
      return told.print(taken, file.toString(), election, json, out, err);
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    } catch (LedgerException refused) {
      err.println(refused.getMessage());
      return ExitCode.USAGE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** The first rows as facts, so that whoever maps columns sees what they mean. */
  private Consumer<Fact> shown() {
    DraftWriter drafts = new DraftWriter();
    AtomicInteger shown = new AtomicInteger();
    return fact -> {
      if (!json && shown.getAndIncrement() < SHOWN)
        out.println(new String(drafts.line(fact), UTF_8));
    };
  }
}
