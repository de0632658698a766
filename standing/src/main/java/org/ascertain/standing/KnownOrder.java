package org.ascertain.standing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.When;

/**
 * What is known of the order in which facts of one kind came. One of which only a day or bounds are
 * known may have come at any moment of them: the order in which a record names them says nothing.
 *
 * @param alike all facts of the kind, in any order
 */
public record KnownOrder(List<Entry> alike) {

  public KnownOrder {
    alike = List.copyOf(alike);
  }

  /** All facts of a history that are of the kind of one of them. */
  public static KnownOrder among(History history, Entry one) {
    return new KnownOrder(
        history.entries().stream()
            .filter(other -> other.fact().getClass() == one.fact().getClass())
            .toList());
  }

  /**
   * Whether it is known which facts of its kind came before an entry of a history, and which after
   * it; of one that came at a moment without looking at the others.
   */
  public static boolean isKnown(History history, Entry of) {
    return of.fact().attestation().at() instanceof When.AtMoment || among(history, of).isKnown(of);
  }

  /** The one that came before all others; empty if another may have come as early. */
  public Optional<Entry> first() {
    return alike.stream()
        .min(Comparator.comparingLong(Entry::effective))
        .filter(
            first ->
                alike.stream()
                    .allMatch(other -> other.equals(first) || begins(other) > first.effective()));
  }

  /** The one that came after all others; empty if another may have come as late. */
  public Optional<Entry> last() {
    return alike.stream()
        .max(Comparator.comparingLong(KnownOrder::begins))
        .filter(
            last ->
                alike.stream()
                    .allMatch(other -> other.equals(last) || other.effective() < begins(last)));
  }

  /**
   * Whether it is known which of the others came before and which after one of them: it came at a
   * moment, or nothing else can have come within its bounds.
   */
  public boolean isKnown(Entry of) {
    return of.fact().attestation().at() instanceof When.AtMoment
        || alike.stream()
            .noneMatch(
                other ->
                    other.index() != of.index()
                        && begins(other) <= of.effective()
                        && other.effective() >= begins(of));
  }

  private static long begins(Entry entry) {
    return entry.fact().attestation().at().begins();
  }
}
