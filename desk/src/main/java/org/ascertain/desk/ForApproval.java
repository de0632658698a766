package org.ascertain.desk;

import java.util.Optional;
import java.util.SortedSet;

/** A proposal of one person that waits for another. */
public sealed interface ForApproval extends Proposal {

  Content content();

  /** Takes it back; only whoever put it forward can. */
  default Optional<Ended.Withdrawn> withdrawnBy(Account account, String reason) {
    return account.equals(by()) ? Optional.of(new Ended.Withdrawn(by(), reason)) : Optional.empty();
  }

  /**
   * It waits for a second person.
   *
   * @param checked what its proposer saw
   */
  record Proposed(Account by, Content content, Checked checked) implements ForApproval {

    /** The acts of the second person; whoever proposed is none. */
    Optional<Review> reviewedBy(Account account) {
      return account.equals(by) ? Optional.empty() : Optional.of(new Review(account));
    }

    /**
     * What somebody who did not propose may do. Nothing else makes a proposal a record of it, so
     * that approving what one proposed oneself cannot be written down.
     */
    final class Review {
      private final Account second;

      private Review(Account second) {
        this.second = second;
      }

      /**
       * Stands by it, too.
       *
       * @param now what the checks find at this moment; where it is not what the proposer saw, the
       *     proposer has to look again
       */
      Proposal approve(Checked now) {
        return checked.foundTheSame(now)
            ? Ended.Recorded.approved(Proposed.this, second)
            : new Stale(by, content, checked, now);
      }

      /**
       * Gives it back to be mended.
       *
       * @param fields that are meant, as paths
       */
      SentBack sendBack(String remark, SortedSet<String> fields) {
        return new SentBack(by, content, second, remark, fields);
      }

      Ended.Refused refuse(String reason) {
        return new Ended.Refused(by, second, reason);
      }
    }
  }

  /** A reviewer gave it back to its proposer. */
  record SentBack(
      Account by, Content content, Account reviewer, String remark, SortedSet<String> fields)
      implements ForApproval {

    /** Puts it forward again, mended or with a better reason. */
    Optional<Proposed> proposedBy(Account account, Content mended, Checked checked) {
      return account.equals(by) ? Optional.of(new Proposed(by, mended, checked)) : Optional.empty();
    }
  }

  /** When somebody was about to approve it, the checks found something else than before. */
  record Stale(Account by, Content content, Checked then, Checked found) implements ForApproval {

    /**
     * Puts it forward as it is, with what the checks find now.
     *
     * @param now may be something else again
     */
    Optional<Proposed> lookedAgainBy(Account account, Checked now) {
      return account.equals(by) ? Optional.of(new Proposed(by, content, now)) : Optional.empty();
    }
  }
}
