package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;
import org.ascertain.record.InclusionProof;

/** One entry: as it stands in the record, in words, and with the proof that it stands there. */
public final class EntryJson {

  /**
   * An entry.
   *
   * @param line its bytes in the record
   * @param entry what they say; absent where the answer is older than the line
   * @param proof absent where the log does not have it yet
   */
  public static String of(
      Edition edition,
      Header header,
      int index,
      byte[] line,
      Optional<Entry> entry,
      Optional<InclusionProof> proof) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          json.text("election", header.election());
          json.number("index", index);
          json.out().writeFieldName("entry");
          json.out().writeRawValue(new String(line, UTF_8));
          if (entry.isPresent()) told(json, entry.get(), header);
          if (proof.isPresent()) ProofJson.write(json, proof.get());
        });
  }

  private static void told(JsonAnswer json, Entry entry, Header header) throws IOException {
    json.told("text", new Names(header), in -> FactText.briefly(entry.fact(), in));
    json.number("atMs", Millis.of(entry.effective()));
    json.number("knownMs", Millis.of(entry.known()));
    source(json, entry.fact().attestation().source());
  }

  /** Writes the source inside an object that has been begun. */
  static void source(JsonAnswer json, Source source) throws IOException {
    json.object(
        "source",
        inside -> {
          inside.text("id", source.id());
          inside.text("title", source.title());
          inside.text("publisher", source.publisher());
          inside.text("date", source.date().map(Object::toString));
          inside.text("url", source.url());
        });
  }

  private EntryJson() {}
}
