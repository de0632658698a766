package org.ascertain.ledger;

import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;

/** What is to be appended. */
public sealed interface Draft {

  /**
   * A fact that has no place yet; the ledger gives it its index and its time.
   *
   * @param recordedBy an opaque account number, or {@code archive}
   */
  record Fresh(String recordedBy, Fact fact) implements Draft {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    public Fresh {
      if (!isAccount(recordedBy))
        throw new IllegalArgumentException(
            "an account is 1 to 64 letters, digits and . _ : -, not " + recordedBy);
    }

    /** Whether entries may be recorded under that name. */
    public static boolean isAccount(String name) {
      return ACCOUNT.matcher(name).matches();
    }
  }

  /**
   * An entry of a record that is copied whole. It has its place already, and is accepted there and
   * nowhere else; the same entry again is no mistake.
   *
   * @param line the bytes that the entry was read from
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only written
  record Copied(Entry entry, byte[] line) implements Draft {
    public Copied {
      for (byte b : line)
        if (b >= 0 && b < ' ')
          throw new IllegalArgumentException("a control character stands in the line");
    }
  }
}
