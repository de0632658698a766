package org.ascertain.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.desk.Judge.Judged;
import org.ascertain.election.Fact;
import org.ascertain.ledger.Draft;

/** Rows that are decided and made durable together, with what is answered of them. */
final class Group {

  /**
   * A row that is kept aside, until it has its number.
   *
   * @param line it among those that wait, if it is one of returns
   */
  private record Waiting(Judged judged, List<Told> told, Optional<KeptLines.Waiting> line) {}

  final List<Draft> drafts = new ArrayList<>();
  private final String account;
  private final String source;
  private final long size;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<NotedRow> noted = new ArrayList<>();
  private final List<KeptLines.Beside> besides = new ArrayList<>();
  private long known;
  private long refused;
  private List<RowAnswer> answers = List.of();

  /**
   * @param account under which facts are recorded
   * @param source the id of the source of rows that name none
   * @param size how many entries the record has before it
   */
  Group(String account, String source, long size) {
    this.account = account;
    this.source = source;
    this.size = size;
  }

  /**
   * Takes a row that was decided.
   *
   * @param line a row that is kept aside, among those that wait
   * @param beside what it says of one that waits
   */
  void take(Judged judged, Optional<KeptLines.Waiting> line, Optional<KeptLines.Beside> beside) {
    beside.ifPresent(besides::add);
    switch (judged.decision()) {
      case RECORDED, FLAGGED -> {
        long entry = size + drafts.size();
        drafts.add(new Draft.Fresh(account, judged.row().fact().orElseThrow()));
        if (!judged.findings().isEmpty()) note(judged, OptionalLong.of(entry));
      }
      case UNCHANGED -> known++;
      case KEPT -> waiting.add(new Waiting(judged, told(judged), line));
      case REFUSED -> {
        refused++;
        note(judged, OptionalLong.empty());
      }
    }
  }

  private void note(Judged judged, OptionalLong entry) {
    noted.add(new NotedRow(0, judged.row().number(), judged.decision(), entry, told(judged)));
  }

  private static List<Told> told(Judged judged) {
    return judged.told();
  }

  /** What becomes of an intake with these rows. */
  Intake counted(Intake before, Intake.State state) {
    return before.with(state, drafts.size(), known, waiting.size(), refused, size);
  }

  /** The units of appointment of which a row is kept aside. */
  Set<String> units() {
    Set<String> units = new TreeSet<>();
    for (Waiting each : waiting)
      each.judged().row().fact().flatMap(Place::of).map(Balance::whole).ifPresent(units::add);
    return units;
  }

  /** Writes what is kept of the rows, and says what is answered of them. */
  void write(Connection in, long intake, Instant now) throws SQLException {
    List<RowAnswer> told = new ArrayList<>();
    long id = waiting.isEmpty() ? 0 : KeptRow.nextId(in);
    for (Waiting each : waiting) {
      if (each.line().isPresent()) each.line().get().numbered(id);
      row(each, intake, id).insert(in);
      told.add(answer(each, OptionalLong.of(id++)));
    }
    for (KeptLines.Beside each : besides) write(in, each, now);
    NotedRow.insert(in, intake, noted);
    answers = answers(told);
  }

  /** Writes what a row says of those that wait. */
  private static void write(Connection in, KeptLines.Beside beside, Instant now)
      throws SQLException {
    List<Told> shown = beside.shown();
    OptionalLong waits = beside.beside().id();
    if (!shown.isEmpty() && waits.isPresent()) KeptRow.shown(in, waits.getAsLong(), shown);
    for (KeptLines.Waiting each : beside.overtaken())
      if (each.id().isPresent()) KeptRow.overtaken(in, each.id().getAsLong(), now);
  }

  /** What is answered of the rows where nothing is written. */
  void onlyAnswer() {
    answers = answers(waiting.stream().map(each -> answer(each, OptionalLong.empty())).toList());
  }

  private List<RowAnswer> answers(List<RowAnswer> kept) {
    List<RowAnswer> all = new ArrayList<>(kept);
    for (NotedRow each : noted)
      all.add(
          new RowAnswer(
              each.row(), each.decision(), each.findings(), OptionalLong.empty(), each.entry()));
    all.sort(Comparator.comparingLong(RowAnswer::row));
    return all;
  }

  private static RowAnswer answer(Waiting each, OptionalLong id) {
    return new RowAnswer(
        each.judged().row().number(), Decision.KEPT, each.told(), id, OptionalLong.empty());
  }

  /** What is answered of the rows in which something was found, in their order. */
  List<RowAnswer> answers() {
    return answers;
  }

  private KeptRow row(Waiting each, long intake, long id) {
    Row row = each.judged().row();
    Optional<Fact> fact = row.fact();
    return new KeptRow(
        id,
        intake,
        row.number(),
        row.raw(),
        fact.map(KeptRow::draft),
        fact.flatMap(Place::of).or(() -> written(row)),
        fact.map(said -> said.attestation().source().id()).or(() -> Optional.of(source)),
        fact.isPresent()
            ? OptionalLong.of(fact.get().attestation().at().effective())
            : OptionalLong.empty(),
        each.told(),
        KeptRow.State.OPEN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        1,
        since(each));
  }

  /** The unit of a row that says nothing that could be read, as it was written. */
  private static Optional<String> written(Row row) {
    return Optional.ofNullable(row.cells().get("unit")).filter(unit -> !unit.isBlank());
  }

  private static KeptRow.Since since(Waiting each) {
    OptionalLong head =
        each.line()
            .flatMap(KeptLines.Waiting::head)
            .map(KeptLines.Waiting::id)
            .orElse(OptionalLong.empty());
    return new KeptRow.Since(head, 0, Optional.empty(), List.of());
  }
}
