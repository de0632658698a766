package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Addition;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits;
import org.ascertain.law.Law;
import org.jspecify.annotations.Nullable;

/** Entries of a record on their way to a history. */
public final class Gathering {

  private final Law law;
  private final KnownUnits units;
  private final long known;
  private @Nullable KnownFacts facts;
  private boolean declaresMore = false;

  Gathering(Law law, KnownUnits units, long known) {
    this.law = law;
    this.units = units;
    this.known = known;
  }

  /**
   * Takes in the next entry.
   *
   * @throws IllegalArgumentException if it is not the header although it is the first, or comes
   *     before one that was taken in
   */
  public void add(Entry entry) {
    KnownFacts begun = facts;
    if (begun == null) {
      if (!(entry.fact() instanceof Header header) || entry.index() != 0)
        throw new IllegalArgumentException("a record begins with its header");
      begun = new KnownFacts(header, law, units);
      facts = begun;
    } else if (entry.known() > known) return;
    declaresMore |= entry.fact() instanceof Addition;
    begun.add(entry);
  }

  /**
   * The history of the entries taken in.
   *
   * @throws IllegalArgumentException if there is no header
   */
  public History history() {
    KnownFacts all = all();
    return new History(all, all.known(), Long.MAX_VALUE, known, null);
  }

  /**
   * The course of the entries taken in, which goes on with those that are added to it; nothing may
   * be taken in here after that.
   *
   * @throws IllegalArgumentException if there is no header
   */
  public Course course() {
    return Course.of(all());
  }

  private KnownFacts all() {
    KnownFacts begun = facts;
    if (begun == null) throw new IllegalArgumentException("a record begins with its header");
    return declaresMore ? withAllNames(begun, begun.entries()) : begun;
  }

  /** The same facts with a further entry that changes which names are declared. */
  static KnownFacts of(KnownFacts facts, Entry further) {
    List<Entry> entries = new ArrayList<>(facts.entries());
    entries.add(further);
    Header header = (Header) entries.getFirst().fact();
    KnownFacts plain = new KnownFacts(header, facts.law, facts.units);
    entries.forEach(plain::add);
    return withAllNames(plain, entries);
  }

  /** Names that came late are known from the beginning: figures have a place for each. */
  private static KnownFacts withAllNames(KnownFacts plain, List<Entry> entries) {
    List<Entry> inForce = new ArrayList<>();
    plain.others(plain.known()).forEach(row -> inForce.add(row.entry));
    KnownFacts all =
        new KnownFacts(Declarations.with(plain.header, inForce), plain.law, plain.units);
    entries.forEach(all::add);
    return all;
  }
}
