package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ascertain.exchange.Format;
import org.ascertain.exchange.Formats;
import org.ascertain.exchange.LeftOut;
import org.ascertain.exchange.Loss;
import org.ascertain.record.FactWord;

/** Which formats there are, what has no place in each, and what one export left out. */
public final class FormatsText {

  private static final int WIDTH = 100;

  /** For people to read. */
  public static void print(PrintWriter out, TextLayout layout) {
    for (Format format : Formats.all()) {
      out.println(layout.bold(format.id()) + "  " + format.title());
      told(out, "kept", String.join(", ", format.keeps().stream().sorted().toList()));
      told(out, "lost", losses(format));
      for (String sentence : format.unsaid()) told(out, "not said", plain(sentence));
    }
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
    lost.add("every other kind of fact");
    return String.join("; ", lost);
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
                Formats.all(),
                format -> {
                  json.text("id", format.id());
                  json.text("title", format.title());
                  json.text("extension", format.extension());
                  json.text("mediaType", format.mediaType());
                  json.texts("keeps", format.keeps().stream().sorted().toList());
                  json.texts("lost", format.losses().stream().map(Loss::words).toList());
                  json.texts("unsaid", format.unsaid().stream().map(FormatsText::plain).toList());
                }));
  }

  /** The page of the docs. */
  public static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Format format : Formats.all()) {
      page.append(
          "\n## `%s`\n%s. Files end in `.%s`.\n\n"
              .formatted(format.id(), format.title(), format.extension()));
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
    return page.toString();
  }

  private static final String HEAD =
      """
      # Formats that others speak

      `export ELECTION --format F [--at T] [--known T] [--to FILE|DIR] [--part P]` writes an election in each
      of these, as of any moment; `./ascertain formats` lists them. An export says what it left out, counted. This page is
      made from the code: `mvn -q -pl answers -am test -Dtest=FormatsPageTest -Dsurefire.failIfNoSpecifiedTests=false
      -Dascertain.renew=true -DargLine="-Dascertain.renew=true"`.

      *Kept* are the kinds of facts that have a place in the format, *lost* is what they lose in it, and the last column has
      the kinds of which nothing is written. Without `--format` an election is written as its record, byte for byte: nothing is
      lost ([record](record.md)).

      In every format that has a place for them, units have their name, their USPS code, their FIPS code with the list that it
      belongs to (the same digits mean another unit in another year), and their Open Civic Data id as far as that project's list
      has it. None is guessed: a unit without one has none.
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
