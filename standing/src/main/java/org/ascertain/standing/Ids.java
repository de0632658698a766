package org.ascertain.standing;

import static org.ascertain.election.Candidate.plain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.law.Law;

/**
 * The ids of an election, found from what people write: in any case, a state by its code or its
 * name, a person by id, short name or full name.
 */
public final class Ids {

  private final Header header;
  private final List<Unit> units;

  public Ids(Header header, Law law) {
    this.header = header;
    this.units = law.units();
  }

  /** The unit of appointment, or the reporting unit below one, with its code as it was written. */
  public Optional<String> unit(String written) {
    int slash = written.indexOf('/');
    String above = slash < 0 ? written : written.substring(0, slash);
    String below = slash < 0 ? "" : written.substring(slash);
    return units.stream()
        .map(Unit::id)
        .filter(id -> id.equalsIgnoreCase(above.strip()) || isNamed(id, above))
        .findFirst()
        .map(id -> id + below.strip());
  }

  /** A unit that appoints electors. */
  public Optional<String> unitOfAppointment(String written) {
    return unit(written).filter(id -> id.indexOf('/') < 0);
  }

  private static boolean isNamed(String id, String written) {
    return Jurisdiction.of(id)
        .filter(of -> of.title().equalsIgnoreCase(written.strip()))
        .isPresent();
  }

  /** Somebody for whom votes are cast. */
  public Optional<String> candidate(String written) {
    return header.candidates().stream()
        .filter(isMeant(written))
        .map(Candidate::id)
        .findFirst()
        .or(() -> presidents().filter(id -> plain(id).equals(plain(written.strip()))).findFirst());
  }

  private Stream<String> presidents() {
    return header.tickets().stream().map(Ticket::president);
  }

  /** A ticket, by its id or by its candidate for President where he stands on one alone. */
  public Optional<String> ticket(String written) {
    Optional<String> byId =
        header.tickets().stream()
            .map(Ticket::id)
            .filter(id -> plain(id).equals(plain(written.strip())))
            .findFirst();
    if (byId.isPresent()) return byId;
    List<String> ofPerson =
        candidate(written).stream()
            .flatMap(
                person ->
                    header.tickets().stream()
                        .filter(ticket -> ticket.president().equals(person))
                        .map(Ticket::id))
            .toList();
    return ofPerson.size() == 1 ? Optional.of(ofPerson.getFirst()) : Optional.empty();
  }

  private static Predicate<Candidate> isMeant(String written) {
    String plain = plain(written.strip());
    return candidate ->
        plain.equals(plain(candidate.id()))
            || plain.equals(plain(candidate.shortName()))
            || plain.equals(plain(candidate.name()));
  }
}
