package org.ascertain.exchange;

/** What XML 1.0 can write of a text, and names that it takes for ids. */
final class XmlText {

  /** The text without the characters that XML 1.0 has no way to write. */
  static String allowed(String text) {
    for (int i = 0; i < text.length(); i++) if (!isPlain(text.charAt(i))) return looked(text);
    return text;
  }

  /** Allowed, and not half of a character: as all are in most texts. */
  private static boolean isPlain(char c) {
    return c >= 0x20 && c < 0xD800;
  }

  private static String looked(String text) {
    return text.codePoints()
        .filter(XmlText::isAllowed)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE)
        || c >= 0x10000;
  }

  /**
   * An id of XML (NCName) that stands for parts of the record: letters, digits and hyphens as they
   * are, a slash as a point, whatever else by its number, so that no two become one.
   */
  static String id(String kind, String... parts) {
    StringBuilder id = new StringBuilder(kind);
    for (String part : parts) {
      id.append('_');
      for (int i = 0; i < part.length(); i += Character.charCount(part.codePointAt(i)))
        append(id, part.codePointAt(i));
    }
    return id.toString();
  }

  private static void append(StringBuilder id, int c) {
    boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || c == '-');
    if (isPlain) id.appendCodePoint(c);
    else if (c == '/') id.append('.');
    else id.append("._").append(Integer.toHexString(c)).append("_.");
  }

  private XmlText() {}
}
