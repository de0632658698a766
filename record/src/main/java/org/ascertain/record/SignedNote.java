package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A text with signatures below it (C2SP signed-note). The text means nothing until a {@link
 * VerifierKey} that is trusted has verified it.
 *
 * @param text ends with a line feed
 * @param signatures in the order in which they stand; none on a note that nobody has signed
 */
public record SignedNote(String text, List<Signature> signatures) {

  /**
   * One signature line.
   *
   * @param name the key's name
   * @param keyId four bytes that tell keys of one name apart
   * @param base64 the key's id and the signature, as they stand in the line
   */
  public record Signature(String name, int keyId, String base64) {

    static Signature of(String name, int keyId, byte[] signature) {
      byte[] blob = ByteBuffer.allocate(4 + signature.length).putInt(keyId).put(signature).array();
      return new Signature(name, keyId, Base64.getEncoder().encodeToString(blob));
    }

    /** The signature without the key's id. */
    byte[] bytes() {
      byte[] blob = Base64.getDecoder().decode(base64);
      return ByteBuffer.allocate(blob.length - 4).put(blob, 4, blob.length - 4).array();
    }

    private String line() {
      return DASH + name + " " + base64 + "\n";
    }
  }

  /** Larger than any checkpoint with its cosignatures; what is larger is refused unread. */
  static final int LARGEST = 1 << 20;

  /** An em dash and a space. */
  private static final String DASH = "\u2014 ";

  private static final int MOST_SIGNATURES = 100;

  public SignedNote {
    if (!text.endsWith("\n"))
      throw new IllegalArgumentException("the text of a note ends with a line feed");
    signatures = List.copyOf(signatures);
  }

  /**
   * Reads a note, and nothing but a note: {@link #bytes} gives the same bytes again.
   *
   * @throws IllegalArgumentException saying in which way it is none
   */
  public static SignedNote parse(byte[] bytes) {
    if (bytes.length > LARGEST)
      throw new IllegalArgumentException("a note has at most " + LARGEST + " bytes");
    String note = text(bytes);
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0)
      throw new IllegalArgumentException("no blank line stands between text and signatures");
    String below = note.substring(blank + 2);
    if (!below.isEmpty() && !below.endsWith("\n"))
      throw new IllegalArgumentException("the last line does not end with a line feed");
    List<Signature> signatures = new ArrayList<>();
    below.lines().forEach(line -> signatures.add(signature(line)));
    if (signatures.size() > MOST_SIGNATURES)
      throw new IllegalArgumentException("more than " + MOST_SIGNATURES + " signatures");
    return new SignedNote(note.substring(0, blank + 1), signatures);
  }

  public byte[] bytes() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString().getBytes(UTF_8);
  }

  /** The same note with further signatures below those that it has; none twice. */
  SignedNote with(List<Signature> more) {
    List<Signature> all = new ArrayList<>(signatures);
    more.stream().filter(s -> !all.contains(s)).forEach(all::add);
    return new SignedNote(text, all);
  }

  private static String text(byte[] bytes) {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the note is not UTF-8", e);
    }
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n'))
      throw new IllegalArgumentException("a control character stands in the note");
    return text;
  }

  private static Signature signature(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || space < DASH.length())
      throw new IllegalArgumentException("no signature line: " + line);
    String name = line.substring(DASH.length(), space);
    requireName(name);
    String base64 = line.substring(space + 1);
    byte[] blob = StrictBase64.decode(base64);
    if (blob.length <= 4)
      throw new IllegalArgumentException("a signature line without a signature: " + line);
    return new Signature(name, ByteBuffer.wrap(blob).getInt(), base64);
  }

  /** Names of keys have neither spaces nor plus signs. */
  static void requireName(String name) {
    if (name.isEmpty()
        || name.chars().anyMatch(c -> c < '!' || UNFIT.contains(Character.getType(c)) || c == '+'))
      throw new IllegalArgumentException(
          "a key's name has neither spaces nor plus signs: \"" + name + "\"");
  }

  private static final Set<Integer> UNFIT =
      Set.of(
          (int) Character.SPACE_SEPARATOR,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR,
          (int) Character.CONTROL);
}
