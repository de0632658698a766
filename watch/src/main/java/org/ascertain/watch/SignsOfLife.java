package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.ascertain.record.SignedNote;
import org.ascertain.watch.WatchStore.Watch;

/**
 * Each day's word to whoever asked for it that a watch is looked after, so that silence is never
 * taken for no. A sign that cannot be told is not tried again: the next day brings another.
 */
public final class SignsOfLife {

  private final WatchStore store;
  private final String follower;
  private final String election;

  public SignsOfLife(WatchStore store, String follower, String election) {
    this.store = store;
    this.follower = follower;
    this.election = election;
  }

  /**
   * Makes a day's signs, each once.
   *
   * @param checkpoint of the record that was looked at
   * @return whether there are any
   */
  public boolean tell(
      Following following, LocalDate day, Instant now, Supplier<SignedNote> checkpoint) {
    List<Endpoint> wanting =
        store.endpoints().all(election, OptionalLong.empty()).stream()
            .filter(each -> each.still() && each.state() == Endpoint.State.LIVE)
            .toList();
    if (wanting.isEmpty()) return false;
    String note = new String(checkpoint.get().bytes(), UTF_8);
    for (Endpoint each : wanting) {
      Optional<Watch> watch = store.watch(each.watch());
      if (watch.isEmpty() || !watch.get().follower().equals(follower)) continue;
      Notice sign =
          Notice.still(
              watch.get(), day, following.holds(each.watch()), following.entries(), now, note);
      store.keep(each.watch(), -day.toEpochDay(), sign, now);
    }
    return true;
  }
}
