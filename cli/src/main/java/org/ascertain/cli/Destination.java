package org.ascertain.cli;

import java.io.IOException;
import org.ascertain.feed.FollowedUrl;

/** Where what a followed address gives is taken in. */
interface Destination extends AutoCloseable {

  /**
   * What became of it.
   *
   * @param isAnswered whether it need not be handed in again
   * @param isOver whether nothing else could be handed in either
   */
  record Took(int exit, boolean isAnswered, boolean isOver) {}

  /** Takes it in, and tells what became of each row. */
  Took take(FollowedUrl.New found) throws IOException;

  @Override
  void close() throws IOException;
}
