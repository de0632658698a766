package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Votes;
import org.jspecify.annotations.Nullable;

/**
 * The fold of returns: what each reporting unit's latest returns say, and what they add up to.
 *
 * <p>Returns are kept per (reporting unit, source), and among one source's the greatest (effective,
 * index) counts. A unit's tally is that of the first source in the order of preference that has
 * spoken for it; where none has, the sum of the units below. A change goes up only as far as it
 * changes a sum, so one return costs the depth of its unit.
 */
final class Tallies {

  /** One source's latest returns of one reporting unit. */
  static final class Statement {
    final String source;
    private final int rank;

    /** By column; {@link #NO_FIGURE} where there is none. Kept here, near at hand. */
    private final long[] figures;

    private Entry entry;
    private long effective;
    private @Nullable Statement next;

    private Statement(String source, int rank, Entry entry, long effective, int columns) {
      this.source = source;
      this.rank = rank;
      this.entry = entry;
      this.effective = effective;
      this.figures = new long[columns];
    }

    Entry entry() {
      return entry;
    }

    Returns returns() {
      return (Returns) entry.fact();
    }

    private boolean isAfter(long effective, long index) {
      return this.effective > effective || (this.effective == effective && entry.index() > index);
    }

    /** Sources that the header does not rank come after those it does, by their ids. */
    private boolean isPreferredTo(Statement other) {
      return rank != other.rank ? rank < other.rank : source.compareTo(other.source) < 0;
    }
  }

  /** A reporting unit. */
  static final class Node {
    final String id;
    final @Nullable Node parent;
    final List<Node> below = new ArrayList<>(0);

    /** The first of every source's statement, in the order of preference. */
    private @Nullable Statement first;

    /** By column, what the units directly below add up to, and how many of them have a figure. */
    private long[] sumBelow = NOTHING;

    private int[] namedBelow = NOBODY;
    private int countedBelow;

    /** How many units directly below have a tally that is computed from rounded shares. */
    private int inexactBelow;

    private Node(String id, @Nullable Node parent, int columns) {
      this.id = id;
      this.parent = parent;
      if (parent != null) parent.receive(this, columns);
    }

    private void receive(Node child, int columns) {
      if (below.isEmpty()) {
        sumBelow = new long[columns];
        namedBelow = new int[columns];
      }
      below.add(child);
    }

    /** The statement that makes the tally, or null where the tally is a sum or there is none. */
    @Nullable Statement speaking() {
      return first;
    }

    /** The statements that make up the tally: the one that speaks, or those of the units below. */
    List<Statement> tallied() {
      if (first != null) return List.of(first);
      return below.stream().flatMap(each -> each.tallied().stream()).toList();
    }

    /** Every source's latest statement, in the order of preference. */
    List<Statement> statements() {
      List<Statement> statements = new ArrayList<>();
      for (Statement each = first; each != null; each = each.next) statements.add(each);
      return statements;
    }

    private @Nullable Statement by(String source) {
      Statement each = first;
      while (each != null && !each.source.equals(source)) each = each.next;
      return each;
    }

    private void add(Statement statement) {
      if (first == null || statement.isPreferredTo(first)) {
        statement.next = first;
        first = statement;
        return;
      }
      Statement before = first;
      while (before.next != null && before.next.isPreferredTo(statement)) before = before.next;
      statement.next = before.next;
      before.next = statement;
    }

    /** Whether anybody has reported for the unit or below it. */
    boolean hasTally() {
      return first != null || countedBelow > 0;
    }

    /** Whether no figure in the tally is computed from rounded shares. */
    boolean isExact() {
      return first == null ? inexactBelow == 0 : first.returns().exact();
    }

    /** How many units directly below have a tally. */
    int reportingBelow() {
      return countedBelow;
    }

    /** What the units directly below add up to for a ticket; -1 where none has a figure. */
    long sumBelow(int ticket) {
      return below.isEmpty() || namedBelow[ticket] == 0 ? NO_FIGURE : sumBelow[ticket];
    }

    /** Puts the tally into {@code columns}; without any, no figure is put there. */
    private void tally(long[] columns) {
      if (first != null) {
        System.arraycopy(first.figures, 0, columns, 0, columns.length);
        return;
      }
      int total = columns.length - 1;
      for (int c = 0; c < total; c++) columns[c] = sumBelow(c);
      // A total of some of the units would be told as that of all.
      boolean isWhole = countedBelow > 0 && namedBelow[total] == countedBelow;
      columns[total] = isWhole ? sumBelow[total] : NO_FIGURE;
    }

    private void exchangeBelow(long[] before, long[] after) {
      for (int c = 0; c < before.length; c++) {
        sumBelow[c] += Math.max(0, after[c]) - Math.max(0, before[c]);
        namedBelow[c] += (after[c] >= 0 ? 1 : 0) - (before[c] >= 0 ? 1 : 0);
      }
    }
  }

  /** Of a ticket that a statement does not name. */
  static final long NO_FIGURE = -1;

  private static final long[] NOTHING = {};
  private static final int[] NOBODY = {};

  /** Behind the tickets' columns stand those of votes for others, and of all votes. */
  private static final int FURTHER_COLUMNS = 2;

  private final Register register;
  private final Map<String, Node> nodes = new HashMap<>();
  private final int other;
  private final int total;
  private final int columns;
  private long[] before;
  private long[] after;
  private long[] beforeAbove;
  private boolean replaced;

  Tallies(Register register) {
    this.register = register;
    this.other = register.tickets.size();
    this.total = other + 1;
    this.columns = other + FURTHER_COLUMNS;
    this.before = new long[columns];
    this.after = new long[columns];
    this.beforeAbove = new long[columns];
  }

  /**
   * Takes in returns; gives the highest unit whose tally they may have changed.
   *
   * @param effective the entry's, in nanoseconds since 1970-01-01T00:00Z
   */
  String add(Entry entry, Returns returns, long effective) {
    Node node = node(returns.unit());
    String source = returns.attestation().source().id();
    Statement statement = node.by(source);
    replaced = false;
    if (statement != null && statement.isAfter(effective, entry.index())) return node.id;
    replaced = statement != null && statement == node.speaking();
    boolean hadTally = node.hasTally();
    boolean wasInexact = !node.isExact();
    node.tally(before);
    if (statement == null) {
      statement = new Statement(source, rank(source), entry, effective, columns);
      node.add(statement);
    } else {
      statement.entry = entry;
      statement.effective = effective;
    }
    fill(statement.figures, returns);
    node.tally(after);
    return carryUp(node, hadTally, wasInexact);
  }

  /** Whether the returns taken in last replaced earlier ones of the same source in a tally. */
  boolean replaced() {
    return replaced;
  }

  private void fill(long[] figures, Returns returns) {
    Arrays.fill(figures, NO_FIGURE);
    Votes votes = returns.votes();
    int[] places = register.tickets(votes.ids());
    for (int i = 0; i < places.length; i++) figures[places[i]] = votes.count(i);
    figures[other] = returns.other().orElse(NO_FIGURE);
    figures[total] = returns.total().orElse(NO_FIGURE);
  }

  private int rank(String source) {
    int rank = register.header.returnsFrom().indexOf(source);
    return rank < 0 ? Integer.MAX_VALUE : rank;
  }

  private String carryUp(Node changed, boolean hadTally, boolean wasInexact) {
    Node node = changed;
    boolean had = hadTally;
    boolean inexact = wasInexact;
    while (node.parent != null) {
      Node parent = node.parent;
      boolean parentHad = parent.hasTally();
      boolean parentInexact = !parent.isExact();
      parent.tally(beforeAbove);
      if (!had) parent.countedBelow++;
      if (inexact != !node.isExact()) parent.inexactBelow += inexact ? -1 : 1;
      parent.exchangeBelow(before, after);
      if (parent.speaking() != null) return parent.id;
      long[] spare = before;
      before = beforeAbove;
      beforeAbove = spare;
      parent.tally(after);
      had = parentHad;
      inexact = parentInexact;
      node = parent;
    }
    return node.id;
  }

  private Node node(String id) {
    Node node = nodes.get(id);
    return node != null ? node : newNode(id);
  }

  private Node newNode(String id) {
    int slash = id.lastIndexOf('/');
    Node parent = slash < 0 ? null : node(id.substring(0, slash));
    Node node = new Node(id, parent, columns);
    nodes.put(id, node);
    return node;
  }

  /** Whether a reporting unit is among those spoken for, or above one that is. */
  boolean knows(String id) {
    return nodes.containsKey(id);
  }

  /** The reporting unit of an id, if anybody has spoken for it or below it. */
  @Nullable Node find(String id) {
    Node node = nodes.get(id);
    return node != null && node.hasTally() ? node : null;
  }

  /** The tally of a reporting unit by ticket; -1 for a ticket that has no figure. */
  long[] tally(Node node) {
    return Arrays.copyOf(columns(node), other);
  }

  /** The votes for others in the tally; of a sum, those that the units below name. */
  OptionalLong other(Node node) {
    return figure(columns(node)[other]);
  }

  /** All votes of the tally; of a sum, only where every unit of it has a total. */
  OptionalLong total(Node node) {
    return figure(columns(node)[total]);
  }

  private long[] columns(Node node) {
    long[] tally = new long[columns];
    node.tally(tally);
    return tally;
  }

  private static OptionalLong figure(long figure) {
    return figure < 0 ? OptionalLong.empty() : OptionalLong.of(figure);
  }
}
