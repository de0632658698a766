package org.ascertain.desk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.ascertain.desk.Before.Called;
import org.ascertain.election.Fact;
import org.ascertain.exchange.Fault;
import org.ascertain.exchange.Format;
import org.ascertain.exchange.ReadRow;
import org.ascertain.exchange.ReadRows;

/** The rows of a file of others, as rows that are handed in. */
final class ForeignRows implements Rows {

  private final ReadRows rows;
  private final Format format;
  private final Supplier<SaidBefore> before;

  /** Who is called where, in this file, and by whom. */
  private final Set<Calling> calls = new HashSet<>();

  /** By unit, of when the newest is that the file says of it. */
  private final Map<String, Long> moments = new HashMap<>();

  private final Deque<String> gone = new ArrayDeque<>();
  private boolean isOver;
  private long number;

  private record Calling(String unit, String caller) {}

  /**
   * The rows of a file.
   *
   * @param before what its source has said before
   */
  ForeignRows(ReadRows rows, Format format, Supplier<SaidBefore> before) {
    this.rows = rows;
    this.format = format;
    this.before = before;
  }

  @Override
  public Optional<Finding> refusal() throws IOException {
    return rows.refusal().map(this::refused);
  }

  private Finding refused(Fault fault) {
    return Finding.of(
        IntakeCheck.OTHER_FORMAT,
        0,
        "",
        Figure.text("format", format.id()),
        Figure.text("code", fault.check().code()),
        Figure.text("what", fault.says()),
        Figure.text(Finding.ADVICE, fault.check().advice()));
  }

  @Override
  public Optional<Read> next() throws IOException {
    Optional<ReadRow> next = rows.next();
    if (next.isEmpty()) return nextGone();
    number++;
    if (next.get().fact().orElse(null) instanceof Fact.Call call)
      calls.add(new Calling(call.unit(), call.caller()));
    if (next.get().fact().orElse(null) instanceof Fact.Returns returns)
      moments.merge(
          returns.unit(),
          returns.attestation().at().effective(),
          (one, other) -> Math.max(one, other));
    List<Finding> findings = new ArrayList<>();
    for (Fault fault : next.get().faults()) findings.add(finding(number, check(fault), fault));
    // what nobody can read has only its place to be told apart by
    String raw = next.get().raw().isEmpty() ? format.id() + " " + number : next.get().raw();
    return Optional.of(
        new Read(new Row(number, raw, Map.of(), next.get().fact(), List.of()), findings));
  }

  /**
   * What the source had before and has no longer, where each of its files has all. That is no row
   * of the file, so it waits for a person, who asks the source. By its words it is known again: it
   * is asked once.
   */
  private Optional<Read> nextGone() throws IOException {
    if (!isOver && rows.isWhole()) lookBack(format.reads().orElseThrow().whole());
    isOver = true;
    String what = gone.poll();
    if (what == null) return Optional.empty();
    number++;
    return Optional.of(
        new Read(
            new Row(number, what, Map.of(), Optional.empty(), List.of()),
            List.of(
                Finding.of(
                    IntakeCheck.NO_LONGER_THERE,
                    number,
                    "",
                    Figure.text("format", format.id()),
                    Figure.text("what", what)))));
  }

  private void lookBack(Set<String> whole) {
    if (whole.isEmpty()) return;
    SaidBefore said = before.get();
    Set<String> spokenOf = rows.spokenOf();
    long latest = moments.values().stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
    if (whole.contains("call")) said.calls().forEach((unit, of) -> lookBack(unit, of, latest));
    if (!whole.contains("returns")) return;
    Map<String, String> missing = new TreeMap<>();
    Set<String> wholes = new HashSet<>();
    for (String unit : spokenOf) if (isPart(unit)) wholes.add(above(unit));
    said.units()
        .forEach(
            (unit, moment) -> {
              boolean isMissing =
                  isPart(unit) && wholes.contains(above(unit)) && !spokenOf.contains(unit);
              if (isMissing && moment <= latest)
                missing.merge(above(unit), unit, (one, more) -> one + ", " + more);
            });
    missing.forEach((above, units) -> gone.add("the votes of " + units));
  }

  /** An older file, which came late, had no call yet. */
  private void lookBack(String unit, List<Called> before, long latest) {
    if (!rows.spokenOf().contains(unit)) return;
    long now = moments.getOrDefault(unit, latest);
    for (Called each : before)
      if (each.moment() <= now && !calls.contains(new Calling(unit, each.caller())))
        gone.add(
            "%s's call of %s for %s, entry %d"
                .formatted(each.caller(), unit, each.candidate(), each.entry()));
  }

  private static boolean isPart(String unit) {
    return unit.indexOf('/') > 0;
  }

  private static String above(String unit) {
    return unit.substring(0, unit.lastIndexOf('/'));
  }

  private static IntakeCheck check(Fault fault) {
    return switch (fault.check().weight()) {
      case NOTE -> IntakeCheck.READ_SO;
      case ASIDE, REFUSE -> IntakeCheck.NOT_READ;
    };
  }

  private Finding finding(long row, IntakeCheck check, Fault fault) {
    return Finding.of(
        check,
        row,
        "",
        Figure.text("format", format.id()),
        Figure.text("code", fault.check().code()),
        Figure.text("what", fault.says()));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
