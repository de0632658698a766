package org.ascertain.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.ascertain.answers.Edition;
import org.ascertain.archive.Archive;
import org.ascertain.desk.ElectionHistory;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordReader.Reading;
import org.ascertain.server.Rendered.Effort;
import org.ascertain.standing.History;

/** An election of the archive: its record is whole. It is read when first asked for. */
final class ArchivedElection implements ServedElection {

  private record Read(RecordLines lines, Snapshot snapshot) {}

  private final String id;
  private final Lazy<Read> read;

  ArchivedElection(String id) {
    this.id = id;
    this.read = new Lazy<>(() -> read(id));
  }

  /** A record that has been read already. */
  ArchivedElection(String id, RecordLines lines, Snapshot snapshot) {
    this.id = id;
    this.read = new Lazy<>(() -> new Read(lines, snapshot));
  }

  private static Read read(String id) {
    try (InputStream in = Archive.open(id).orElseThrow()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      in.transferTo(bytes);
      Reading reading = RecordReader.read(new ByteArrayInputStream(bytes.toByteArray()));
      History history = ElectionHistory.of(reading.entries());
      return new Read(
          RecordLines.read(new ByteArrayInputStream(bytes.toByteArray())),
          new Snapshot(Edition.OVER, Effort.HIGH, reading.entries(), history));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public CompletableFuture<Snapshot> snapshot(Executor executor) {
    return read.future(executor).thenApply(Read::snapshot);
  }

  @Override
  public RecordLines lines() {
    return read.get().lines();
  }
}
