package org.ascertain.answers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ascertain.exchange.Document;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.exchange.Format;
import org.ascertain.exchange.LeftOut;

/** The files of one election in each format that others speak, and what each format leaves out. */
public final class ElectionFormats {

  /** For programs. */
  public static String json(ElectionAt election) {
    return JsonAnswer.object(
        json -> {
          json.text("election", election.id());
          json.text("at", election.at().toString());
          json.list("formats", AllFormats.written(), format -> format(json, format, election));
        });
  }

  private static void format(JsonAnswer json, Format format, ElectionAt election)
      throws IOException {
    json.text("id", format.id());
    json.text("title", format.title());
    json.text("address", AllFormats.address(format));
    List<Document> files = format.writer().orElseThrow().documents(election);
    json.list(
        "files",
        files,
        file -> {
          json.text("part", file.part());
          json.text("name", file.name());
          json.number("leftOut", format.leftOut(election, List.of(file)).facts());
        });
    LeftOut leftOut = format.leftOut(election, files);
    json.object(
        "leftOut",
        inside -> {
          inside.number("facts", leftOut.facts());
          counts(inside, "kinds", leftOut.kinds());
          counts(inside, "superseded", leftOut.earlier());
          counts(inside, "elsewhere", leftOut.elsewhere());
          counts(inside, "losses", leftOut.losses());
        });
  }

  private static void counts(JsonAnswer json, String name, Map<String, Long> counts)
      throws IOException {
    json.list(
        name,
        counts.entrySet(),
        each -> {
          json.text("what", each.getKey());
          json.number("facts", each.getValue());
        });
  }

  private ElectionFormats() {}
}
