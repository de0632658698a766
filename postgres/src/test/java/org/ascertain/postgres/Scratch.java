package org.ascertain.postgres;

/** One server for all tests of this module; it ends with them. */
final class Scratch {

  static final ScratchServer SERVER = ScratchServer.start();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  private Scratch() {}
}
