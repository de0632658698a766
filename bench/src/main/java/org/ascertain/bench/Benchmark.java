package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;

/**
 * One measurement, with the limit or the peer that it is held against, measured in the same run.
 */
public interface Benchmark {

  /** By which it is called: {@code ./ascertain bench NAME}. */
  String name();

  /**
   * Measures, and prints each figure beside its limit.
   *
   * @throws IOException if the machine does not let it
   */
  void run(PrintStream out) throws IOException;
}
