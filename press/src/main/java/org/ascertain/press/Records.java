package org.ascertain.press;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fact.Header;
import org.ascertain.standing.History;

/** The records that a text is held against; they do not grow while texts are. */
interface Records {

  /** What each election is, in the order of their years. */
  List<Header> headers();

  /** The record of an election, by its year. */
  Optional<History> of(int year);
}
