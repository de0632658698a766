package org.ascertain.desk;

import static org.ascertain.desk.IntakeCheck.*;
import static org.ascertain.desk.Threshold.*;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.desk.Before.Called;
import org.ascertain.election.Fact.Call;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;

/** Calls: against the count, the polls, the caller's own last word, and others'. */
final class CallChecks {

  static void of(Call call, Before before, Context context, Findings found) {
    List<String> early = early(call, before, context, found);
    if (!early.isEmpty())
      found.add(
          EARLY_CALL,
          "for",
          List.of(CALL_COUNTED),
          Figure.text("caller", call.caller()),
          Figure.text("unit", call.unit()),
          Figure.text("candidate", name(call.candidate(), context)),
          Figure.text("why", String.join(", and ", early)));
    for (Called other : before.calls(call.unit()))
      if (other.caller().equals(call.caller()) && other.candidate().equals(call.candidate()))
        found.add(NOTHING_CHANGED, "for", Figure.entry(other.entry()));
      else if (other.caller().equals(call.caller()) && !other.candidate().equals(call.candidate()))
        found.add(
            CALL_MOVED,
            "for",
            Figure.text("caller", call.caller()),
            Figure.text("unit", call.unit()),
            Figure.text("before", name(other.candidate(), context)),
            Figure.entry(other.entry()),
            Figure.text("candidate", name(call.candidate(), context)));
    if (context.ownCallers().contains(call.caller())) alone(call, before, context, found);
  }

  private static void alone(Call call, Before before, Context context, Findings found) {
    List<Called> others =
        before.calls(call.unit()).stream()
            .filter(each -> !context.ownCallers().contains(each.caller()))
            .filter(each -> !each.candidate().equals(call.candidate()))
            .toList();
    if (others.size() < 2) return;
    found.add(
        CALL_ALONE,
        "for",
        Figure.text("unit", call.unit()),
        Figure.text("candidate", name(call.candidate(), context)),
        Figure.text("others", String.join(" and ", others.stream().map(Called::caller).toList())),
        Figure.text("other", name(others.getFirst().candidate(), context)));
  }

  private static List<String> early(Call call, Before before, Context context, Findings found) {
    List<String> why = new ArrayList<>();
    Optional<OffsetDateTime> closes = context.pollsClose(Unit.jurisdictionOf(call.unit()));
    long at = call.attestation().at().effective();
    if (closes.isPresent() && at < Washington.nanos(closes.get().toInstant()))
      why.add("before the last polls there close at " + closes.get());
    Optional<Reported> tally = before.tally(call.unit(), context.header().returnsFrom());
    if (tally.isEmpty()) return why;
    tally
        .get()
        .leader()
        .filter(ticket -> !isOf(ticket, call.candidate(), context))
        .ifPresent(
            ticket ->
                why.add(
                    "while %s leads by %,d".formatted(context.name(ticket), tally.get().lead())));
    OptionalLong expected = tally.get().expected();
    if (expected.isPresent()
        && tally.get().counted() * 1000 < expected.getAsLong() * found.of(CALL_COUNTED))
      why.add(
          "with %,d of %,d expected votes counted"
              .formatted(tally.get().counted(), expected.getAsLong()));
    return why;
  }

  private static boolean isOf(String ticket, String candidate, Context context) {
    for (Ticket each : context.header().tickets())
      if (each.id().equals(ticket)) return each.president().equals(candidate);
    return false;
  }

  private static String name(String candidate, Context context) {
    return context.person(candidate).orElse(candidate);
  }

  private CallChecks() {}
}
