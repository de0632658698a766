package org.ascertain.desk;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Ticket;
import org.ascertain.law.Law;
import org.ascertain.law.PollClosing;

/** What a row is held against besides the record. It is made once an intake, and not once a row. */
public final class Context {

  private final Law law;
  private final Header header;
  private final KnownUnits units;
  private final Neighbours neighbours;
  private final Thresholds thresholds;
  private final Set<String> ownCallers;
  private final Map<String, OffsetDateTime> pollsClose;
  private final long now;

  /**
   * @param header the election's names, with those that came late
   * @param units the units below the states that are known
   * @param neighbours the rows of the same intake so far
   * @param now the clock, in nanoseconds since 1970-01-01T00:00Z
   * @param ownCallers ids of the callers in whose name this desk calls
   */
  public Context(
      Law law,
      Header header,
      KnownUnits units,
      Neighbours neighbours,
      long now,
      Thresholds thresholds,
      Set<String> ownCallers) {
    this(
        law,
        header,
        units,
        neighbours,
        thresholds,
        ownCallers,
        law.pollClosings().stream()
            .collect(Collectors.toMap(PollClosing::jurisdiction, PollClosing::last)),
        now);
  }

  private Context(
      Law law,
      Header header,
      KnownUnits units,
      Neighbours neighbours,
      Thresholds thresholds,
      Set<String> ownCallers,
      Map<String, OffsetDateTime> pollsClose,
      long now) {
    this.law = law;
    this.header = header;
    this.units = units;
    this.neighbours = neighbours;
    this.thresholds = thresholds;
    this.ownCallers = Set.copyOf(ownCallers);
    this.pollsClose = pollsClose;
    this.now = now;
  }

  /** The same at another moment, in nanoseconds since 1970-01-01T00:00Z. */
  public Context at(long now) {
    return new Context(law, header, units, neighbours, thresholds, ownCallers, pollsClose, now);
  }

  /** The same for the rows of another intake. */
  Context among(Neighbours others) {
    return new Context(law, header, units, others, thresholds, ownCallers, pollsClose, now);
  }

  /** The same with the names that came late. */
  public Context with(Header header) {
    return new Context(law, header, units, neighbours, thresholds, ownCallers, pollsClose, now);
  }

  public Law law() {
    return law;
  }

  public Header header() {
    return header;
  }

  public KnownUnits units() {
    return units;
  }

  public Neighbours neighbours() {
    return neighbours;
  }

  public Thresholds thresholds() {
    return thresholds;
  }

  public Set<String> ownCallers() {
    return ownCallers;
  }

  /** The clock, in nanoseconds since 1970-01-01T00:00Z. */
  public long now() {
    return now;
  }

  /** When the last polls of a jurisdiction close, where the hours were gathered. */
  Optional<OffsetDateTime> pollsClose(String jurisdiction) {
    return Optional.ofNullable(pollsClose.get(jurisdiction));
  }

  /** A ticket by the name of its candidate. */
  String name(String ticket) {
    return header.tickets().stream()
        .filter(each -> each.id().equals(ticket))
        .map(Ticket::president)
        .findFirst()
        .flatMap(this::person)
        .orElse(ticket);
  }

  /** A candidate by surname. */
  Optional<String> person(String id) {
    return header.candidates().stream()
        .filter(each -> each.id().equals(id))
        .map(Candidate::shortName)
        .findFirst();
  }
}
