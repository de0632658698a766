package org.ascertain.cli;

/** The exit codes of every command. The launcher alone gives 69, when a JDK or Maven is missing. */
final class Exit {

  static final int DONE = 0;

  /** The answer is no: a check failed, a condition never held. */
  static final int NO = 1;

  /** Wrong usage or bad input. */
  static final int USAGE = 2;

  /** A fault of the program. */
  static final int FAULT = 70;

  private Exit() {}
}
