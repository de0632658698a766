package org.ascertain.exchange;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/** The format of a file by how it begins, where nobody names it. */
public final class FormatGuess {

  private static final int BEGINNING = 1 << 14;

  /** The format that a file has; empty where none is recognised. */
  public static Optional<Format> of(Content content) throws IOException {
    try (InputStream in = content.unpacked()) {
      byte[] start = in.readNBytes(BEGINNING);
      return id(new String(start, charset(start)).replace("\uFEFF", "").strip())
          .flatMap(Formats::of);
    }
  }

  /** UTF-16 is told by the mark that it begins with. */
  private static Charset charset(byte[] start) {
    boolean isWide =
        start.length > 1
            && ((start[0] == (byte) 0xff && start[1] == (byte) 0xfe)
                || (start[0] == (byte) 0xfe && start[1] == (byte) 0xff));
    return isWide ? UTF_16 : UTF_8;
  }

  private static Optional<String> id(String text) {
    if (text.startsWith("<")) return ofXml(text);
    if (text.startsWith("{")) return ofJson(text);
    String head = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    if (head.contains("candidatevotes") || head.contains("county_fips"))
      return Optional.of("medsl-csv");
    boolean isTable =
        head.contains("county") && head.contains("office") && head.contains("candidate");
    return isTable ? Optional.of("openelections-csv") : Optional.empty();
  }

  private static Optional<String> ofXml(String text) {
    if (text.contains(NistXml.NAMESPACE)) return Optional.of("nist-100-v2-xml");
    if (text.contains("<ElectionReport")) return Optional.of("civics-xml");
    return text.contains("<ElectionResult") ? Optional.of("clarity-xml") : Optional.empty();
  }

  private static Optional<String> ofJson(String text) {
    if (text.contains("\"ElectionResults.ElectionReport\"")) return Optional.of("nist-100-v2-json");
    if (text.contains("\"reportingUnits\"")) return Optional.of("ap-json");
    if (text.contains("\"ballotItems\"")) return Optional.of("clarity-json");
    boolean isTimeline = text.contains("\"race_id\"") && text.contains("\"races\"");
    return isTimeline ? Optional.of("nyt-2020-json") : Optional.empty();
  }

  private FormatGuess() {}
}
