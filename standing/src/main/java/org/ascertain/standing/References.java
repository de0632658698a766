package org.ascertain.standing;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
import org.ascertain.election.Unit;

/**
 * What the entries that facts name have become: a reference follows corrections, so that whoever
 * names entry 5 names what corrects it. Decided here for every fact that names another.
 */
interface References {

  /** An entry as it was recorded; of a correction, the fact that it puts in place. */
  Optional<Entry> recorded(long index);

  /** The index of what an entry has become by corrections; its own where it was not corrected. */
  long present(long index);

  /** Whether an index is that of a correction. */
  boolean isCorrection(long index);

  /** Nothing is known of other entries: every reference stands for itself. */
  References NONE =
      new References() {
        @Override
        public Optional<Entry> recorded(long index) {
          return Optional.empty();
        }

        @Override
        public long present(long index) {
          return index;
        }

        @Override
        public boolean isCorrection(long index) {
          return false;
        }
      };

  /** The index that a fact names in place of which it stands, if it names one. */
  static OptionalLong replaces(Fact fact) {
    return switch (fact) {
      case Fact.Certification f -> f.amends();
      case Fact.Ascertainment f -> f.supersedes();
      default -> OptionalLong.empty(); // amendments name what was recorded, and are resolved apart
    };
  }

  /** The index of what a fact stands in place of, after corrections. */
  default OptionalLong replaced(Fact fact) {
    OptionalLong named = replaces(fact);
    return named.isPresent() ? OptionalLong.of(present(named.getAsLong())) : named;
  }

  /** What is wrong with the entry that a fact names, if anything. */
  default Optional<Problem> problem(Entry entry) {
    OptionalLong named = replaces(entry.fact());
    if (named.isEmpty()) return Optional.empty();
    String path = entry.fact() instanceof Fact.Certification ? "amends" : "supersedes";
    return fault(entry, named.getAsLong())
        .map(fault -> new Problem(Check.WRONG_REFERENCE, entry.index(), path, fault));
  }

  private Optional<String> fault(Entry entry, long named) {
    if (present(named) == entry.index())
      return Optional.of("entry " + named + " is this entry itself");
    if (named > entry.index()) return Optional.of("entry " + named + " came later");
    Optional<Entry> target = recorded(named);
    if (target.isEmpty()) return Optional.of("there is no fact at entry " + named);
    return differs(entry.fact(), target.get().fact())
        .map(how -> "entry " + named + " is " + how)
        .or(
            () ->
                closesCircle(entry)
                    ? Optional.of("entries " + named + " and this one name each other in a circle")
                    : Optional.empty());
  }

  /**
   * Whether following the references from an entry leads back to it. Facts name earlier entries, so
   * only a correction can close a circle; of a circle's entries the last one is at fault.
   */
  private boolean closesCircle(Entry entry) {
    if (!isCorrection(entry.index())) return false;
    Set<Long> passed = new HashSet<>();
    OptionalLong next = replaced(entry.fact());
    while (next.isPresent() && next.getAsLong() < entry.index() && passed.add(next.getAsLong()))
      next =
          recorded(next.getAsLong())
              .map(each -> replaced(each.fact()))
              .orElse(OptionalLong.empty());
    return next.isPresent() && next.getAsLong() == entry.index();
  }

  /**
   * In what a fact is not of the same kind as another or not about the same place, if it is not.
   */
  static Optional<String> differs(Fact fact, Fact other) {
    if (fact.getClass() != other.getClass()) return Optional.of("of another kind");
    return place(fact).equals(place(other))
        ? Optional.empty()
        : Optional.of("about " + (place(other).isEmpty() ? Unit.NATION : place(other)));
  }

  /** The unit or the jurisdiction that a fact is about, by its id; empty where it is the nation. */
  static String place(Fact fact) {
    return switch (fact) {
      case Fact.OfUnit f -> f.unit();
      case Fact.OfJurisdiction f -> f.jurisdiction();
      default -> ""; // of the nation; a further kind of place is a further interface of Fact
    };
  }
}
