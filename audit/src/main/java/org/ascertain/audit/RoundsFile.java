package org.ascertain.audit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.AuditKind;
import org.ascertain.election.Fact.Discrepancies;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.standing.FactSense;
import org.ascertain.standing.History;

/**
 * The rounds of an audit as a CSV file, a row a round in the order in which they were held, with a
 * row of headings: the fields of the fact {@code audit-round}, its discrepancies as {@code o1},
 * {@code o2}, {@code u1}, {@code u2}, its votes as {@code winner} and {@code loser}, who are the
 * reported winner of the majority and who is reported second in the unit.
 *
 * @param rounds as entries whose indexes are the lines of the file
 * @param problems why a row is not taken, a sentence each: then no row is
 */
public record RoundsFile(List<Entry> rounds, List<String> problems) {

  public RoundsFile {
    rounds = List.copyOf(rounds);
    problems = List.copyOf(problems);
  }

  /** Reads rounds against what a winner holds. */
  public static RoundsFile of(String csv, History history, Holdings holdings) {
    return new Reading(history, holdings).read(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
  }

  /** Why a row cannot be read, as a sentence. */
  private static final class Odd extends RuntimeException {
    private static final long serialVersionUID = 1;

    Odd(String why) {
      super(why);
    }
  }

  private static final class Reading {
    private final History history;
    private final Holdings holdings;
    private final String winner;
    private final FactSense sense;
    private final List<Entry> rounds = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Reading(History history, Holdings holdings) {
      this.history = history;
      this.holdings = holdings;
      this.winner = holdings.winner().orElseThrow();
      this.sense = new FactSense(history.header(), history.law(), KnownUnits.ANY);
    }

    RoundsFile read(String csv) {
      if (!isHeaded(csv))
        return new RoundsFile(
            List.of(), List.of("The first row of the file names no columns 'unit' and 'kind'."));
      try (var rows = CsvReader.builder().ofNamedCsvRecord(csv).stream()) {
        rows.forEach(this::read);
      } catch (CsvParseException broken) {
        problems.add("The file is no sound CSV: " + broken.getMessage() + ".");
      }
      return new RoundsFile(problems.isEmpty() ? rounds : List.of(), problems);
    }

    private static boolean isHeaded(String csv) {
      try (var rows = CsvReader.builder().ofCsvRecord(csv).stream()) {
        return rows.findFirst()
            .filter(head -> head.getFields().containsAll(List.of("unit", "kind")))
            .isPresent();
      } catch (CsvParseException broken) {
        return true; // told where the rows are read
      }
    }

    private void read(NamedCsvRecord row) {
      long line = row.getStartingLineNumber();
      try {
        Entry entry = new Entry(line, Instant.EPOCH, "file", round(row));
        sense
            .problem(entry)
            .ifPresentOrElse(
                problem -> problems.add("Line " + line + ": " + problem.sentence()),
                () -> rounds.add(entry));
      } catch (Odd odd) {
        problems.add("Line " + line + ": " + odd.getMessage());
      }
    }

    private Fact round(NamedCsvRecord row) {
      AuditKind kind = kind(text(row, "kind").orElse(""));
      Optional<When> seedAt = moment(row, "seedAt");
      When at = moment(row, "at").or(() -> seedAt).orElseGet(this::last);
      return new Fact.AuditRound(
          Attestation.of(at, Source.of("rounds", "the file of rounds")),
          text(row, "unit").orElse(""),
          kind,
          number(row, "cards").orElse(0),
          number(row, "manifest"),
          text(row, "seed"),
          seedAt,
          text(row, "committed"),
          moment(row, "committedAt"),
          text(row, "rule"),
          truth(row, "replacement"),
          text(row, "sharedWith").map(units -> List.of(units.split(" +"))).orElse(List.of()),
          kind == AuditKind.COMPARISON ? Optional.of(discrepancies(row)) : Optional.empty(),
          votes(row),
          truth(row, "complete").orElse(false),
          text(row, "custody"));
    }

    /** A count that is not dated was held by the moment that is asked about. */
    private When last() {
      return history.last().map(entry -> entry.fact().attestation().at()).orElseThrow();
    }

    private static AuditKind kind(String written) {
      return switch (written) {
        case "comparison" -> AuditKind.COMPARISON;
        case "polling" -> AuditKind.POLLING;
        case "hand-count" -> AuditKind.HAND_COUNT;
        default ->
            throw new Odd(
                "'%s' is no kind of round; it is comparison, polling or hand-count. A p-value, a machine recount, a count of a part are none."
                    .formatted(written));
      };
    }

    private static Discrepancies discrepancies(NamedCsvRecord row) {
      return new Discrepancies(
          number(row, "o1").orElse(0),
          number(row, "o2").orElse(0),
          number(row, "u1").orElse(0),
          number(row, "u2").orElse(0));
    }

    private Votes votes(NamedCsvRecord row) {
      Map<String, Long> votes = new LinkedHashMap<>();
      number(row, "winner").ifPresent(n -> votes.put(ticket(winner), n));
      String second =
          holdings.of(winner).stream()
              .filter(holding -> holding.id().equals(text(row, "unit").orElse("")))
              .findFirst()
              .flatMap(Holding::count)
              .map(Holding.Count::second)
              .orElse("");
      if (!second.isEmpty()) number(row, "loser").ifPresent(n -> votes.put(ticket(second), n));
      return Votes.of(votes);
    }

    private String ticket(String candidate) {
      return history.header().tickets().stream()
          .filter(ticket -> ticket.president().equals(candidate))
          .map(Ticket::id)
          .findFirst()
          .orElse(candidate);
    }

    private static OptionalLong number(NamedCsvRecord row, String field) {
      Optional<String> written = text(row, field);
      if (written.isEmpty()) return OptionalLong.empty();
      if (!written.get().matches("[0-9]{1,12}"))
        throw new Odd("'" + written.get() + "' is no number in " + field + ".");
      return OptionalLong.of(Long.parseLong(written.get()));
    }

    private static Optional<Boolean> truth(NamedCsvRecord row, String field) {
      Optional<String> written = text(row, field);
      if (written.isPresent() && !written.get().matches("true|false"))
        throw new Odd("'" + written.get() + "' in " + field + " is neither true nor false.");
      return written.map("true"::equals);
    }

    private static Optional<When> moment(NamedCsvRecord row, String field) {
      Optional<String> written = text(row, field);
      try {
        return written.map(When::parse);
      } catch (DateTimeException none) {
        throw new Odd(
            "'"
                + written.orElse("")
                + "' in "
                + field
                + " is no moment; write 2028-11-20T10:00:00Z.");
      }
    }

    private static Optional<String> text(NamedCsvRecord row, String field) {
      return row.findField(field).map(String::strip).filter(each -> !each.isEmpty());
    }
  }
}
