package org.ascertain.bench;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.ascertain.election.Attestation;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Law;

/**
 * A made-up national night, the same from the same seed: precincts of every jurisdiction report
 * again and again, each time a little more than before.
 */
final class Night {

  static final int PRECINCTS = 175_000;
  static final Law LAW = Law.of(2020).orElseThrow();

  private static final int PRECINCTS_OF_A_COUNTY = 55;
  private static final int LONGEST_NIGHT_SECONDS = 8 * 3_600;
  private static final int MOST_NEW_VOTES = 40;
  private static final OffsetDateTime POLLS_CLOSE =
      OffsetDateTime.parse("2020-11-03T20:00:00-05:00");
  private static final Source FEED = Source.of("feed", "A feed");
  private static final List<String> TICKETS = List.of("biden", "trump");

  static final Header HEADER =
      new Header(
          Attestation.of(When.parse("2020-11-03"), FEED),
          "us-president-2020",
          2020,
          OptionalInt.empty(),
          TICKETS.stream().map(id -> new Candidate(id, id, Optional.empty())).toList(),
          TICKETS.stream().map(id -> new Ticket(id, id, Optional.empty())).toList(),
          List.of(),
          Optional.empty(),
          List.of("feed"));

  /** The ids of the precincts, as {@code PA/42003/P17}. */
  private final String[] precincts = new String[PRECINCTS];

  /** The place of each precinct's jurisdiction. */
  final int[] jurisdictionOf = new int[PRECINCTS];

  final int jurisdictions;
  private final SplittableRandom random;

  Night(long seed) {
    this.random = new SplittableRandom(seed);
    this.jurisdictions = LAW.entitled().size();
    int electors = LAW.entitled().values().stream().mapToInt(Integer::intValue).sum();
    int place = 0;
    int next = 0;
    int sofar = 0;
    for (Map.Entry<String, Integer> jurisdiction : LAW.entitled().entrySet()) {
      sofar += jurisdiction.getValue();
      int end = (int) ((long) PRECINCTS * sofar / electors);
      for (int n = 0; next < end; n++, next++) {
        int county = place * 1_000 + 2 * (n / PRECINCTS_OF_A_COUNTY) + 1;
        precincts[next] = "%s/%05d/P%d".formatted(jurisdiction.getKey(), county, n);
        jurisdictionOf[next] = place;
      }
      place++;
    }
  }

  /** The same night as numbers: which precinct reports, and its votes by ticket. */
  static final class Figures {
    final int[] precinct;
    final long[] biden;
    final long[] trump;

    private Figures(int reports) {
      precinct = new int[reports];
      biden = new long[reports];
      trump = new long[reports];
    }
  }

  /** Who reports after whom. */
  enum Order {
    /** A county's precincts together, the counties in any order: as offices publish their files. */
    BY_COUNTY,
    /** Any precinct after any other, which no cache holds. */
    ANY
  }

  /** The reports of the night in order. */
  Figures figures(int reports, Order order) {
    Figures figures = new Figures(reports);
    long[] biden = new long[PRECINCTS];
    long[] trump = new long[PRECINCTS];
    int p = 0;
    for (int i = 0; i < reports; i++) {
      if (order == Order.ANY || i % PRECINCTS_OF_A_COUNTY == 0) p = random.nextInt(PRECINCTS);
      else if (++p == PRECINCTS) p = 0;
      figures.precinct[i] = p;
      figures.biden[i] = biden[p] += random.nextInt(MOST_NEW_VOTES);
      figures.trump[i] = trump[p] += random.nextInt(MOST_NEW_VOTES);
    }
    return figures;
  }

  /** Gives the same as entries of a record, behind its header, one by one. */
  void forEach(Figures figures, Consumer<Entry> each) {
    int reports = figures.precinct.length;
    Attestation[] seconds = new Attestation[LONGEST_NIGHT_SECONDS];
    Instant recorded = Instant.parse("2020-11-04T12:00:00Z");
    for (int s = 0; s < seconds.length; s++)
      seconds[s] = Attestation.of(new When.AtMoment(POLLS_CLOSE.plusSeconds(s)), FEED);
    for (int i = 0; i < reports; i++) {
      Attestation at = seconds[(int) ((long) i * seconds.length / reports)];
      Votes votes = Votes.of(TICKETS, figures.biden[i], figures.trump[i]);
      each.accept(new Entry(i + 1L, recorded, "7", returns(at, figures.precinct[i], votes)));
    }
  }

  /** The same as a list, behind its header. */
  List<Entry> entries(Figures figures) {
    List<Entry> entries = new ArrayList<>(figures.precinct.length);
    forEach(figures, entries::add);
    return entries;
  }

  private Returns returns(Attestation at, int precinct, Votes votes) {
    return Returns.of(at, precincts[precinct], votes);
  }

  /** The header's entry. */
  static Entry header() {
    return new Entry(0, Instant.parse("2020-11-03T00:00:00Z"), "7", HEADER);
  }
}
