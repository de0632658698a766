package org.ascertain.exchange;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;
import org.ascertain.election.When;

/**
 * For which election a file of others is read, and what whoever hands it in says of it.
 *
 * @param header the election with the names that came late
 * @param source of every figure in it, where the file names no issuer
 * @param issuer whose the figures are, where it does: as it stands in the file, or as somebody says
 *     who knows better
 * @param fileName its name, for what a format says by names
 * @param at of when its figures are, where the format does not say
 * @param jurisdiction of which state it is, where the format does not say
 * @param mapping what its columns mean, of a table that is no format's
 */
public record Reading(
    Header header,
    Source source,
    UnaryOperator<Source> issuer,
    String fileName,
    Optional<When> at,
    Optional<String> jurisdiction,
    Optional<Mapping> mapping) {

  /** A reading of what is all of one source, of which nothing else is said beside the bytes. */
  public static Reading of(Header header, Source source, String fileName) {
    return new Reading(
        header,
        source,
        issuer -> source,
        fileName,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same as of a moment. */
  public Reading at(When moment) {
    return new Reading(
        header, source, issuer, fileName, Optional.of(moment), jurisdiction, mapping);
  }

  /** The same of one state. */
  public Reading of(String state) {
    return new Reading(header, source, issuer, fileName, at, Optional.of(state), mapping);
  }

  /** The same with the meaning of its columns. */
  public Reading by(Mapping columns) {
    return new Reading(header, source, issuer, fileName, at, jurisdiction, Optional.of(columns));
  }

  /** The same of a file whose issuer is the source. */
  Reading issuedBy(Source named) {
    return new Reading(header, issuer.apply(named), issuer, fileName, at, jurisdiction, mapping);
  }

  Attestation attestation(When moment) {
    return Attestation.of(moment, source);
  }
}
