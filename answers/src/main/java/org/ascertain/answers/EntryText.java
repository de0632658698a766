package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.ascertain.record.Hash;
import org.ascertain.standing.History;

/** One entry of a record: what it says, by whose word, since when, and what became of it. */
public final class EntryText {

  private static final DateTimeFormatter RECORDED =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final History history;
  private final Entry entry;
  private final Optional<byte[]> line;
  private final Names names;

  /**
   * An entry.
   *
   * @param history of its whole record
   * @param line its bytes; absent for one that nobody recorded, as in a scenario
   */
  public EntryText(History history, Entry entry, Optional<byte[]> line) {
    this.history = history;
    this.entry = entry;
    this.line = line;
    this.names = new Names(history.header());
  }

  /** For people to read. */
  public void print(Caveat caveat, PrintWriter out, TextLayout layout) {
    Attestation attestation = entry.fact().attestation();
    out.println(
        layout.bold(
            "%s, entry %d of 0 to %d"
                .formatted(history.header().election(), entry.index(), history.size() - 1)));
    caveat.print(out);
    out.println(sentence());
    row(out, "when", TimeText.full(attestation));
    row(out, "source", source(attestation.source()));
    attestation
        .basis()
        .ifPresent(basis -> row(out, "basis", EnumWords.of(basis).replace('-', ' ')));
    attestation.note().ifPresent(note -> row(out, "note", note));
    attestation.learned().ifPresent(when -> row(out, "public", TimeText.full(when, false)));
    row(out, "recorded", RECORDED.format(entry.recorded()) + ", by " + entry.recordedBy());
    for (LaterEntries.Later later : LaterEntries.of(entry.index(), history))
      row(
          out,
          later.does(),
          "by entry %d, %s"
              .formatted(
                  later.entry().index(), FactText.withCorrected(later.entry(), history, names)));
    for (Problem problem : problems()) row(out, "problem", ProblemText.of(problem));
    line.ifPresent(bytes -> row(out, "hash", Hash.ofLeaf(bytes).toString()));
  }

  private static void row(PrintWriter out, String label, String text) {
    out.printf("  %-11s %s%n", label, text);
  }

  private String sentence() {
    return FactText.capital(FactText.withCorrected(entry, history, names)) + ".";
  }

  /** "Title (id), publisher, day, address". */
  private static String source(Source source) {
    return Stream.of(
            Optional.of(source.title() + " (" + source.id() + ")"),
            source.publisher(),
            source.date().map(TimeText::day),
            source.url())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /**
   * What is wrong with it: it counts nowhere then, unless it only tells what was against the law.
   */
  private List<Problem> problems() {
    return history.problems(history.end()).stream()
        .filter(problem -> problem.index() == entry.index())
        .toList();
  }

  /** For programs. */
  public String json(Caveat caveat) {
    return JsonAnswer.object(
        json -> {
          caveat.write(json);
          json.text("election", history.header().election());
          json.number("index", entry.index());
          json.number("entries", history.size());
          json.text("text", sentence());
          Attestation attestation = entry.fact().attestation();
          json.text("at", attestation.at().toString());
          if (attestation.about()) json.truth("about", true);
          json.text("learned", attestation.learned().map(Object::toString));
          json.text("recorded", entry.recorded().toString());
          json.text("recordedBy", entry.recordedBy());
          EntryJson.source(json, attestation.source());
          json.text("basis", attestation.basis().map(EnumWords::of));
          json.text("note", attestation.note());
          json.list("later", LaterEntries.of(entry.index(), history), later -> write(json, later));
          ProblemJson.write(json, problems());
          if (line.isPresent()) {
            json.text("hash", Hash.ofLeaf(line.get()).toString());
            json.out().writeFieldName("entry");
            json.out().writeRawValue(new String(line.get(), UTF_8));
          }
        });
  }

  private void write(JsonAnswer json, LaterEntries.Later later) throws IOException {
    json.text("does", later.does());
    json.number("entry", later.entry().index());
    json.text("text", FactText.withCorrected(later.entry(), history, names));
  }
}
