package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.law.Deadline;
import org.ascertain.law.DeadlineKind;
import org.ascertain.standing.DeadlineReason;
import org.ascertain.standing.Standing.DeadlineRow;

/** The days of the calendar for people to read: who met them, who missed them, and why. */
final class DeadlineText {

  private static final int MANY = 3;

  private final PrintWriter out;

  DeadlineText(PrintWriter out) {
    this.out = out;
  }

  void print(List<DeadlineRow> rows) {
    out.println("Deadlines:");
    for (DeadlineRow row : rows) {
      boolean congress = row.deadline().due() == DeadlineKind.COUNT;
      out.printf(
          "  %-11s %s (%s)%s%n",
          TimeText.day(row.deadline().day()),
          row.deadline().words(),
          row.deadline().rule().id(),
          congress ? nation(row) : counts(row));
      if (congress) continue;
      reasons("met by", row, row.met());
      reasons("missed by", row, row.missed());
      reasons("not known of", row, row.unknown());
      reasons("open for", row, row.open());
    }
  }

  /**
   * Of days that each state has of its own: who missed one, and who is past it.
   *
   * @param waiting the jurisdictions that nothing says to have done it yet
   */
  void printLate(List<DeadlineRow> rows, Set<String> waiting) {
    for (DeadlineRow row : rows)
      row.missed().forEach((who, reason) -> late("late", row, who, reason));
    for (DeadlineRow row : rows)
      row.unknown().entrySet().stream()
          .filter(of -> waiting.contains(of.getKey()))
          .forEach(of -> late("overdue", row, of.getKey(), of.getValue()));
  }

  private void late(String word, DeadlineRow row, String who, DeadlineReason reason) {
    out.printf(
        "  %-11s %s: %s (%s): %s, %s%n",
        TimeText.day(row.deadline().day()),
        who,
        row.deadline().words(),
        row.deadline().rule().id(),
        word,
        DeadlineReasonText.withTime(reason));
  }

  /** The lines of one jurisdiction. */
  void print(List<DeadlineRow> rows, String jurisdiction) {
    for (DeadlineRow row : rows)
      answers(row)
          .forEach(
              (word, reasons) -> {
                if (reasons.containsKey(jurisdiction))
                  out.printf(
                      "  due        %s, %s: %s, %s%n",
                      TimeText.day(row.deadline().day()),
                      row.deadline().words(),
                      word,
                      DeadlineReasonText.withTime(
                          Optional.ofNullable(reasons.get(jurisdiction)).orElseThrow()));
              });
  }

  private static Map<String, SequencedMap<String, DeadlineReason>> answers(DeadlineRow row) {
    Map<String, SequencedMap<String, DeadlineReason>> answers = new LinkedHashMap<>();
    answers.put("met", row.met());
    answers.put("missed", row.missed());
    answers.put("not known", row.unknown());
    answers.put("open", row.open());
    return answers;
  }

  private static String counts(DeadlineRow row) {
    String counts =
        answers(row).entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + " " + each.getValue().size())
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "" : ": " + counts;
  }

  /** What Congress has to do it does once: there is one answer. */
  private static String nation(DeadlineRow row) {
    return answers(row).entrySet().stream()
        .flatMap(
            each ->
                each.getValue().values().stream()
                    .map(
                        reason ->
                            ": " + each.getKey() + ", " + DeadlineReasonText.withTime(reason)))
        .findFirst()
        .orElse("");
  }

  /** What happens by a day of the calendar, in words that follow "by which". */
  static String words(Deadline deadline, Language language) {
    String spanish =
        switch (deadline.due()) {
          case APPOINT -> "se nombran los electores";
          case CERTIFY -> "el estado certifica su resultado";
          case SAFE_HARBOUR -> "la determinación final de un estado es concluyente";
          case ASCERTAIN -> "el ejecutivo certifica a los electores";
          case COURT -> "los tribunales dan sus últimas órdenes sobre certificados";
          case MEET -> "votan los electores";
          case DELIVER -> "los votos llegan a la sede del gobierno";
          case DEMAND -> "se reclaman los votos que faltan";
          case COUNT -> "el Congreso cuenta";
          case TERM -> "comienza el mandato";
        };
    return language.of(
        deadline.words(), deadline.mayBeMoved() ? spanish + ", salvo que fije otro día" : spanish);
  }

  private void reasons(String word, DeadlineRow row, SequencedMap<String, DeadlineReason> reasons) {
    SequencedMap<String, List<String>> alike = new LinkedHashMap<>();
    reasons.forEach(
        (who, reason) ->
            alike
                .computeIfAbsent(DeadlineReasonText.without(reason), r -> new ArrayList<>())
                .add(who));
    long all =
        Stream.of(row.met(), row.missed(), row.unknown(), row.open()).mapToInt(Map::size).sum();
    alike.forEach(
        (reason, who) -> {
          boolean everybody = who.size() == all && all > MANY;
          out.printf(
              "              %s %s: %s%n",
              word,
              everybody ? "all " + all : String.join(", ", who),
              who.size() == 1
                  ? DeadlineReasonText.withTime(
                      Optional.ofNullable(reasons.get(who.getFirst())).orElseThrow())
                  : reason);
        });
  }
}
