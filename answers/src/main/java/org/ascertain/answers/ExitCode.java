package org.ascertain.answers;

/** The exit codes of every command. The launcher alone gives 69, when a JDK or Maven is missing. */
public final class ExitCode {

  public static final int DONE = 0;

  /** The answer is no: a check failed, a condition never held. */
  public static final int NO = 1;

  /** Wrong usage or bad input. */
  public static final int USAGE = 2;

  /** The record lacks what would tell. */
  public static final int CANNOT_TELL = 3;

  /** A fault of the program. */
  public static final int FAULT = 70;

  private ExitCode() {}
}
