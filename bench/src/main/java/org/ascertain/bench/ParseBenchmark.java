package org.ascertain.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.ascertain.election.Entry;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordWriter;

/** Reading a record strictly, beside what its JSON alone costs. */
final class ParseBenchmark implements Benchmark {

  private static final long SEED = 2020;
  private static final int RETURNS = 300_000;
  private static final int ROUNDS = 6;
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public String name() {
    return "parse";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    byte[] record = record();
    Stopwatch tokens = Stopwatch.best(ROUNDS, () -> tokens(record));
    Stopwatch strict = Stopwatch.best(ROUNDS, () -> read(record));
    out.printf(
        "  %-28s %,12.0f lines/s   %.0f MB/s%n",
        "record read", RETURNS / strict.processor(), record.length / 1e6 / strict.processor());
    out.printf(
        "  %-28s %,12.0f lines/s   reading takes %.1f times as long%n",
        "its JSON tokens alone",
        RETURNS / tokens.processor(),
        strict.processor() / tokens.processor());
    out.printf(
        "  best of %d rounds by processor time; by the clock %.2f s for %,d lines%n",
        ROUNDS, strict.clock(), RETURNS);
  }

  private static byte[] record() throws IOException {
    Night night = new Night(SEED);
    RecordWriter writer = new RecordWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(writer.line(Night.header()));
    bytes.write('\n');
    for (Entry entry : night.entries(night.figures(RETURNS, Night.Order.BY_COUNTY))) {
      bytes.write(writer.line(entry));
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  private static void read(byte[] record) {
    long[] seen = new long[2];
    RecordReader.forEach(
        new ByteArrayInputStream(record),
        line -> {
          if (line.entry().isPresent()) seen[0]++;
          seen[1] += line.problems().size();
        });
    if (seen[0] != RETURNS + 1 || seen[1] != 0)
      throw new IllegalStateException(seen[0] + " entries, " + seen[1] + " problems");
  }

  private static void tokens(byte[] record) {
    try (JsonParser parser = JSON.createParser(record)) {
      long objects = 0;
      while (parser.nextToken() != null) if (parser.currentToken().isStructStart()) objects++;
      if (objects < RETURNS) throw new IllegalStateException(objects + " objects");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
