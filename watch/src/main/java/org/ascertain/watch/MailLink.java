package org.ascertain.watch;

import java.time.Instant;
import java.util.Optional;
import org.ascertain.watch.DeskKey.Claimed;
import org.ascertain.watch.DeskKey.Purpose;
import org.ascertain.watch.WatchStore.Watch;

/**
 * A link of a mail that is good: what is in it was made here, for that purpose, watch and address,
 * and has not expired.
 *
 * @param isDone whether what it asks for is so already
 */
public record MailLink(
    Purpose purpose,
    String watch,
    String election,
    String condition,
    String language,
    boolean isDone) {

  /**
   * Reads the end of a link.
   *
   * @param isEnd whether it is to end mails, else to confirm them
   */
  public static Optional<MailLink> read(
      String text, boolean isEnd, DeskKey key, WatchStore store, Instant now) {
    Optional<Claimed> claimed = DeskKey.claimed(text);
    if (claimed.isEmpty()) return Optional.empty();
    Optional<Watch> watch = store.watch(claimed.get().watch());
    Optional<Endpoint> endpoint = store.endpoints().of(claimed.get().watch());
    if (watch.isEmpty() || endpoint.isEmpty()) return Optional.empty();
    Endpoint to = endpoint.get();
    // Of a watch that has ended no address is known any more; to end it once more changes nothing.
    if (isEnd && to.state() == Endpoint.State.ENDED && to.kind() == Endpoint.Kind.MAIL)
      return Optional.of(of(Purpose.UNSUBSCRIBE, watch.get(), to, true));
    if (isEnd)
      return key.isGood(claimed.get(), Purpose.UNSUBSCRIBE, to.address(), now)
          ? Optional.of(of(Purpose.UNSUBSCRIBE, watch.get(), to, false))
          : Optional.empty();
    if (key.isGood(claimed.get(), Purpose.CONFIRM, to.address(), now)
        && to.kind() == Endpoint.Kind.MAIL)
      return Optional.of(of(Purpose.CONFIRM, watch.get(), to, to.state() == Endpoint.State.LIVE));
    return key.isGood(claimed.get(), Purpose.REACH, to.contact(), now)
        ? Optional.of(of(Purpose.REACH, watch.get(), to, to.reached()))
        : Optional.empty();
  }

  private static MailLink of(Purpose purpose, Watch watch, Endpoint to, boolean isDone) {
    return new MailLink(
        purpose, watch.id(), watch.election(), watch.condition(), to.language(), isDone);
  }

  /** Whether it ends mails. */
  public boolean isEnd() {
    return purpose == Purpose.UNSUBSCRIBE;
  }

  /** Does what it asks for. */
  public void follow(WatchStore store) {
    switch (purpose) {
      case CONFIRM -> store.endpoints().confirm(watch);
      case REACH -> store.endpoints().reach(watch);
      case UNSUBSCRIBE -> store.endpoints().end(watch);
    }
  }
}
