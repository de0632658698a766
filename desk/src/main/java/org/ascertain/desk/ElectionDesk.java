package org.ascertain.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascertain.desk.KeptRow.Asked;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.ledger.Beside;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.ledger.Tables;

/**
 * The desk of one election: it takes in what is handed in, row by row, keeps aside what fails, and
 * lets those who may decide about it. What it has answered is durable. Any number of threads may
 * use it, and other programs may write to the same record: each group of rows is decided on the
 * record as it is when they are written, or decided again.
 */
public final class ElectionDesk implements AutoCloseable {

  private final Store store;
  private final String election;
  private final InstantSource clock;
  private final Judge judge;
  private final Ledger ledger;
  private final Queue<Entry> news = new ConcurrentLinkedQueue<>();
  private final RequestRate rate = new RequestRate();
  private final ReentrantLock deciding = new ReentrantLock(true);
  private final ConcurrentHashMap<String, Object> beingTaken = new ConcurrentHashMap<>();
  private RecordState state;

  /** Whether anything has ever been weighed: before that, no alert can stand. */
  private volatile boolean hasAlerts;

  /** The last batch that was handed to the ledger; what is decided builds on it. */
  private HandedBatch last = HandedBatch.nothing();

  private ElectionDesk(
      Store store, String election, InstantSource clock, Thresholds thresholds, Ledger ledger) {
    this.store = store;
    this.election = election;
    this.clock = clock;
    this.judge = new Judge(election, clock, thresholds);
    this.ledger = ledger;
    long size = ledger.follow(recorded -> news.add(recorded.entry()));
    this.state = read(size);
    this.hasAlerts = !alerts(1).isEmpty();
  }

  /**
   * Opens the desk of an election that has a record.
   *
   * @param notices gets sentences for whoever runs the program
   * @throws LedgerException if the record cannot be written to, or begins with no election
   */
  public static ElectionDesk open(
      DataFolder folder, String election, InstantSource clock, Consumer<String> notices) {
    return open(folder.store(), election, clock, thresholds(folder, election), notices);
  }

  /** The figures from which on checks speak: the election's own, where its file is sound. */
  private static Thresholds thresholds(DataFolder folder, String election) {
    Path file = ThresholdsFile.of(folder.path(), election);
    try {
      ThresholdsFile.Read read = ThresholdsFile.read(file);
      if (read.fault().isEmpty()) return read.thresholds();
      throw new LedgerException(LedgerException.Reason.REFUSED, read.fault().get());
    } catch (IOException e) {
      throw new LedgerException(
          LedgerException.Reason.READ_ONLY, file + " cannot be read: " + e.getMessage());
    }
  }

  static ElectionDesk open(
      Store store,
      String election,
      InstantSource clock,
      Thresholds thresholds,
      Consumer<String> notices) {
    if (!store.has(election))
      throw new LedgerException(
          LedgerException.Reason.REFUSED,
          "There is no record of %s in %s; 'new' or 'import' begins one."
              .formatted(election, store.place()));
    Ledger ledger =
        store.open(election, clock, notices, DeskTables.ofRecords().toArray(Tables[]::new));
    try {
      return new ElectionDesk(store, election, clock, thresholds, ledger);
    } catch (RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  private RecordState read(long size) {
    return RecordState.read(record(), size, judge.thresholds())
        .orElseThrow(
            () ->
                new LedgerException(
                    LedgerException.Reason.REFUSED,
                    "The record of %s does not begin with an election whose law is known."
                        .formatted(election)));
  }

  /**
   * Why a sender is to wait.
   *
   * @param seconds how long
   */
  public record TooFast(Told why, long seconds) {}

  /** Counts a request by a sender; tells if it is one too many, so that nothing of it is read. */
  public Optional<TooFast> admit(Sender sender) {
    long most = judge.thresholds().of(Threshold.REQUESTS_A_MINUTE);
    OptionalLong wait = rate.count(sender.account(), clock.instant(), most);
    if (wait.isEmpty()) return Optional.empty();
    Finding tooFast =
        Finding.of(
            IntakeCheck.TOO_FAST,
            0,
            "Authorization",
            Figure.of("most", most),
            Figure.of("seconds", wait.getAsLong()));
    return Optional.of(new TooFast(Told.of(tooFast), wait.getAsLong()));
  }

  /** The election's id. */
  public String election() {
    return election;
  }

  /** The election with the names that came late. */
  public Header header() {
    return decide(RecordState::header);
  }

  /**
   * Takes in what was handed in. The same again gives the same answer and changes nothing; what was
   * cut short goes on.
   *
   * @param each gets the answer of each row in which something was found or that is not recorded,
   *     in their order, once its group is durable
   * @param progress gets what is durable so far, after each group
   */
  public Taken take(HandedIn handed, Consumer<RowAnswer> each, Consumer<Intake> progress) {
    return take(handed, each, progress, Taking.GROUP);
  }

  /**
   * @param group how many rows are made durable together
   */
  Taken take(HandedIn handed, Consumer<RowAnswer> each, Consumer<Intake> progress, int group) {
    String name = handed.sender().account() + " " + handed.name();
    Object mine = new Object();
    Object its = beingTaken.computeIfAbsent(name, n -> mine);
    synchronized (its) { // the same at the same time waits, and is answered alike
      try {
        return new Taking(this, judge, handed, Optional.empty(), each, progress, group).run();
      } finally {
        beingTaken.remove(name, its);
      }
    }
  }

  /** Says what would become of it; nothing is taken in. */
  public Taken dryRun(HandedIn handed, Consumer<RowAnswer> each) {
    return dryRun(handed, each, fact -> {});
  }

  /**
   * Says what would become of it; nothing is taken in.
   *
   * @param facts gets what each row says that says something, in their order
   */
  public Taken dryRun(HandedIn handed, Consumer<RowAnswer> each, Consumer<Fact> facts) {
    return new Taking(this, judge, handed, Optional.of(facts), each, soFar -> {}, Taking.GROUP)
        .run();
  }

  /** The intakes of an account, or of all, the newest first, with a number below {@code before}. */
  public List<Intake> intakes(Optional<String> account, long before, int most) {
    return record().ask(of -> Intake.list(of, account, before, most));
  }

  public Optional<Intake> intake(long id) {
    return record().ask(of -> Intake.find(of, id));
  }

  /** What was answered of an intake's rows, in their order. */
  public List<RowAnswer> rows(long intake) {
    return record().ask(of -> rows(of, intake));
  }

  static List<RowAnswer> rows(Connection of, long intake) throws SQLException {
    List<RowAnswer> all = new ArrayList<>();
    for (KeptRow row : KeptRow.ofIntake(of, intake))
      all.add(
          new RowAnswer(
              row.row(), Decision.KEPT, row.findings(), OptionalLong.of(row.id()), row.entry()));
    Set<Long> told = all.stream().map(RowAnswer::row).collect(Collectors.toSet());
    for (NotedRow row : NotedRow.ofIntake(of, intake))
      if (!told.contains(row.row())) // else it was kept aside first
      all.add(
            new RowAnswer(
                row.row(), row.decision(), row.findings(), OptionalLong.empty(), row.entry()));
    all.sort(Comparator.comparingLong(RowAnswer::row));
    return all;
  }

  /** The rows that are kept aside. */
  public List<KeptRow> kept(Asked asked) {
    return record().ask(of -> KeptRow.list(of, asked));
  }

  public Optional<KeptRow> kept(long id) {
    return record().ask(of -> KeptRow.find(of, id));
  }

  /** Whether a person decided of a row that says the same that it is not recorded as it is. */
  boolean isLeftOut(Fact fact) {
    return record().ask(of -> KeptRow.isLeftOut(of, fact));
  }

  /** The figures in force of a kept row's unit by its source. */
  public Optional<Reported> inForce(KeptRow row) {
    if (row.unit().isEmpty() || row.source().isEmpty()) return Optional.empty();
    return decide(state -> state.before().newest(row.unit().get(), row.source().get()));
  }

  /** The alerts, those that stand first. */
  public List<Alert> alerts(int most) {
    return record().ask(of -> Alerts.all(of, most));
  }

  /**
   * How what waits, is disputed or is outstanding is weighed again once a step is written: where
   * something was kept aside, decided or recorded.
   *
   * @param units in which something was kept aside or decided
   */
  Optional<Alerts.Step> alertStep(RecordState state, Set<String> units, String cause) {
    Set<String> all = state.touched();
    boolean isWeighed = hasAlerts || state.hasStakes();
    if (!isWeighed) all.clear();
    all.addAll(units);
    if (all.isEmpty()) return Optional.empty();
    hasAlerts = true;
    return Optional.of(new Alerts.Step(state.balance(all), all, now(), cause));
  }

  /** What the law wants of states up to a day, and the record does not have. */
  public List<Due> due(LocalDate until) {
    return decide(state -> Due.of(state, until));
  }

  /** How far each of its lists has come. */
  public ListVersions listVersions() {
    return ListVersions.of(record());
  }

  /** The acts by which kept rows are decided. */
  public KeptActs acts() {
    return new KeptActs(this, judge, clock);
  }

  /** The acts by which two people put into the record what binds. */
  public ProposalActs proposals() {
    return new ProposalActs(this, judge, clock);
  }

  /** The acts by which a reviewer says that an entry of the desk's own is looked into. */
  public HoldActs holds() {
    return new HoldActs(this);
  }

  /** The acts by which two people let what the public sees stand still. */
  public FreezeActs freezes() {
    return new FreezeActs(this);
  }

  /** The pictures of its papers. */
  public ScanActs scans() {
    return new ScanActs(this);
  }

  StoredRecord record() {
    return store.election(election);
  }

  InstantSource clock() {
    return clock;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Decides something on the record as it is now, one at a time. */
  <T> T decide(Function<RecordState, T> decision) {
    deciding.lock();
    try {
      catchUp();
      return decision.apply(state);
    } finally {
      deciding.unlock();
    }
  }

  /** The record as it is now, to be tried out. */
  RecordState copy() {
    ledger.lookForOthers().join();
    return read(ledger.size());
  }

  /** Takes in what was recorded by others since; where that cannot be told apart, reads anew. */
  private void catchUp() {
    boolean readAnew = state.isStale() || last.hasFailed();
    for (Entry each = news.poll(); each != null && !readAnew; each = news.poll()) {
      if (each.index() < state.size()) continue; // decided here
      readAnew = each.index() > state.size();
      if (!readAnew) state.take(each);
    }
    if (!readAnew && !state.isStale()) return;
    last.await();
    last = HandedBatch.nothing();
    ledger.lookForOthers().join();
    long size = ledger.size();
    news.removeIf(entry -> entry.index() < size);
    state = read(size);
  }

  /**
   * Hands a batch to the ledger that was decided on the first {@code size} entries, and on all that
   * was handed over before; only to be called while deciding.
   *
   * @return fails with {@link HandedBatch#moved} as its cause's cause if the record has grown
   *     meanwhile, or what was handed over before was not written
   */
  CompletableFuture<Indexes> append(List<Draft> batch, long size, String key, Beside beside) {
    HandedBatch before = last;
    HandedBatch mine = new HandedBatch();
    CompletableFuture<Indexes> answer =
        ledger.append(
            batch,
            key,
            (in, at) -> {
              if (at.first() != size || !before.stands()) throw HandedBatch.moved();
              beside.write(in, at);
              mine.written();
            });
    mine.answeredBy(answer);
    last = mine;
    return answer;
  }

  /** Why the ledger did not write. */
  static LedgerException why(CompletionException failure) {
    if (failure.getCause() instanceof LedgerException known) return known;
    throw failure;
  }

  /** Learns at once what others have recorded since. */
  void lookAnew() {
    ledger.lookForOthers().join();
  }

  /** Finishes what was begun. */
  @Override
  public void close() {
    ledger.close();
  }
}
