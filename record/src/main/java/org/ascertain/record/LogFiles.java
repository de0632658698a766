package org.ascertain.record;

import java.util.Optional;
import java.util.stream.Stream;

/** The files of a published log, wherever they lie. */
public interface LogFiles {

  /** Where the files lie, for people. */
  String place();

  /**
   * One file; empty if there is none of that path, or it is larger than {@code limit} bytes.
   *
   * @throws java.io.UncheckedIOException if whether there is one cannot be told
   */
  Optional<byte[]> read(String path, int limit);

  /** The paths of all files, where they can be listed; a web server's cannot. */
  Optional<Stream<String>> paths();
}
