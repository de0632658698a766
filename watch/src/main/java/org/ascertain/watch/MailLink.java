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
 * @param text the end of the link as it was sent
 * @param isDone whether what it asks for is so already
 */
public record MailLink(
    Purpose purpose,
    String watch,
    String election,
    String condition,
    String language,
    String text,
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
    // Of a watch that has ended no address is known any more; the link that ended it is.
    if (to.state() == Endpoint.State.ENDED)
      return isEnd && !text.isEmpty() && text.equals(to.sealed())
          ? Optional.of(of(Purpose.UNSUBSCRIBE, watch.get(), to, text, true))
          : Optional.empty();
    if (isEnd)
      return key.isGood(claimed.get(), Purpose.UNSUBSCRIBE, to.address(), now)
          ? Optional.of(of(Purpose.UNSUBSCRIBE, watch.get(), to, text, false))
          : Optional.empty();
    if (key.isGood(claimed.get(), Purpose.CONFIRM, to.address(), now)
        && to.kind() == Endpoint.Kind.MAIL)
      return Optional.of(
          of(Purpose.CONFIRM, watch.get(), to, text, to.state() == Endpoint.State.LIVE));
    return key.isGood(claimed.get(), Purpose.REACH, to.contact(), now)
        ? Optional.of(of(Purpose.REACH, watch.get(), to, text, to.reached()))
        : Optional.empty();
  }

  private static MailLink of(
      Purpose purpose, Watch watch, Endpoint to, String text, boolean isDone) {
    return new MailLink(
        purpose, watch.id(), watch.election(), watch.condition(), to.language(), text, isDone);
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
      case UNSUBSCRIBE -> store.endpoints().end(watch, text);
    }
  }
}
