package org.ascertain.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ascertain.election.Source;

/**
 * A fact as a draft has it, each source described in full; and where that is, so that a record's
 * line can be made of it that names by their ids those that the record has described.
 *
 * @param bytes an object that has the fact's fields and no more
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only written
public record DraftLine(byte[] bytes, List<Description> descriptions) {

  /**
   * A source that is described between two places in the bytes.
   *
   * @param id the string that names it
   */
  record Description(int from, int to, byte[] id, Source source) {

    private static final int BEFORE_ID = "{\"id\":".length();

    /**
     * Of a source whose description ends at a place and begins at the first brace after another.
     */
    static Description of(byte[] bytes, int after, int to, Source source) {
      int from = after;
      while (bytes[from] != '{') from++;
      int id = from + BEFORE_ID;
      int end = id + 1;
      while (bytes[end] != '"') end += bytes[end] == '\\' ? 2 : 1;
      return new Description(from, to, Arrays.copyOfRange(bytes, id, end + 1), source);
    }
  }

  /** A source and between which places it was written. */
  record Place(int after, int to, Source source) {}

  static DraftLine of(byte[] bytes, List<Place> described) {
    List<Description> all = new ArrayList<>(described.size());
    for (Place each : described)
      all.add(Description.of(bytes, each.after(), each.to(), each.source()));
    return new DraftLine(bytes, List.copyOf(all));
  }
}
