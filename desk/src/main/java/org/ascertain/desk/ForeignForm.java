package org.ascertain.desk;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;
import org.ascertain.election.When;
import org.ascertain.exchange.Format;
import org.ascertain.exchange.Mapping;
import org.ascertain.exchange.Reading;

/**
 * A format of others, and what is said beside the bytes.
 *
 * @param source of all that is in it, by its id; without it that of the issuer whom the file names,
 *     or the sender's
 * @param fileName for what a format says by names
 * @param at of when it is, where it does not say
 * @param jurisdiction of which state it is, likewise
 * @param mapping what the columns of any table mean
 */
public record ForeignForm(
    Format format,
    Optional<String> source,
    String fileName,
    Optional<When> at,
    Optional<String> jurisdiction,
    Optional<Mapping> mapping)
    implements Layout {

  @Override
  public Rows rows(Body body, Header header, Source senders, Known known) throws IOException {
    Optional<Source> named = source.map(id -> described(id, known.sources()));
    Source its = named.orElse(senders);
    Reading reading =
        new Reading(
            header,
            its,
            issuer -> named.or(() -> find(issuer.id(), known.sources())).orElse(issuer),
            fileName,
            at,
            jurisdiction,
            mapping);
    return new ForeignRows(
        format.reads().orElseThrow().reader().rows(body::raw, reading),
        format,
        () -> known.saidBy().apply(its.id()));
  }

  private Source described(String id, Iterable<Source> known) {
    return find(id, known)
        .orElseGet(() -> Source.of(id, fileName.isEmpty() ? id : id + ", " + fileName));
  }

  private static Optional<Source> find(String id, Iterable<Source> known) {
    return StreamSupport.stream(known.spliterator(), false)
        .filter(each -> each.id().equals(id))
        .findFirst();
  }

  @Override
  public boolean isPlain() {
    return false;
  }

  @Override
  public String beside() {
    return "%s %s %s %s %s %s"
        .formatted(format.id(), source, fileName, at, jurisdiction, mapping.map(Mapping::text));
  }
}
