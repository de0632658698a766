package org.ascertain.record;

import java.util.ArrayList;
import java.util.List;

/** What comes up while a log is verified. */
final class VerificationLog {

  private static final int MOST_FLAWS = 20;

  private final List<String> proven = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private boolean trusted;

  void proven(String sentence) {
    proven.add(sentence);
  }

  void remark(String sentence) {
    remarks.add(sentence);
  }

  /** Keeps the first few; what is thoroughly wrong need not be told a million times. */
  void flaw(Flaw flaw) {
    if (flaws.size() < MOST_FLAWS) flaws.add(flaw);
  }

  void flaw(String where, String what) {
    flaw(new Flaw(where, what));
  }

  int count() {
    return flaws.size();
  }

  /** Tells a flaw where it belongs, though it could be understood only later. */
  void insert(int at, Flaw flaw) {
    flaws.add(at, flaw);
  }

  void trusted() {
    trusted = true;
  }

  boolean areClean() {
    return flaws.isEmpty();
  }

  Verification conclude(String origin, long size, Hash root) {
    return new Verification(origin, size, root, trusted, proven, remarks, flaws);
  }
}
