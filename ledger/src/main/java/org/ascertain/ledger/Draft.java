package org.ascertain.ledger;

import java.util.regex.Pattern;

/** What is to be appended. */
public sealed interface Draft {

  /** A fact that has no place yet; the ledger gives it its index and its time. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only written
  record Fresh(String recordedBy, byte[] fact) implements Draft {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final String BEGINNING = "\"fact\":\"";

    /**
     * @param recordedBy an opaque account number, or {@code archive}
     * @param fact the fact's fields as they are to stand in the line, from <code>"fact":</code> on,
     *     without the brace behind them
     */
    public Fresh {
      if (!isAccount(recordedBy))
        throw new IllegalArgumentException(
            "an account is 1 to 64 letters, digits and . _ : -, not " + recordedBy);
      for (int i = 0; i < BEGINNING.length(); i++)
        if (i >= fact.length || fact[i] != BEGINNING.charAt(i))
          throw new IllegalArgumentException("the fields of a fact begin with " + BEGINNING);
      requireOneLine(fact);
    }

    /** Whether entries may be recorded under that name. */
    public static boolean isAccount(String name) {
      return ACCOUNT.matcher(name).matches();
    }
  }

  /**
   * A line of a record that is copied whole. It has its place already, and is accepted there and
   * nowhere else; the same line again is no mistake.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only written
  record Copied(byte[] line) implements Draft {
    public Copied {
      requireOneLine(line);
    }
  }

  private static void requireOneLine(byte[] bytes) {
    for (byte b : bytes)
      if (b >= 0 && b < ' ')
        throw new IllegalArgumentException("a control character stands in the line");
  }
}
