package org.ascertain.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.ascertain.desk.Blind.*;
import org.ascertain.desk.Ended.*;
import org.ascertain.desk.ForApproval.*;
import org.ascertain.desk.ProposalAct.*;

/**
 * A proposal in its place among others. Each act says which version it saw, so that nobody decides
 * what they have not seen.
 *
 * @param id its number in this election, from 1
 * @param version from 1; grows with each act
 */
public record Filed(long id, long version, Proposal state) {

  /** How long a paper that somebody has claimed, and does not save, is theirs. */
  static final Duration CLAIM = Duration.ofMinutes(20);

  /** What came of an act. */
  public sealed interface Acted {}

  /** It is done; this is what it made. */
  public record Made(Filed now) implements Acted {}

  /** Somebody acted meanwhile: it is not what was seen. */
  public record MovedOn(Filed now) implements Acted {}

  /** This person may not do this in this state. */
  public record NotOpen(Filed now) implements Acted {}

  /** The fields given are not those asked for; {@code due} are. */
  public record OtherFields(Set<String> due) implements Acted {}

  /**
   * Does an act.
   *
   * @param seen the version that was looked at
   * @param checks what the checks find now in what is put forward
   */
  Acted act(
      Account who,
      long seen,
      ProposalAct act,
      Instant now,
      Function<Proposal.Content, Checked> checks) {
    if (seen != version) return new MovedOn(this);
    if (!open(who, now).contains(act.kind())) return new NotOpen(this);
    Set<String> due = due();
    boolean isWhole =
        switch (act) {
          case Save save -> due.containsAll(save.fields().keySet());
          case ProposalAct.Done done -> typed().equals(due);
          case Retype retype -> retype.fields().keySet().equals(due);
          case Decide decide -> decide.fields().keySet().equals(due);
          case Claim a -> true;
          case Approve a -> true;
          case SendBack a -> true;
          case Refuse a -> true;
          case Propose a -> true;
          case LookAgain a -> true;
          case Withdraw a -> true;
        };
    if (!isWhole) return new OtherFields(due);
    return new Made(new Filed(id, version + 1, next(who, act, now, checks)));
  }

  /** What somebody may do about it now; what their role allows is another question. */
  public Set<Kind> open(Account who, Instant now) {
    Set<Kind> open = EnumSet.noneOf(Kind.class);
    switch (state) {
      case Proposed each -> {
        if (!who.equals(each.by())) open.addAll(Set.of(Kind.APPROVE, Kind.SEND_BACK, Kind.REFUSE));
      }
      case SentBack each -> add(open, who.equals(each.by()), Kind.PROPOSE);
      case Stale each -> add(open, who.equals(each.by()), Kind.LOOK_AGAIN);
      case Opened each -> open.add(Kind.CLAIM);
      case FirstTyping each -> typing(open, who, each.typing(), now);
      case FirstTyped each -> add(open, !who.equals(each.first().typist()), Kind.CLAIM);
      case SecondTyping each -> {
        if (!who.equals(each.first().typist())) typing(open, who, each.typing(), now);
      }
      case Differing each ->
          add(
              open,
              who.equals(each.first().typist()) || who.equals(each.second().typist()),
              Kind.RETYPE);
      case HalfRetyped each -> add(open, who.equals(each.waiting().typist()), Kind.RETYPE);
      case Undecided each -> {
        if (each.seenBy(who).isPresent()) open.addAll(Set.of(Kind.DECIDE, Kind.REFUSE));
      }
      case Ended each -> {
        return open;
      }
    }
    add(open, who.equals(state.by()), Kind.WITHDRAW);
    return open;
  }

  private static void add(Set<Kind> open, boolean isOpen, Kind kind) {
    if (isOpen) open.add(kind);
  }

  private static void typing(Set<Kind> open, Account who, Typing typing, Instant now) {
    if (typing.isOf(who)) open.addAll(Set.of(Kind.SAVE, Kind.DONE));
    else add(open, typing.isOver(now), Kind.CLAIM);
  }

  /** The fields that are to be typed now. */
  Set<String> due() {
    return switch (state) {
      case Differing each -> each.paths();
      case HalfRetyped each -> each.paths();
      case Undecided each -> each.paths();
      case Blind each -> new TreeSet<>(each.paper().fields());
      case ForApproval each -> Set.of();
      case Ended each -> Set.of();
    };
  }

  /** The fields that whoever types has typed. */
  private Set<String> typed() {
    return switch (state) {
      case FirstTyping each -> each.typing().side().fields().keySet();
      case SecondTyping each -> each.typing().side().fields().keySet();
      case Proposal each -> Set.of(); // nobody types
    };
  }

  private Proposal next(
      Account who, ProposalAct act, Instant now, Function<Proposal.Content, Checked> checks) {
    return switch (act) {
      case Claim claim -> claimed(who, now);
      case Save save -> saved(who, save.fields(), now.plus(CLAIM));
      case ProposalAct.Done done ->
          switch (state) {
            case FirstTyping each -> each.doneBy(who, done.remark()).orElseThrow();
            case SecondTyping each -> each.doneBy(who, done.remark()).orElseThrow();
            case Proposal each -> throw unfit(act);
          };
      case Retype retype ->
          switch (state) {
            case Differing each -> each.retypedBy(who, retype.fields()).orElseThrow();
            case HalfRetyped each -> each.retypedBy(who, retype.fields()).orElseThrow();
            case Proposal each -> throw unfit(act);
          };
      case Decide decide -> ((Undecided) state).seenBy(who).orElseThrow().decide(decide.fields());
      case Approve approve -> {
        Proposed proposed = (Proposed) state;
        yield proposed.reviewedBy(who).orElseThrow().approve(checks.apply(proposed.content()));
      }
      case SendBack back ->
          ((Proposed) state).reviewedBy(who).orElseThrow().sendBack(back.remark(), back.fields());
      case Refuse refuse ->
          switch (state) {
            case Proposed each -> each.reviewedBy(who).orElseThrow().refuse(refuse.reason());
            case Undecided each -> each.seenBy(who).orElseThrow().refuse(refuse.reason());
            case Proposal each -> throw unfit(act);
          };
      case Propose again ->
          ((SentBack) state)
              .proposedBy(who, again.content(), checks.apply(again.content()))
              .orElseThrow();
      case LookAgain again -> {
        Stale stale = (Stale) state;
        yield stale.lookedAgainBy(who, checks.apply(stale.content())).orElseThrow();
      }
      case Withdraw withdraw ->
          switch (state) {
            case ForApproval each -> each.withdrawnBy(who, withdraw.reason()).orElseThrow();
            case Blind each -> each.withdrawnBy(who, withdraw.reason()).orElseThrow();
            case Ended each -> throw unfit(act);
          };
    };
  }

  private Proposal claimed(Account who, Instant now) {
    Instant until = now.plus(CLAIM);
    return switch (state) {
      case Opened each -> each.claimedBy(who, until);
      case FirstTyping each -> each.claimedBy(who, now, until).orElseThrow();
      case FirstTyped each -> each.claimedBy(who, until).orElseThrow();
      case SecondTyping each -> each.claimedBy(who, now, until).orElseThrow();
      case Proposal each -> throw new IllegalStateException("it cannot be claimed");
    };
  }

  private Proposal saved(Account who, Map<String, String> fields, Instant until) {
    return switch (state) {
      case FirstTyping each -> each.savedBy(who, fields, until).orElseThrow();
      case SecondTyping each -> each.savedBy(who, fields, until).orElseThrow();
      case Proposal each -> throw new IllegalStateException("nobody types");
    };
  }

  private static IllegalStateException unfit(ProposalAct act) {
    return new IllegalStateException(act.kind() + " was let through in a state that has it not");
  }
}
