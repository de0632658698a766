package org.ascertain.bench;

/** Measurements against limits and peers, each by its name. */
public final class Bench {

  public static void main(String[] args) {
    System.err.println("no measurement yet");
  }

  private Bench() {}
}
