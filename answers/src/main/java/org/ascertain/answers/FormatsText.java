package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ascertain.exchange.DataPackage;
import org.ascertain.exchange.Format;
import org.ascertain.exchange.LeftOut;
import org.ascertain.exchange.Loss;
import org.ascertain.exchange.Parquet;
import org.ascertain.exchange.ReadCheck;
import org.ascertain.record.FactWord;

/** Which formats there are, what has no place in each, and what one export left out. */
public final class FormatsText {

  private static final int WIDTH = 100;

  /** For people to read. */
  public static void print(PrintWriter out, TextLayout layout) {
    for (Format format : AllFormats.all()) {
      out.println(layout.bold(format.id()) + "  " + format.title() + ways(format));
      if (format.writer().isPresent()) {
        told(out, "kept", String.join(", ", format.keeps().stream().sorted().toList()));
        told(out, "lost", losses(format));
        for (String sentence : format.unsaid()) told(out, "not said", plain(sentence));
      }
      if (format.equals(DataPackage.CSV)) parquet(out, layout);
      if (format.reads().isEmpty()) continue;
      Format.Reads reads = format.reads().get();
      told(out, "read", String.join(", ", reads.makes().stream().sorted().toList()));
      for (String sentence : reads.notes()) told(out, "how", plain(sentence));
    }
  }

  /** What alone can be done with a format of which not everything can. */
  private static String ways(Format format) {
    if (format.writer().isEmpty()) return " (only read)";
    return format.reads().isEmpty() ? " (only written)" : "";
  }

  private static void parquet(PrintWriter out, TextLayout layout) {
    out.println(
        layout.bold(Parquet.ID) + "  The same tables as Parquet, into a folder (only written)");
    told(out, "needs", "DuckDB's JDBC driver, which is no part of Ascertain: export --duckdb JAR");
  }

  private static void told(PrintWriter out, String what, String text) {
    String head = "  %-9s ".formatted(what);
    for (String line : Lines.wrap(text, WIDTH - head.length())) {
      out.println(head + line);
      head = " ".repeat(head.length());
    }
  }

  private static String losses(Format format) {
    List<String> lost = new ArrayList<>(format.losses().stream().map(Loss::words).toList());
    if (!format.keeps().containsAll(FactWord.all())) lost.add("every other kind of fact");
    return lost.isEmpty() ? "nothing" : String.join("; ", lost);
  }

  private static String plain(String sentence) {
    return sentence.replace("`", "");
  }

  /** For programs. */
  public static String json() {
    return JsonAnswer.object(
        json ->
            json.list(
                "formats",
                AllFormats.all(),
                format -> {
                  json.text("id", format.id());
                  json.text("title", format.title());
                  json.text("extension", format.extension());
                  json.text("mediaType", format.mediaType());
                  json.texts("keeps", format.keeps().stream().sorted().toList());
                  json.texts("lost", format.losses().stream().map(Loss::words).toList());
                  json.texts("unsaid", format.unsaid().stream().map(FormatsText::plain).toList());
                  json.truth("written", format.writer().isPresent());
                  json.texts(
                      "reads",
                      format.reads().stream()
                          .flatMap(reads -> reads.makes().stream().sorted())
                          .toList());
                  json.texts(
                      "reading",
                      format.reads().stream()
                          .flatMap(reads -> reads.notes().stream().map(FormatsText::plain))
                          .toList());
                }));
  }

  /** The page of the docs. */
  public static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Format format : AllFormats.all()) {
      page.append(
          "\n## `%s`\n%s. Files end in `.%s`.\n\n"
              .formatted(format.id(), format.title(), format.extension()));
      if (format.writer().isPresent()) written(page, format);
      if (format.reads().isPresent()) read(page, format.reads().get());
    }
    page.append(CHECKS);
    for (ReadCheck check : ReadCheck.values())
      page.append("| %s | %s | %s |\n".formatted(check.code(), weight(check), check.sentence()));
    return page.toString();
  }

  private static String weight(ReadCheck check) {
    return check.weight().name().toLowerCase(Locale.ROOT);
  }

  private static void read(StringBuilder page, Format.Reads reads) {
    page.append(
        "\nRead, it makes %s.\n".formatted(words(reads.makes().stream().sorted().toList())));
    for (String sentence : reads.notes()) page.append("- ").append(sentence).append('\n');
  }

  private static void written(StringBuilder page, Format format) {
    page.append("| kept | lost | has no place |\n|---|---|---|\n");
    page.append(
        "| %s | %s | %s |\n"
            .formatted(
                words(format.keeps().stream().sorted().toList()),
                format.losses().stream().map(Loss::words).collect(Collectors.joining("; ")),
                words(
                    FactWord.all().stream()
                        .filter(word -> !format.keeps().contains(word))
                        .toList())));
    if (!format.unsaid().isEmpty()) page.append("\nWhat it cannot say:\n");
    for (String sentence : format.unsaid()) page.append("- ").append(sentence).append('\n');
  }

  private static final String HEAD =
      """
      # Formats that others speak

      `export ELECTION --format F [--at T] [--known T] [--to FILE|DIR] [--part P]` writes an election in each
      of these, as of any moment; `./ascertain formats` lists them. An export says what it left out, counted. Over HTTP the same
      bytes are at `/api/elections/us-president-2020.nist.xml?at=&known=&part=` (what the files end in; where another format's end
      so too, its id, as `.medsl-csv`), under a name that says of when they are and of how many entries; `/api/formats` lists them.
      The header `Ascertain-Left-Out` is how many facts a file does not have; its `Link` leads to `/api/elections/ID/formats`, which
      has every file of the election and what each format leaves out, counted. With `--format parquet --to DIR` the tables of `csv` are
      written as Parquet, where DuckDB's driver is at hand ([data](data.md)). `publish` writes every file of each into `data/ELECTION/formats/FORMAT/`. This page is
      made from the code: `mvn -q -pl answers -am test -Dtest=FormatsPageTest -Dsurefire.failIfNoSpecifiedTests=false
      -Dascertain.renew=true -DargLine="-Dascertain.renew=true"`.

      *Kept* are the kinds of facts that have a place in the format, *lost* is what they lose in it, and the last column has
      the kinds of which nothing is written. Without `--format` an election is written as its record, byte for byte: nothing is
      lost ([record](record.md)).

      `import ELECTION FILE --format F --data DIR [--source ID] [--at T] [--jurisdiction XX] [--mapping FILE] [--dry-run]` takes
      a file of others in, row by row through the checks of the desk (`--format auto` looks how it begins); with `--to FILE` in the place of `--data` it writes a
      record file. `send FILE --format F --to URL --token T` hands it in to a desk that runs, which reads it there. `follow ADDRESS --format F
      --election E --every 30s` does all three again and again ([feeds](feeds.md)). What a format does not say is said
      beside it or the file is refused; what a row does not say is left out and never invented.

      In every format that has a place for them, units have their name, their USPS code, their FIPS code with the list that it
      belongs to (the same digits mean another unit in another year), and their Open Civic Data id as far as that project's list
      has it. None is guessed: a unit without one has none.

      Google's `civics_cdf_validator` (9d10c6a5, version 1.60, rules `election_results`), run by hand on 30 November 2026 on the 97
      civics feeds of all 60 elections, finds no fatal message and no error; it warns that the elections are past, and in those of
      1832, 1836, 1916, 1944, 1960, 1964 and 2008 that somebody has no party, of whom the record names none.
      """;

  private static final String CHECKS =
      """

      ## What is found while a file of others is read
      Before anything is held against the record, as in [checks](checks.md), which says what to do about each. What is
      `refuse` stops the whole file (D110), what is `aside` keeps its row aside (D111), a `note` stands with a row that is
      recorded (D112); of a whole file a note stands with one of its rows. `…` is what was found.

      A file that is broken off, packed or not, is read as far as it is whole, and what follows is kept aside with its place
      (F102); where more of a row may stand behind the break, what was read of it is kept aside, too, as its format says
      above. Where nothing was read before the break, the file is refused. Files may be packed by gzip: what stands behind
      the end of what is packed is kept aside, and what was read is recorded. An XML with a document type or entities is
      refused.

      | code | weight | what is found |
      |---|---|---|
      """;

  private static String words(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" "));
  }

  /** What an export does not have, in lines; none where it has all. */
  public static List<String> of(LeftOut leftOut) {
    List<String> lines = new ArrayList<>();
    if (!leftOut.kinds().isEmpty())
      lines.add("Left out, for the format has no place for them: " + counts(leftOut.kinds()) + ".");
    if (!leftOut.earlier().isEmpty())
      lines.add(
          "Superseded by later ones, for it is of one moment: " + counts(leftOut.earlier()) + ".");
    if (!leftOut.elsewhere().isEmpty())
      lines.add(
          "Not in this file, though the format has a place for them: "
              + counts(leftOut.elsewhere())
              + ".");
    if (!leftOut.losses().isEmpty())
      lines.add("Lost of what is in it: " + counts(leftOut.losses()) + ".");
    return List.copyOf(lines);
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(each -> "%s %,d".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private FormatsText() {}
}
