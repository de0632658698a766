package org.ascertain.audit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rounds of an audit as a CSV file, a row a round, with a row of headings. Every row has {@code
 * unit} and {@code kind}. Rounds of cards have {@code cards}, {@code seed}, {@code seedAt}, {@code
 * committed} (SHA-256 of manifest, records and reported winner), {@code committedAt}, {@code rule}
 * and {@code replacement}, then {@code o1}, {@code o2}, {@code u1}, {@code u2} ({@code comparison})
 * or {@code winner}, {@code loser} ({@code polling}). A {@code hand-count} has {@code complete},
 * {@code custody} (who says so) and {@code won}. Units that share their cards name each other in
 * {@code sharedWith}.
 *
 * @param shared units whose cards are one draw
 * @param problems why a row is not taken, a sentence each: then no row is
 */
public record AuditRounds(
    List<AuditRound> rounds, List<List<String>> shared, List<String> problems) {

  public AuditRounds {
    rounds = List.copyOf(rounds);
    shared = List.copyOf(shared);
    problems = List.copyOf(problems);
  }

  /** No round at all. */
  public static final AuditRounds NONE = new AuditRounds(List.of(), List.of(), List.of());

  /** Reads rounds against what a winner holds. */
  public static AuditRounds of(String csv, Holdings holdings) {
    return new Reading(holdings).read(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
  }

  private static final class Reading {
    private final Holdings holdings;
    private final String winner;
    private final List<AuditRound> rounds = new ArrayList<>();
    private final Set<List<String>> shared = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private String line = "";

    Reading(Holdings holdings) {
      this.holdings = holdings;
      this.winner = holdings.winner().orElseThrow();
    }

    AuditRounds read(String csv) {
      try (var rows = CsvReader.builder().ofNamedCsvRecord(csv).stream()) {
        rows.forEach(this::read);
      } catch (CsvParseException broken) {
        problems.add("The file is no sound CSV: " + broken.getMessage() + ".");
      }
      return new AuditRounds(
          problems.isEmpty() ? rounds : List.of(), List.copyOf(shared), problems);
    }

    private void read(NamedCsvRecord row) {
      line = "Line " + row.getStartingLineNumber() + ": ";
      String unit = text(row, "unit");
      Optional<Holding> holding =
          holdings.of(winner).stream().filter(each -> each.id().equals(unit)).findFirst();
      if (holding.isEmpty()) {
        refuse("'" + unit + "' is no unit that " + winner + " holds, and no other needs an audit.");
        return;
      }
      switch (text(row, "kind")) {
        case "comparison" -> ofCards(row, holding.get(), comparison(row, unit));
        case "polling" -> ofCards(row, holding.get(), polling(row, unit));
        case "hand-count" -> handCount(row, unit);
        default ->
            refuse(
                "'%s' is no kind of round; it is comparison, polling or hand-count. A p-value, a machine recount, a count of a part are none."
                    .formatted(text(row, "kind")));
      }
    }

    private void ofCards(NamedCsvRecord row, Holding holding, Optional<AuditRound> round) {
      Optional<Holding.Count> count = holding.count().filter(of -> of.margin() > 0);
      if (count.isEmpty())
        refuse(
            "The record has no margin of "
                + holding.id()
                + " that could be sampled for; count it whole by hand.");
      for (String field : List.of("seed", "seedAt", "committed", "committedAt", "rule"))
        if (text(row, field).isEmpty()) refuse("The round has no " + field + ".");
      if (!text(row, "replacement").equals("true"))
        refuse("replacement has to say true: rounds are read as drawn with replacement.");
      Optional<OffsetDateTime> drawn = moment(row, "seedAt");
      Optional<OffsetDateTime> committed = moment(row, "committedAt");
      if (drawn.isPresent() && committed.isPresent() && !drawn.get().isAfter(committed.get()))
        refuse("The seed was not drawn later than what it draws from was committed to.");
      if (!text(row, "sharedWith").isEmpty()) {
        List<String> together = new ArrayList<>(List.of(text(row, "sharedWith").split(" ", -1)));
        together.add(holding.id());
        shared.add(together.stream().distinct().sorted().toList());
      }
      round.ifPresent(rounds::add);
    }

    private Optional<AuditRound> comparison(NamedCsvRecord row, String unit) {
      long cards = number(row, "cards");
      long[] found = {number(row, "o1"), number(row, "o2"), number(row, "u1"), number(row, "u2")};
      if (found[0] + found[1] + found[2] + found[3] > cards) {
        refuse("More differences than cards.");
        return Optional.empty();
      }
      return Optional.of(
          new AuditRound.Comparison(unit, cards, found[0], found[1], found[2], found[3]));
    }

    private Optional<AuditRound> polling(NamedCsvRecord row, String unit) {
      long cards = number(row, "cards");
      long first = number(row, "winner");
      long second = number(row, "loser");
      if (first + second > cards) {
        refuse("More votes than cards.");
        return Optional.empty();
      }
      return Optional.of(new AuditRound.Polling(unit, cards, first, second));
    }

    private void handCount(NamedCsvRecord row, String unit) {
      if (!text(row, "complete").equals("true"))
        refuse("A hand count has to be complete, and to say so.");
      if (text(row, "custody").isEmpty())
        refuse("A hand count has to name who says that the paper was complete and in custody.");
      String won = text(row, "won");
      if (!won.equals("true") && !won.equals("false"))
        refuse("A hand count says in won whether the reported winner has won: true or false.");
      rounds.add(new AuditRound.HandCount(unit, won.equals("true")));
    }

    private long number(NamedCsvRecord row, String field) {
      String written = text(row, field);
      if (written.matches("[0-9]{1,9}")) return Long.parseLong(written);
      if (!written.isEmpty() || field.equals("cards"))
        refuse("'" + written + "' is no number in " + field + ".");
      return 0;
    }

    private Optional<OffsetDateTime> moment(NamedCsvRecord row, String field) {
      String written = text(row, field);
      if (written.isEmpty()) return Optional.empty();
      try {
        return Optional.of(OffsetDateTime.parse(written));
      } catch (DateTimeParseException none) {
        refuse("'" + written + "' in " + field + " is no moment; write 2028-11-20T10:00:00Z.");
        return Optional.empty();
      }
    }

    private static String text(NamedCsvRecord row, String field) {
      return row.findField(field).orElse("").strip();
    }

    private void refuse(String why) {
      problems.add(line + why);
    }
  }
}
