package org.ascertain.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.record.DraftReader;

/** A file of others as it was read. */
record ReadFile(Optional<Fault> refusal, List<ReadRow> rows) {

  /** An election with three tickets, of which one has no party. */
  static Header header(int year) {
    String line =
        """
        {"fact":"election","at":"%d-11-05","source":{"id":"desk","title":"A desk"},"election":"us-president-%d","year":%d,\
        "candidates":[{"id":"ash","name":"Anna B. Ash Jr.","party":"Democratic"},{"id":"birch","name":"Bob Birch",\
        "party":"Republican"},{"id":"cedar","name":"Cy Cedar"},{"id":"elm","name":"Eve Elm"}],"tickets":[{"id":"ash",\
        "president":"ash","vicePresident":"elm"},{"id":"birch","president":"birch"},{"id":"cedar","president":"cedar"}],\
        "callers":[{"id":"AP","name":"The Associated Press"},{"id":"Fox","name":"Fox News"}],"caller":"AP"}"""
            .formatted(year, year, year);
    return (Header) new DraftReader().read(line.getBytes(UTF_8), 0).fact().orElseThrow();
  }

  static Reading reading(String name) {
    return Reading.of(header(2024), Source.of("office", "An office"), name)
        .at(When.parse("2024-11-06T10:00:00-05:00"));
  }

  /** A reading of which nothing is said but the election. */
  static Reading bare(int year) {
    return Reading.of(header(year), Source.of("office", "An office"), "");
  }

  static ReadFile of(String format, Reading reading, String text) {
    return of(format, reading, text.getBytes(UTF_8));
  }

  static ReadFile of(String format, Reading reading, byte[] bytes) {
    return of(format, reading, () -> new ByteArrayInputStream(bytes));
  }

  static ReadFile of(String format, Reading reading, Content content) {
    try (ReadRows rows =
        Formats.of(format).orElseThrow().reads().orElseThrow().reader().rows(content, reading)) {
      if (rows.refusal().isPresent()) return new ReadFile(rows.refusal(), List.of());
      List<ReadRow> all = new ArrayList<>();
      for (Optional<ReadRow> row = rows.next(); row.isPresent(); row = rows.next())
        all.add(row.get());
      return new ReadFile(Optional.empty(), all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  List<Fact> facts() {
    return rows.stream().flatMap(row -> row.fact().stream()).toList();
  }

  /** The codes of all that was found in rows without a fact. */
  List<String> aside() {
    return rows.stream()
        .filter(row -> row.fact().isEmpty())
        .flatMap(row -> row.faults().stream())
        .filter(fault -> fault.check().weight() != ReadCheck.Weight.NOTE)
        .map(fault -> fault.check().code())
        .toList();
  }

  /** What is told beside rows that have a fact. */
  List<String> told() {
    return says(true);
  }

  /** Why rows wait. */
  List<String> why() {
    return says(false);
  }

  private List<String> says(boolean isNote) {
    return rows.stream()
        .flatMap(row -> row.faults().stream())
        .filter(fault -> (fault.check().weight() == ReadCheck.Weight.NOTE) == isNote)
        .map(Fault::says)
        .toList();
  }

  /** Each fact in a few words: "NY/36047 ash=3 birch=2 other=1 total=6". */
  List<String> said() {
    return facts().stream().map(ReadFile::said).toList();
  }

  static String said(Fact fact) {
    return switch (fact) {
      case Returns r -> r.unit() + figures(votes(r.votes()), r);
      case Fact.Call c -> "%s called for %s by %s".formatted(c.unit(), c.candidate(), c.caller());
      case Fact.Certification c ->
          "%s certified by %s, %s".formatted(c.unit(), c.authority(), votes(c.votes()));
      default -> fact.toString();
    };
  }

  private static String votes(Votes votes) {
    return "{" + votes.toString().replaceAll("(\\S+) (\\d+)", "$1=$2") + "}";
  }

  private static String figures(String votes, Returns r) {
    StringBuilder said = new StringBuilder(" ").append(votes);
    r.other().ifPresent(n -> said.append(" other=").append(n));
    r.total().ifPresent(n -> said.append(" total=").append(n));
    r.registered().ifPresent(n -> said.append(" registered=").append(n));
    r.expected().ifPresent(n -> said.append(" expected=").append(n));
    r.reporting().ifPresent(n -> said.append(" reporting=%d/%d".formatted(n.units(), n.of())));
    r.ballots()
        .ifPresent(
            b -> {
              b.cast().ifPresent(n -> said.append(" cast=").append(n));
              b.over().ifPresent(n -> said.append(" over=").append(n));
              b.under().ifPresent(n -> said.append(" under=").append(n));
            });
    if (r.complete()) said.append(" complete");
    if (!r.exact()) said.append(" inexact");
    return said.toString();
  }
}
