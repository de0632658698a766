package org.ascertain.desk;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.ascertain.desk.Blind.Paper;
import org.ascertain.desk.Blind.Side;
import org.ascertain.election.Fact;

/** A proposal about which nothing more is done. */
public sealed interface Ended extends Proposal {

  /** What two people stand by. */
  sealed interface Agreed {}

  /** It was proposed, and approved as it was. */
  record Facts(List<Fact> facts) implements Agreed {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** It was typed from a paper; the two typings agree, or a third person decided. */
  record Typed(Paper paper, SortedMap<String, String> fields) implements Agreed {}

  /**
   * It is recorded.
   *
   * @param by who proposed it, or typed it first
   * @param second who approved it, or typed it after
   * @param decider who decided from the paper where the two typings stayed unlike
   */
  record Recorded(Account by, Account second, Optional<Account> decider, Agreed agreed)
      implements Ended {

    public Recorded {
      if (second.equals(by) || decider.filter(d -> d.equals(by) || d.equals(second)).isPresent())
        throw new IllegalArgumentException("one person stood twice by the same proposal");
    }

    static Recorded approved(ForApproval.Proposed proposed, Account second) {
      return new Recorded(
          proposed.by(), second, Optional.empty(), new Facts(proposed.content().facts()));
    }

    /** Two typings that do not differ. */
    static Recorded alike(Paper paper, Side first, Side second) {
      if (!first.fields().equals(second.fields()))
        throw new IllegalArgumentException("the typings differ");
      return new Recorded(
          first.typist(), second.typist(), Optional.empty(), new Typed(paper, first.fields()));
    }

    static Recorded decided(
        Paper paper, Side first, Side second, Account decider, SortedMap<String, String> fields) {
      return new Recorded(
          first.typist(), second.typist(), Optional.of(decider), new Typed(paper, fields));
    }
  }

  /** A second person said no. */
  record Refused(Account by, Account reviewer, String reason) implements Ended {}

  /** Whoever put it forward took it back. */
  record Withdrawn(Account by, String reason) implements Ended {}
}
