package org.ascertain.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.exchange.ReadRows.Unfit;

/**
 * In which encoding an XML is written: by its first bytes, as its annex F has it, or as it says.
 */
final class XmlEncoding {

  private static final int BEGINNING = 256;
  private static final Pattern SAYS =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  /** The text of an XML; what is no text in its encoding fails when it is read. */
  static Reader text(InputStream in) throws IOException, Unfit {
    in.mark(BEGINNING);
    byte[] start = in.readNBytes(BEGINNING);
    in.reset();
    if (begins(start, 0xef, 0xbb, 0xbf)) in.skipNBytes(3);
    return new InputStreamReader(
        in,
        of(start)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Charset of(byte[] start) throws Unfit {
    if (begins(start, 0xfe, 0xff) || begins(start, 0xff, 0xfe)) return StandardCharsets.UTF_16;
    if (begins(start, 0, '<')) return StandardCharsets.UTF_16BE;
    if (begins(start, '<', 0)) return StandardCharsets.UTF_16LE;
    Matcher says = SAYS.matcher(new String(start, StandardCharsets.ISO_8859_1));
    if (!says.find()) return StandardCharsets.UTF_8;
    try {
      return Charset.forName(says.group(1));
    } catch (IllegalArgumentException unknown) {
      throw new Unfit(
          ReadCheck.OTHER_FORMAT, "line 1", "it is written in '%s'".formatted(says.group(1)));
    }
  }

  private static boolean begins(byte[] start, int... with) {
    if (start.length < with.length) return false;
    for (int i = 0; i < with.length; i++) if ((start[i] & 0xff) != with[i]) return false;
    return true;
  }

  private XmlEncoding() {}
}
