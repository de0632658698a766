package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  static final class Statement implements Comparable<Statement> {
    final String source;
    private final int rank;
    private Entry entry;
    private long effective;

    private Statement(String source, int rank, Entry entry, long effective) {
      this.source = source;
      this.rank = rank;
      this.entry = entry;
      this.effective = effective;
    }

    Entry entry() {
      return entry;
    }

    Returns returns() {
      return (Returns) entry.fact();
    }

    /** Sources that the header does not rank come after those it does, by their ids. */
    @Override
    public int compareTo(Statement other) {
      return rank != other.rank
          ? Integer.compare(rank, other.rank)
          : source.compareTo(other.source);
    }
  }

  /** A reporting unit. */
  static final class Node {
    final String id;
    final @Nullable Node parent;
    final List<Node> below = new ArrayList<>(0);
    private final List<Statement> statements = new ArrayList<>(1);
    private final long[] sumBelow;
    private int countedBelow;

    private Node(String id, @Nullable Node parent, int tickets) {
      this.id = id;
      this.parent = parent;
      this.sumBelow = new long[tickets];
      if (parent != null) parent.below.add(this);
    }

    /** The statement that makes the tally, or null where the tally is a sum or there is none. */
    @Nullable Statement speaking() {
      return statements.isEmpty() ? null : statements.getFirst();
    }

    /** Every source's latest statement, in the order of preference. */
    List<Statement> statements() {
      return statements;
    }

    /** Whether anybody has reported for the unit or below it. */
    boolean hasTally() {
      return !statements.isEmpty() || countedBelow > 0;
    }

    /** How many units directly below have a tally. */
    int reportingBelow() {
      return countedBelow;
    }

    long sumBelow(int ticket) {
      return sumBelow[ticket];
    }
  }

  private final Register register;
  private final Map<String, Node> nodes = new HashMap<>();
  private final long[] change;
  private List<String> lastTickets = List.of();
  private int[] lastPlaces = new int[0];

  Tallies(Register register) {
    this.register = register;
    this.change = new long[register.tickets.size()];
  }

  /** Takes in returns; gives the highest unit whose tally they may have changed. */
  String add(Entry entry, Returns returns) {
    Node node = node(returns.unit());
    String source = returns.attestation().source().id();
    long effective = entry.effective();
    Statement statement = null;
    for (Statement each : node.statements) if (each.source.equals(source)) statement = each;
    if (statement != null
        && (effective < statement.effective
            || (effective == statement.effective && entry.index() < statement.entry.index())))
      return node.id;
    boolean hadTally = node.hasTally();
    Arrays.fill(change, 0);
    addTally(node, -1);
    if (statement == null) {
      node.statements.add(new Statement(source, rank(source), entry, effective));
      Collections.sort(node.statements);
    } else {
      statement.entry = entry;
      statement.effective = effective;
    }
    addTally(node, 1);
    return carryUp(node, hadTally);
  }

  private int rank(String source) {
    int rank = register.header.returnsFrom().indexOf(source);
    return rank < 0 ? Integer.MAX_VALUE : rank;
  }

  private String carryUp(Node changed, boolean hadTally) {
    Node node = changed;
    boolean had = hadTally;
    while (node.parent != null) {
      Node parent = node.parent;
      boolean parentHad = parent.hasTally();
      if (!had) parent.countedBelow++;
      for (int t = 0; t < change.length; t++) parent.sumBelow[t] += change[t];
      if (parent.speaking() != null) return parent.id;
      had = parentHad;
      node = parent;
    }
    return node.id;
  }

  /** Adds the tally of a node to the change, {@code sign} times. */
  private void addTally(Node node, int sign) {
    Statement speaking = node.speaking();
    if (speaking == null) {
      for (int t = 0; t < change.length; t++) change[t] += sign * node.sumBelow[t];
      return;
    }
    Votes votes = speaking.returns().votes();
    int[] places = places(votes.ids());
    for (int i = 0; i < places.length; i++) change[places[i]] += sign * votes.count(i);
  }

  /** The places of tickets; facts that share one list of ids cost one look-up. */
  @SuppressWarnings(
      "ReferenceEquality") // the same list again is the common case, and equal ones are only slower
  private int[] places(List<String> ids) {
    if (ids != lastTickets) {
      lastTickets = ids;
      lastPlaces = ids.stream().mapToInt(register::ticket).toArray();
    }
    return lastPlaces;
  }

  private Node node(String id) {
    Node node = nodes.get(id);
    return node != null ? node : newNode(id);
  }

  private Node newNode(String id) {
    int slash = id.lastIndexOf('/');
    Node parent = slash < 0 ? null : node(id.substring(0, slash));
    Node node = new Node(id, parent, change.length);
    nodes.put(id, node);
    return node;
  }

  /** The reporting unit of an id, if anybody has spoken for it or below it. */
  @Nullable Node find(String id) {
    Node node = nodes.get(id);
    return node != null && node.hasTally() ? node : null;
  }

  /** The tally of a reporting unit by ticket; -1 for a ticket that has no figure. */
  long[] tally(Node node) {
    Statement speaking = node.speaking();
    if (speaking == null) return node.sumBelow.clone();
    long[] tally = new long[change.length];
    Arrays.fill(tally, -1);
    Votes votes = speaking.returns().votes();
    for (int i = 0; i < votes.size(); i++)
      tally[register.ticket(votes.ids().get(i))] = votes.count(i);
    return tally;
  }
}
