package org.ascertain.record;

import org.ascertain.election.Fact;

/**
 * Writes facts as drafts have them that know nothing of a record: each source described in full.
 * Equal facts give equal bytes.
 */
public final class DraftWriter {

  private final Sources sources = new Sources();
  private final Encoder encoder = new Encoder(sources.asWritten());

  /** The draft's line without its line feed. */
  public byte[] line(Fact fact) {
    return draft(fact).bytes();
  }

  /** The same, of which a record's line can be made by {@link RecordWriter}. */
  public DraftLine draft(Fact fact) {
    sources.beginLine(true);
    try {
      return encoder.draft(fact);
    } finally {
      sources.takeBack();
    }
  }
}
