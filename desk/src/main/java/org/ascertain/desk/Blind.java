package org.ascertain.desk;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascertain.election.Source;

/**
 * A paper that two people type, neither of whom learns anything of what the other typed before both
 * are done. Where they differ, both type those fields again, still without the other's values;
 * where they still differ, a third person decides from the paper.
 */
public sealed interface Blind extends Proposal {

  Paper paper();

  /** Takes it back; only whoever laid the paper before the others can. */
  default Optional<Ended.Withdrawn> withdrawnBy(Account account, String reason) {
    return account.equals(by()) ? Optional.of(new Ended.Withdrawn(by(), reason)) : Optional.empty();
  }

  /**
   * What is to be typed.
   *
   * @param kind the word that records have for such facts
   * @param unit that it is about
   * @param fields the paths of its fields, in the paper's order
   * @param source that the fact will name
   * @param scan the SHA-256 of its picture
   */
  record Paper(
      String kind, String unit, List<String> fields, Source source, Optional<String> scan) {
    public Paper {
      fields = List.copyOf(fields);
      if (fields.isEmpty()) throw new IllegalArgumentException("a paper has fields");
    }
  }

  /**
   * What one person typed. It is sealed: no text of it says what.
   *
   * @param remark why it stands although a check asks
   */
  record Side(Account typist, SortedMap<String, String> fields, Optional<String> remark) {

    public Side {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    Side with(Map<String, String> retyped) {
      SortedMap<String, String> all = new TreeMap<>(fields);
      all.putAll(retyped);
      return new Side(typist, all, remark);
    }

    @Override
    public String toString() {
      return "what %d typed".formatted(typist.number());
    }
  }

  /**
   * Somebody types.
   *
   * @param side so far
   * @param until up to when nobody else may take the paper; each saving moves it
   */
  record Typing(Side side, Instant until) {

    static Typing begun(Account typist, Instant until) {
      return new Typing(new Side(typist, new TreeMap<>(), Optional.empty()), until);
    }

    boolean isOf(Account account) {
      return side.typist().equals(account);
    }

    boolean isOver(Instant now) {
      return !now.isBefore(until);
    }

    Typing saved(Map<String, String> fields, Instant until) {
      return new Typing(side.with(fields), until);
    }

    Side done(Optional<String> remark) {
      return new Side(side.typist(), side.fields(), remark);
    }
  }

  /** The paths of the fields in which two typings differ. */
  static SortedSet<String> differing(Side one, Side other) {
    SortedSet<String> paths = new TreeSet<>(one.fields().keySet());
    paths.addAll(other.fields().keySet());
    paths.removeIf(
        path ->
            one.fields().containsKey(path)
                && one.fields().get(path).equals(other.fields().get(path)));
    return Collections.unmodifiableSortedSet(paths);
  }

  /** Nobody has begun. */
  record Opened(Account by, Paper paper) implements Blind {
    FirstTyping claimedBy(Account account, Instant until) {
      return new FirstTyping(by, paper, Typing.begun(account, until));
    }
  }

  /** The first person types. */
  record FirstTyping(Account by, Paper paper, Typing typing) implements Blind {

    /** Begins anew in the place of somebody who left it; what they typed is gone. */
    Optional<FirstTyping> claimedBy(Account account, Instant now, Instant until) {
      return typing.isOver(now) && !typing.isOf(account)
          ? Optional.of(new FirstTyping(by, paper, Typing.begun(account, until)))
          : Optional.empty();
    }

    Optional<FirstTyping> savedBy(Account account, Map<String, String> fields, Instant until) {
      return typing.isOf(account)
          ? Optional.of(new FirstTyping(by, paper, typing.saved(fields, until)))
          : Optional.empty();
    }

    Optional<FirstTyped> doneBy(Account account, Optional<String> remark) {
      return typing.isOf(account)
          ? Optional.of(new FirstTyped(by, paper, typing.done(remark)))
          : Optional.empty();
    }
  }

  /** The first person is done; the second has not begun. */
  record FirstTyped(Account by, Paper paper, Side first) implements Blind {

    /** Lets another person type it; the first is none. */
    Optional<SecondTyping> claimedBy(Account account, Instant until) {
      return account.equals(first.typist())
          ? Optional.empty()
          : Optional.of(new SecondTyping(by, paper, first, Typing.begun(account, until)));
    }
  }

  /** The second person types. */
  record SecondTyping(Account by, Paper paper, Side first, Typing typing) implements Blind {

    Optional<SecondTyping> claimedBy(Account account, Instant now, Instant until) {
      boolean isAnother = !typing.isOf(account) && !account.equals(first.typist());
      return typing.isOver(now) && isAnother
          ? Optional.of(new SecondTyping(by, paper, first, Typing.begun(account, until)))
          : Optional.empty();
    }

    Optional<SecondTyping> savedBy(Account account, Map<String, String> fields, Instant until) {
      return typing.isOf(account)
          ? Optional.of(new SecondTyping(by, paper, first, typing.saved(fields, until)))
          : Optional.empty();
    }

    /** Only now the two are compared. */
    Optional<Proposal> doneBy(Account account, Optional<String> remark) {
      if (!typing.isOf(account)) return Optional.empty();
      Side second = typing.done(remark);
      return Optional.of(
          differing(first, second).isEmpty()
              ? Ended.Recorded.alike(paper, first, second)
              : new Differing(by, paper, first, second));
    }
  }

  /** The two typed some fields unlike; both are to type those again. */
  record Differing(Account by, Paper paper, Side first, Side second) implements Blind {

    SortedSet<String> paths() {
      return differing(first, second);
    }

    /** Types the differing fields again, as one of the two. */
    Optional<HalfRetyped> retypedBy(Account account, Map<String, String> fields) {
      if (account.equals(first.typist()))
        return Optional.of(new HalfRetyped(by, paper, paths(), first.with(fields), second));
      if (account.equals(second.typist()))
        return Optional.of(new HalfRetyped(by, paper, paths(), second.with(fields), first));
      return Optional.empty();
    }
  }

  /**
   * One of the two has typed the differing fields again.
   *
   * @param paths that are typed again
   */
  record HalfRetyped(Account by, Paper paper, SortedSet<String> paths, Side retyped, Side waiting)
      implements Blind {

    Optional<Proposal> retypedBy(Account account, Map<String, String> fields) {
      if (!account.equals(waiting.typist())) return Optional.empty();
      Side other = waiting.with(fields);
      return Optional.of(
          differing(retyped, other).isEmpty()
              ? Ended.Recorded.alike(paper, retyped, other)
              : new Undecided(by, paper, retyped, other));
    }
  }

  /** Typed again, the two still differ. */
  record Undecided(Account by, Paper paper, Side first, Side second) implements Blind {

    SortedSet<String> paths() {
      return differing(first, second);
    }

    /** The acts of a third person; neither of the two is one. */
    Optional<Third> seenBy(Account account) {
      boolean hasTyped = account.equals(first.typist()) || account.equals(second.typist());
      return hasTyped ? Optional.empty() : Optional.of(new Third(account));
    }

    /** What somebody who typed neither side may do. */
    final class Third {
      private final Account decider;

      private Third(Account decider) {
        this.decider = decider;
      }

      /**
       * Says what the paper says.
       *
       * @param fields each of those that differ; it may be what neither typed
       */
      Ended.Recorded decide(Map<String, String> fields) {
        return Ended.Recorded.decided(paper, first, second, decider, first.with(fields).fields());
      }

      Ended.Refused refuse(String reason) {
        return new Ended.Refused(by, decider, reason);
      }
    }
  }
}
