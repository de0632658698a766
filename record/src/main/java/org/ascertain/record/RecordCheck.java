package org.ascertain.record;

/** Verifies a record that lies before us as entries, without the files of a log. */
public final class RecordCheck {

  /**
   * Derives the root from the entries and holds it against a pin.
   *
   * @param entries all there are
   */
  public static Verification verify(String election, long size, Lines entries, Trust trust) {
    Findings findings = new Findings();
    Derivation derivation = new Derivation((tile, hashes) -> {}, findings::flaw);
    new Vouching(trust, findings).claim(derivation, election, election, size, false);
    entries.read(0, size, (line, index) -> derivation.add(line));
    derivation.end();
    return findings.conclude(election, derivation.size(), derivation.root());
  }

  private RecordCheck() {}
}
