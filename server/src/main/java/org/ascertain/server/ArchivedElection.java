package org.ascertain.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.ascertain.answers.Edition;
import org.ascertain.archive.Archive;
import org.ascertain.desk.RecordSense;
import org.ascertain.record.RecordReader;
import org.ascertain.server.Rendered.Effort;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An election of the archive: its record is whole. It is read when first asked for. */
final class ArchivedElection implements ServedElection {

  private static final Logger LOG = Logger.getLogger(ArchivedElection.class);

  private record Read(RecordLines lines, Snapshot snapshot) {}

  private final String id;
  private final Lazy<Read> read;
  private volatile @Nullable String trouble;

  ArchivedElection(String id) {
    this.id = id;
    this.read = new Lazy<>(this::attempt);
  }

  /** A record that has been read already. */
  ArchivedElection(String id, RecordLines lines, Snapshot snapshot) {
    this.id = id;
    this.read = new Lazy<>(() -> new Read(lines, snapshot));
  }

  private Read attempt() {
    try {
      Read whole = read(id);
      trouble = null;
      return whole;
    } catch (RuntimeException | Error fault) {
      trouble = String.valueOf(fault.getMessage());
      LOG.errorf(fault, "the record of %s cannot be read: %s", id, GuardedWork.said(fault));
      throw fault;
    }
  }

  private static Read read(String id) {
    try (InputStream in = Archive.open(id).orElseThrow()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      in.transferTo(bytes);
      RecordSense record = new RecordSense();
      RecordReader.forEach(
          new ByteArrayInputStream(bytes.toByteArray()),
          line -> line.entry().ifPresent(record::take));
      return new Read(
          RecordLines.read(new ByteArrayInputStream(bytes.toByteArray())),
          new Snapshot(Edition.OVER, Effort.HIGH, record.history().orElseThrow()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public ServingState state() {
    Optional<Snapshot> known = read.made().map(Read::snapshot);
    String why = trouble;
    return why == null || known.isPresent()
        ? new ServingState.Ended(known)
        : new ServingState.Stopped(why, known);
  }

  @Override
  public CompletableFuture<Snapshot> snapshot(Executor executor) {
    return read.future(executor).thenApply(Read::snapshot);
  }

  @Override
  public Snapshot snapshot() {
    return read.get().snapshot();
  }

  @Override
  public CompletableFuture<Optional<Snapshot>> known(Executor executor) {
    return snapshot(executor).handle((snapshot, fault) -> Optional.ofNullable(snapshot));
  }

  @Override
  public RecordLines lines() {
    return read.get().lines();
  }
}
