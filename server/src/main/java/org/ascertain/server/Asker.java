package org.ascertain.server;

import java.util.Optional;
import org.ascertain.desk.Person;
import org.ascertain.desk.Token;
import org.ascertain.ledger.Secret;

/** Who asks, as far as the request shows. */
sealed interface Asker {

  /**
   * Nobody who is known here.
   *
   * @param why what they showed opens nothing, where they showed something
   */
  record Nobody(Optional<Refusal> why) implements Asker {}

  /** A program with a token. */
  record Machine(Token token) implements Asker {}

  /**
   * Somebody who is signed in.
   *
   * @param session by which they are
   */
  record Human(Person person, Secret session) implements Asker {}

  /** Whether a route is for them. */
  default boolean may(Routes route) {
    return route.isPublic()
        || switch (this) {
          case Nobody nobody -> false;
          case Machine machine -> route.who.has(Who.TOKEN);
          case Human human -> route.isFor(human.person());
        };
  }

  /** Who is signed in. */
  default Human human() {
    if (this instanceof Human human) return human;
    throw new IllegalStateException("a route for people was opened to others");
  }
}
