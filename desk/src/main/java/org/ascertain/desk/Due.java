package org.ascertain.desk;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.law.Deadline;
import org.ascertain.law.DeadlineKind;
import org.ascertain.law.Law;
import org.ascertain.law.Provision;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.StateLaw;
import org.ascertain.law.Verdict;

/**
 * Something that the law wants of a state by a day, and that the record does not have.
 *
 * @param unit whose
 * @param what the word that records have for such facts
 * @param due the last day on which it is in time
 * @param rule that sets the day
 * @param who may still act, as far as the law of that state was gathered
 */
public record Due(String unit, String what, LocalDate due, String rule, Optional<String> who) {

  /**
   * What is missing of all states up to a day, the longest due first.
   *
   * @param until the last day that is looked at
   */
  static List<Due> of(RecordState state, LocalDate until) {
    List<Due> all = new ArrayList<>();
    Law law = state.law();
    for (String unit : law.entitled().keySet()) {
      Optional<StateLaw> own = law.state(unit);
      if (state.before().certified(unit).isEmpty())
        own.flatMap(StateLaw::certification)
            .ifPresent(due -> all.add(of(unit, "certification", due, own, Field.CERT_AUTHORITY)));
      if (!state.isAscertained(unit))
        law.deadline(DeadlineKind.ASCERTAIN)
            .ifPresent(due -> all.add(of(unit, "ascertainment", due, own, Field.EXECUTIVE)));
      if (!state.hasVoted(unit))
        law.deadline(DeadlineKind.DELIVER)
            .or(() -> law.deadline(DeadlineKind.DEMAND)) // since 1888 no day but that is set
            .ifPresent(
                due ->
                    all.add(
                        new Due(unit, "elector-votes", due.day(), due.rule().id(), demand(law))));
    }
    all.removeIf(each -> each.due().isAfter(until));
    all.sort(Comparator.comparing(Due::due).thenComparing(Due::unit));
    return all;
  }

  private static Due of(
      String unit, String what, Deadline due, Optional<StateLaw> own, Field authority) {
    return new Due(
        unit,
        what,
        due.day(),
        due.rule().id(),
        own.map(law -> law.answer(authority)).flatMap(Due::words));
  }

  private static Optional<String> words(Verdict<Provision> verdict) {
    return verdict instanceof Verdict.Determined<Provision>(Provision value, var grounds)
        ? Optional.of(value.value())
        : Optional.empty();
  }

  private static Optional<String> demand(Law law) {
    return law.deadline(DeadlineKind.DEMAND)
        .map(demand -> "%s: %s (%s)".formatted(demand.day(), demand.words(), demand.rule().id()));
  }

  /**
   * A list of them.
   *
   * @param today by the calendar in Washington
   */
  public static String json(List<Due> all, LocalDate today) {
    return JsonAnswer.compact(json -> json.list("items", all, each -> each.write(json, today)));
  }

  private void write(JsonAnswer json, LocalDate today) throws IOException {
    json.text("unit", unit);
    json.text("what", what);
    json.text("due", due.toString());
    json.truth("overdue", today.isAfter(due));
    json.text("rule", rule);
    json.text("who", who);
  }
}
