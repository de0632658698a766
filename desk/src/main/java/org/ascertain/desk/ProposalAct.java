package org.ascertain.desk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** What somebody does about a proposal that is there. */
public sealed interface ProposalAct {

  /** The acts by their words. */
  enum Kind {
    CLAIM,
    SAVE,
    DONE,
    RETYPE,
    DECIDE,
    APPROVE,
    SEND_BACK,
    REFUSE,
    PROPOSE,
    LOOK_AGAIN,
    WITHDRAW;

    /** As addresses have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether only a reviewer may. */
    public boolean isReview() {
      return switch (this) {
        case DECIDE, APPROVE, SEND_BACK, REFUSE -> true;
        case CLAIM, SAVE, DONE, RETYPE, PROPOSE, LOOK_AGAIN, WITHDRAW -> false;
      };
    }
  }

  Kind kind();

  /** Takes a paper to type it. */
  record Claim() implements ProposalAct {
    @Override
    public Kind kind() {
      return Kind.CLAIM;
    }
  }

  /** Keeps what is typed so far. */
  record Save(Map<String, String> fields) implements ProposalAct {
    @Override
    public Kind kind() {
      return Kind.SAVE;
    }

    /** Sealed. */
    @Override
    public String toString() {
      return "Save[]";
    }
  }

  /**
   * Says that one's typing is complete.
   *
   * @param remark why it stands although a check asks
   */
  record Done(Optional<String> remark) implements ProposalAct {
    @Override
    public Kind kind() {
      return Kind.DONE;
    }
  }

  /** Types the differing fields again. */
  record Retype(Map<String, String> fields) implements ProposalAct {
    @Override
    public Kind kind() {
      return Kind.RETYPE;
    }

    /** Sealed. */
    @Override
    public String toString() {
      return "Retype[]";
    }
  }

  /** Decides each field that differs, from the paper. */
  record Decide(Map<String, String> fields) implements ProposalAct {
    @Override
    public Kind kind() {
      return Kind.DECIDE;
    }
  }

  /** Stands by it, too. */
  record Approve() implements ProposalAct {
    @Override
    public Kind kind() {
      return Kind.APPROVE;
    }
  }

  /** Gives it back to be mended. */
  record SendBack(String remark, SortedSet<String> fields) implements ProposalAct {
    @Override
    public Kind kind() {
      return Kind.SEND_BACK;
    }
  }

  /** Says no. */
  record Refuse(String reason) implements ProposalAct {
    @Override
    public Kind kind() {
      return Kind.REFUSE;
    }
  }

  /** Puts it forward again, mended. */
  record Propose(Proposal.Content content) implements ProposalAct {
    @Override
    public Kind kind() {
      return Kind.PROPOSE;
    }
  }

  /** Stands by it with what the checks find now. */
  record LookAgain() implements ProposalAct {
    @Override
    public Kind kind() {
      return Kind.LOOK_AGAIN;
    }
  }

  /** Takes it back. */
  record Withdraw(String reason) implements ProposalAct {
    @Override
    public Kind kind() {
      return Kind.WITHDRAW;
    }
  }
}
