package org.ascertain.desk;

import static org.ascertain.desk.IntakeCheck.*;
import static org.ascertain.desk.Threshold.*;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.ascertain.election.Votes;

/** What changed from a unit's last figures of one source to those of a row. */
final class ChangeChecks {

  private static final List<Threshold> EXCHANGE =
      List.of(EXCHANGE_VOTES, EXCHANGE_SHARE, EXCHANGE_REST);

  private final String unit;
  private final Reported is;
  private final Reported was;
  private final List<Reported> recent;
  private final Context context;
  private final Findings found;

  /** The tickets that have a figure in both, and by how much each moved. */
  private final List<String> tickets = new ArrayList<>();

  private final long[] moved;
  private final long added;

  /**
   * @param recent the last figures, and those of the half hour before them, the newest first
   */
  ChangeChecks(String unit, Reported is, List<Reported> recent, Context context, Findings found) {
    this.unit = unit;
    this.is = is;
    this.was = recent.getFirst();
    this.recent = recent;
    this.context = context;
    this.found = found;
    this.added = is.counted() - was.counted();
    this.moved = new long[is.votes().size()];
    Votes votes = is.votes();
    for (int i = 0; i < votes.size(); i++) {
      OptionalLong before = was.votes().count(votes.ids().get(i));
      if (before.isEmpty()) continue;
      moved[tickets.size()] = votes.count(i) - before.getAsLong();
      tickets.add(votes.ids().get(i));
    }
  }

  void find() {
    if (is.saysWhat(was)) {
      found.add(NOTHING_CHANGED, "", entry());
      return;
    }
    estimate();
    complete();
    fall();
    zero();
    exchanged();
    ticketFell();
    oneSided();
    jump();
    leader();
    digits(was, is, context, found);
    share();
  }

  private Figure entry() {
    return Figure.entry(was.entry());
  }

  private boolean isExact() {
    return is.exact() && was.exact();
  }

  /** Only the estimate changed. */
  private void estimate() {
    if (is.expected().isEmpty() || was.expected().isEmpty()) return;
    if (is.expectedByOfficial() || !is.votes().equals(was.votes()) || added != 0) return;
    long before = was.expected().getAsLong();
    long now = is.expected().getAsLong();
    boolean fellBelow = before >= is.counted() && now < is.counted();
    if (now == before) return;
    if (fellBelow || found.isShare(Math.abs(now - before), before, ESTIMATE_SHARE))
      found.add(
          ESTIMATE_MOVED,
          "expected",
          List.of(ESTIMATE_SHARE),
          Figure.of("was", before),
          Figure.of("is", now),
          Figure.of("counted", is.counted()));
  }

  private void complete() {
    if (was.complete() && added > 0)
      found.add(
          MORE_AFTER_COMPLETE,
          "total",
          Figure.of("was", was.counted()),
          entry(),
          Figure.of("more", added));
  }

  private void fall() {
    if (added >= 0) return;
    long fall = -added;
    found.add(
        TOTAL_FELL,
        "total",
        Figure.of("fall", fall),
        entry(),
        Figure.of("was", was.counted()),
        Figure.of("is", is.counted()));
    if (fall >= found.of(DISAPPEAR_VOTES) && found.isShare(fall, was.counted(), DISAPPEAR_SHARE))
      found.add(
          VOTES_DISAPPEAR,
          "total",
          List.of(DISAPPEAR_VOTES, DISAPPEAR_SHARE),
          Figure.of("fall", fall),
          entry(),
          Figure.of("was", was.counted()),
          Figure.of("is", is.counted()));
    rise(fall)
        .ifPresent(
            at ->
                found.add(
                    WITHDRAWN_AGAIN,
                    "total",
                    List.of(REPAIR_VOTES, REPAIR_MINUTES, REPAIR_SHARE),
                    Figure.of("rise", rose(at)),
                    Figure.entry(recent.get(at).entry()),
                    Figure.of("was", was.counted()),
                    Figure.of("is", is.counted())));
  }

  /** Which of the recent statements had added what falls now. */
  private Optional<Integer> rise(long fall) {
    if (fall < found.of(REPAIR_VOTES)) return Optional.empty();
    long since = is.effective() - TimeUnit.MINUTES.toNanos(found.of(REPAIR_MINUTES));
    for (int i = 0; i + 1 < recent.size() && recent.get(i).effective() >= since; i++)
      if (found.isShare(rose(i), fall, REPAIR_SHARE)) return Optional.of(i);
    return Optional.empty();
  }

  private long rose(int at) {
    return recent.get(at).counted() - recent.get(at + 1).counted();
  }

  private void zero() {
    if (was.counted() > 0 && is.counted() == 0) {
      backToZero("", unit, was.counted());
      return;
    }
    for (int i = 0; i < tickets.size(); i++) {
      long before = -moved[i];
      if (before >= found.of(ZERO_VOTES) && now(i) == 0)
        backToZero("votes." + tickets.get(i), context.name(tickets.get(i)), before);
    }
  }

  private void backToZero(String path, String what, long before) {
    found.add(
        BACK_TO_ZERO,
        path,
        List.of(ZERO_VOTES),
        Figure.text("what", what),
        Figure.of("was", before),
        entry());
  }

  private long now(int place) {
    return is.votes().count(tickets.get(place)).orElseThrow();
  }

  private void exchanged() {
    for (int i = 0; i < tickets.size(); i++)
      for (int j = 0; j < tickets.size(); j++)
        if (moved[i] > 0 && moved[j] < 0 && areExchanged(moved[i], -moved[j]))
          found.add(
              EXCHANGED,
              "votes",
              EXCHANGE,
              Figure.text("one", context.name(tickets.get(i))),
              Figure.change("gained", moved[i]),
              Figure.text("other", context.name(tickets.get(j))),
              Figure.change("lost", moved[j]),
              Figure.change("moved", added),
              entry());
  }

  private boolean areExchanged(long gain, long loss) {
    long greater = Math.max(gain, loss);
    long lesser = Math.min(gain, loss);
    boolean isMuch =
        isExact()
            ? lesser >= found.of(EXCHANGE_VOTES)
            : found.isShare(lesser, is.counted(), EXCHANGE_SHARE);
    return isMuch && (greater - lesser) * 1000 <= greater * found.of(EXCHANGE_REST);
  }

  /** Figures made from rounded shares fall by themselves: only exact ones are looked at. */
  private void ticketFell() {
    if (!isExact() || added < 0) return;
    int least = 0;
    for (int i = 1; i < tickets.size(); i++) if (moved[i] < moved[least]) least = i;
    if (tickets.isEmpty() || moved[least] >= 0) return;
    found.add(
        TICKET_FELL,
        "votes." + tickets.get(least),
        Figure.text("ticket", context.name(tickets.get(least))),
        Figure.of("fall", -moved[least]),
        entry());
  }

  private void oneSided() {
    if (added < found.of(ONE_SIDED_VOTES)) return;
    for (int i = 0; i < tickets.size(); i++)
      if (found.isShare(moved[i], added, ONE_SIDED_SHARE))
        found.add(
            ONE_SIDED,
            "votes." + tickets.get(i),
            List.of(ONE_SIDED_VOTES, ONE_SIDED_SHARE),
            Figure.of("votes", moved[i]),
            Figure.of("added", added),
            Figure.text("ticket", context.name(tickets.get(i))));
  }

  private void jump() {
    if (was.counted() >= found.of(JUMP_VOTES) && found.isShare(added, was.counted(), JUMP_SHARE))
      found.add(
          JUMP,
          "total",
          List.of(JUMP_VOTES, JUMP_SHARE),
          Figure.of("added", added),
          Figure.of("was", was.counted()),
          Figure.of("is", is.counted()));
  }

  private void leader() {
    Optional<String> before = was.leader();
    Optional<String> now = is.leader();
    if (before.isEmpty() || now.isEmpty() || before.equals(now)) return;
    found.add(
        LEADER_CHANGES,
        "votes",
        Figure.text("leader", context.name(now.get())),
        Figure.text("unit", unit),
        Figure.of("margin", is.lead()),
        Figure.text("before", context.name(before.get())));
  }

  /** One ticket moved as a slip of the hand moves it, while all others stay. */
  static void digits(Reported was, Reported is, Context context, Findings found) {
    if (is.votes().size() < 2 || !is.other().equals(was.other())) return;
    int only = -1;
    for (int i = 0; i < is.votes().size(); i++) {
      long before = was.votes().count(is.votes().ids().get(i)).orElse(-1);
      if (before == is.votes().count(i)) continue;
      if (before < 0 || only >= 0) return;
      only = i;
    }
    if (only < 0) return;
    String ticket = is.votes().ids().get(only);
    slip(ticket, was.votes().count(ticket).orElseThrow(), is.votes().count(only), context, found);
  }

  /** Whether one figure is the other with a digit too many, too few, or two exchanged. */
  private static void slip(String ticket, long was, long is, Context context, Findings found) {
    long greater = Math.max(was, is);
    long lesser = Math.min(was, is);
    Figure[] figures = {
      Figure.text("ticket", context.name(ticket)),
      Figure.of("was", was),
      Figure.of("is", is),
      Figure.text("more", is > was ? "many" : "few")
    };
    if (lesser >= 10 && greater >= 9 * lesser && greater <= 11 * lesser)
      found.add(DIGIT_TOO_MANY, "votes." + ticket, figures);
    else if (areExchangedDigits(was, is)) found.add(DIGITS_EXCHANGED, "votes." + ticket, figures);
  }

  private static boolean areExchangedDigits(long was, long is) {
    if ((was - is) % 9 != 0) return false;
    String before = Long.toString(was);
    String now = Long.toString(is);
    if (before.length() != now.length()) return false;
    int at = 0;
    while (at < now.length() && before.charAt(at) == now.charAt(at)) at++;
    return at + 1 < now.length()
        && before.charAt(at) == now.charAt(at + 1)
        && before.charAt(at + 1) == now.charAt(at)
        && before.substring(at + 2).equals(now.substring(at + 2));
  }

  private void share() {
    long expected = was.expected().orElse(0);
    if (expected <= 0 || is.counted() <= 0 || was.counted() <= 0) return;
    if (!found.isShare(was.counted(), expected, SHARE_COUNTED)) return;
    for (int i = 0; i < tickets.size(); i++) {
      long before = now(i) - moved[i];
      if (!isMoved(now(i), is.counted(), before, was.counted())) continue;
      found.add(
          SHARE_MOVED,
          "votes." + tickets.get(i),
          List.of(SHARE_POINTS, SHARE_COUNTED),
          Figure.text("ticket", context.name(tickets.get(i))),
          Figure.text("before", before + "/" + was.counted()),
          Figure.text("now", now(i) + "/" + is.counted()),
          Figure.text("counted", was.counted() + "/" + expected));
    }
  }

  /** Whether the difference of two shares is as great as the threshold, exactly. */
  private boolean isMoved(long now, long ofNow, long before, long ofBefore) {
    BigInteger both = BigInteger.valueOf(ofNow).multiply(BigInteger.valueOf(ofBefore));
    BigInteger difference =
        BigInteger.valueOf(now)
            .multiply(BigInteger.valueOf(ofBefore))
            .subtract(BigInteger.valueOf(before).multiply(BigInteger.valueOf(ofNow)))
            .abs();
    return difference
            .multiply(BigInteger.valueOf(1000))
            .compareTo(both.multiply(BigInteger.valueOf(found.of(SHARE_POINTS))))
        >= 0;
  }
}
