package org.ascertain.record;

/**
 * A log was not written, since it would have contradicted what was published before; the message
 * says how.
 */
public final class LogRefused extends RuntimeException {

  public LogRefused(String message) {
    super(message);
  }
}
