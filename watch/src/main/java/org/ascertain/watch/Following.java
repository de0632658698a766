package org.ascertain.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Washington;
import org.ascertain.law.Law;
import org.ascertain.ledger.RecordTail;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.standing.History;
import org.ascertain.watch.WatchStore.Cursor;
import org.ascertain.watch.WatchStore.Told;
import org.ascertain.watch.WatchStore.Watch;

/**
 * Makes the turns of the watches of one election while its record grows, each once through crashes:
 * what was read before is read again in silence, up to where turns were made, and goes on from
 * there. Entries that were recorded at one moment, as those of a batch are, count together.
 */
public final class Following {

  /** An entry may become durable so long after the moment that it bears. */
  private static final Duration LATEST = Duration.ofSeconds(2);

  private static final int AT_A_TIME = 1_000;

  private final String follower;
  private final String id;
  private final StoredRecord record;
  private final KnownUnits units;
  private final WatchStore store;
  private final InstantSource clock;
  private final boolean isRehearsal;
  private final Supplier<Optional<Evidence>> evidence;
  private final RecordTail tail;
  private final Map<String, Condition> conditions = new HashMap<>();
  private Optional<WatchedElection> election = Optional.empty();
  private Optional<Header> header = Optional.empty();

  /** What is looked into, as far as was said at the last look. */
  private Held held = Held.NOTHING;

  /** Read, and not taken in before it is known what else was recorded at that moment. */
  private List<Entry> pending = new ArrayList<>();

  /**
   * Begins to follow a record.
   *
   * @param follower whose watches these are: each keeps its own place in the record
   * @param evidence proves entries of the record as it grows
   * @param isRehearsal whether what is told happened before and is told once more
   */
  public Following(
      String follower,
      String id,
      StoredRecord record,
      KnownUnits units,
      WatchStore store,
      InstantSource clock,
      Supplier<Optional<Evidence>> evidence,
      boolean isRehearsal) {
    this.follower = follower;
    this.id = id;
    this.record = record;
    this.units = units;
    this.store = store;
    this.clock = clock;
    this.evidence = evidence;
    this.isRehearsal = isRehearsal;
    this.tail = new RecordTail(record, 0);
  }

  /** The id of the watch of a command: the same whenever the same is asked for. */
  public static String watchOf(String election, Condition condition, String command) {
    return TurnId.of("exec", election, condition.toString(), command);
  }

  /**
   * Reads again what was read before, with the watches that there are.
   *
   * @throws IllegalStateException if the record has fewer entries than turns were made of
   */
  public void goOn() {
    Cursor cursor = store.cursor(follower, id).orElse(new Cursor(0, Long.MIN_VALUE));
    if (cursor.entries() > record.size())
      throw new IllegalStateException(
          "turns were made of %,d entries of %s, and the record has %,d: a record was lost"
              .formatted(cursor.entries(), id, record.size()));
    Deque<Watch> watches = new ArrayDeque<>(store.watches(follower, id));
    while (taken() < cursor.entries()) {
      for (List<Entry> together : together(cursor.entries() - tail.next(), true)) {
        addUpTo(together.getFirst().index(), watches);
        take(together, (rest, known) -> election.orElseThrow().passOver(rest, known));
      }
    }
    if (election.isEmpty()) return;
    addUpTo(cursor.entries(), watches);
    election.get().passTo(cursor.clock());
    for (Watch each : store.watches(follower, id))
      election.get().told(each.id(), store.turns(each.id()));
  }

  private void addUpTo(long entries, Deque<Watch> watches) {
    while (election.isPresent() && !watches.isEmpty() && watches.getFirst().entries() <= entries) {
      Watch next = watches.removeFirst();
      election.get().passTo(next.clock());
      election.get().addAgain(next.id(), understood(next));
    }
  }

  private Condition understood(Watch watch) {
    Header of = header.orElseThrow();
    if (!(ConditionParser.parse(watch.condition(), of, election.orElseThrow().history().law())
        instanceof Parsed.Understood(var condition)))
      throw new IllegalStateException("a condition that was understood is not: " + watch);
    conditions.put(watch.id(), condition);
    return condition;
  }

  /**
   * Adds a watch as of now, and keeps a turn for each for whom its condition holds already; one
   * that is known goes on.
   *
   * @return false where the record has not begun
   */
  public boolean add(String watch, Condition condition) {
    return add(watch, condition, Optional.empty(), true);
  }

  /**
   * The same.
   *
   * @param endpoint where it is told
   * @param tellsBefore whether it is told of what holds already; else that is kept alone
   */
  public boolean add(
      String watch, Condition condition, Optional<Endpoint> endpoint, boolean tellsBefore) {
    if (election.isEmpty()) return false;
    if (conditions.containsKey(watch)) return true;
    Watch made = new Watch(watch, follower, id, condition.toString(), taken(), clockNow());
    conditions.put(watch, condition);
    keep(election.get().add(watch, condition), Optional.of(made), endpoint, tellsBefore);
    return true;
  }

  /** Makes no more turns for a watch. */
  public void remove(String watch) {
    conditions.remove(watch);
    election.ifPresent(of -> of.remove(watch));
  }

  /** The ids of the candidates for whom a watch's condition holds. */
  public List<String> holds(String watch) {
    return election.map(of -> of.holds(watch)).orElse(List.of());
  }

  /**
   * Whether entries that are shown already were not read yet.
   *
   * @param shown how many entries the public is shown
   */
  public boolean isBehind(long shown) {
    return tail.next() < Math.min(shown, record.size());
  }

  /** How many entries of the record were looked at. */
  public long entries() {
    return taken();
  }

  private long clockNow() {
    return election.map(WatchedElection::clock).orElse(Long.MIN_VALUE);
  }

  /** How many entries of the record were taken in. */
  private long taken() {
    return tail.next() - pending.size();
  }

  /**
   * Takes in what is durable by now, and what the clock has brought.
   *
   * @return how many turns it brought
   */
  public int look() {
    return look(Long.MAX_VALUE, Held.NOTHING);
  }

  /**
   * The same, no further than to an entry.
   *
   * @param shown how many entries the public is shown; while that is less than there are, the clock
   *     stands still too
   * @param held entries that are looked into
   */
  public int look(long shown, Held held) {
    this.held = held;
    List<Turn> turns = new ArrayList<>();
    long before = taken();
    long most = Math.clamp(shown - tail.next(), 0, AT_A_TIME);
    for (List<Entry> together : together(most, false))
      take(together, (rest, known) -> turns.addAll(election.orElseThrow().take(rest, known)));
    long due = Washington.nanos(clock.instant().minus(LATEST));
    boolean strikes =
        election.isPresent()
            && tail.next() == record.size()
            && shown > tail.next()
            && election.get().next().orElse(Long.MAX_VALUE) <= due;
    if (strikes) turns.addAll(election.get().reach(due));
    if (taken() > before || strikes) keep(turns, Optional.empty(), Optional.empty(), true);
    return turns.size();
  }

  private void keep(
      List<Turn> turns, Optional<Watch> made, Optional<Endpoint> endpoint, boolean isTold) {
    Instant now = clock.instant();
    List<Told> told = new ArrayList<>();
    Optional<Evidence> proof =
        turns.isEmpty() ? Optional.empty() : evidence.get().map(Evidence::remembering);
    for (Turn turn : turns) {
      Condition condition = Optional.ofNullable(conditions.get(turn.watch())).orElseThrow();
      Notice notice = Notice.of(turn, condition, header.orElseThrow(), proof, isRehearsal);
      List<Long> rests = turn.rests().stream().map(Entry::index).toList();
      told.add(new Told(turn, notice, Optional.of(held.until(rests, now)).filter(from -> isTold)));
    }
    store.keep(follower, id, made, endpoint, told, new Cursor(taken(), clockNow()), now);
  }

  /**
   * Reads on, and puts together what was recorded at one moment.
   *
   * @param isAll whether nothing that belongs to the last can follow
   */
  private List<List<Entry>> together(long most, boolean isAll) {
    List<List<Entry>> groups = new ArrayList<>();
    if (!pending.isEmpty()) groups.add(pending);
    pending = new ArrayList<>();
    tail.read(most, each -> put(each.entry(), groups));
    if (!isAll && !groups.isEmpty() && tail.next() < record.size()) pending = groups.removeLast();
    return groups;
  }

  private static void put(Entry entry, List<List<Entry>> groups) {
    if (groups.isEmpty() || !groups.getLast().getFirst().recorded().equals(entry.recorded()))
      groups.add(new ArrayList<>());
    groups.getLast().add(entry);
  }

  private void take(List<Entry> together, ObjLongConsumer<List<Entry>> taken) {
    List<Entry> rest = together;
    if (election.isEmpty()) {
      Entry first = together.getFirst();
      Header begun = History.header(List.of(first)).orElseThrow();
      header = Optional.of(begun);
      election = Optional.of(WatchedElection.beginning(first, Law.of(begun).orElseThrow(), units));
      rest = together.subList(1, together.size());
    }
    taken.accept(List.copyOf(rest), Washington.nanos(together.getFirst().recorded()));
  }
}
