package org.ascertain.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import org.ascertain.ledger.Ledger.Indexes;

/**
 * What people do to let what the public sees stand still, and go on. Each act names the version it
 * saw; if somebody acted since, nothing is done. Each has its line in the trail.
 */
public final class FreezeActs {

  private static final int MOST_ATTEMPTS = 20;

  /** What came of it. */
  public sealed interface Acted {}

  /** It is so now. */
  public record Done(Freeze now) implements Acted {}

  /** Somebody acted meanwhile, or this is not open to this person in this state. */
  public record NotOpen(Freeze now) implements Acted {}

  private final ElectionDesk desk;

  FreezeActs(ElectionDesk desk) {
    this.desk = desk;
  }

  /** How the public sees the election. */
  public Freeze now() {
    return Freeze.of(desk.record());
  }

  /** Asks for it; another has to agree. */
  public Acted ask(Account who, long seen, String reason) {
    return act(
        who,
        seen,
        "ask-freeze",
        (now, entries) ->
            now instanceof Freeze.Thawed
                ? Optional.of(new Freeze.Asked(seen + 1, who, desk.now(), reason))
                : Optional.empty());
  }

  /** Agrees to what another asked for. */
  public Acted agree(Account who, long seen) {
    return act(
        who,
        seen,
        "freeze",
        (now, entries) ->
            now instanceof Freeze.Asked asked
                ? asked.agreedBy(who, desk.now(), entries).map(Freeze.class::cast)
                : Optional.empty());
  }

  /** Lets the public see everything again, or takes back what was asked for. */
  public Acted thaw(Account who, long seen) {
    return act(
        who,
        seen,
        "thaw",
        (now, entries) ->
            now instanceof Freeze.Thawed
                ? Optional.empty()
                : Optional.of(new Freeze.Thawed(seen + 1)));
  }

  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Overtaken() {
      super("somebody has acted meanwhile", null, false, false);
    }
  }

  /**
   * Does an act.
   *
   * @param act what it makes of what is, with the record's size; nothing where it is not open
   */
  private Acted act(
      Account who, long seen, String word, BiFunction<Freeze, Long, Optional<Freeze>> act) {
    for (int attempts = 1; ; attempts++) {
      Freeze before = now();
      if (before.version() != seen) return new NotOpen(before);
      record Step(Optional<Freeze> made, CompletableFuture<?> batch) {}
      try {
        Step step =
            desk.decide(
                state -> {
                  Optional<Freeze> made = act.apply(before, state.size());
                  CompletableFuture<?> batch =
                      made.isPresent()
                          ? append(made.get(), who, word, state.size())
                          : CompletableFuture.completedFuture(before);
                  return new Step(made, batch);
                });
        step.batch().join();
        return step.made().<Acted>map(Done::new).orElseGet(() -> new NotOpen(before));
      } catch (CompletionException failed) {
        if (isOvertaken(failed)) return new NotOpen(now());
        if (!HandedBatch.hasMoved(failed) || attempts == MOST_ATTEMPTS)
          throw ElectionDesk.why(failed);
        desk.lookAnew();
      }
    }
  }

  private CompletableFuture<Indexes> append(Freeze made, Account who, String word, long size) {
    return desk.append(
        List.of(),
        size,
        "freeze:" + UUID.randomUUID(),
        (in, at) -> {
          if (!made.write(in)) throw new Overtaken();
          Trail.write(in, desk.now(), who, word, "freeze", Map.of("state", made.word()));
        });
  }

  private static boolean isOvertaken(CompletionException failed) {
    for (Throwable each = failed; each != null; each = each.getCause())
      if (each instanceof Overtaken) return true;
    return false;
  }
}
