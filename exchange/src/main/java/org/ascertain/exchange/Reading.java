package org.ascertain.exchange;

import java.util.Optional;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;
import org.ascertain.election.When;

/**
 * For which election a file of others is read, and what whoever hands it in says of it.
 *
 * @param header the election with the names that came late
 * @param source of every figure in it
 * @param fileName its name, for what a format says by names
 * @param at of when its figures are, where the format does not say
 * @param jurisdiction of which state it is, where the format does not say
 * @param mapping what its columns mean, of a table that is no format's
 */
public record Reading(
    Header header,
    Source source,
    String fileName,
    Optional<When> at,
    Optional<String> jurisdiction,
    Optional<Mapping> mapping) {

  /** A reading of which nothing is said beside the bytes. */
  public static Reading of(Header header, Source source, String fileName) {
    return new Reading(
        header, source, fileName, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same as of a moment. */
  public Reading at(When moment) {
    return new Reading(header, source, fileName, Optional.of(moment), jurisdiction, mapping);
  }

  /** The same of one state. */
  public Reading of(String state) {
    return new Reading(header, source, fileName, at, Optional.of(state), mapping);
  }

  /** The same with the meaning of its columns. */
  public Reading by(Mapping columns) {
    return new Reading(header, source, fileName, at, jurisdiction, Optional.of(columns));
  }

  Attestation attestation(When moment) {
    return Attestation.of(moment, source);
  }
}
