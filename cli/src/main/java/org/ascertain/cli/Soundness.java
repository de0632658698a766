package org.ascertain.cli;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ascertain.desk.RecordSense;
import org.ascertain.election.Check;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.record.Hash;
import org.ascertain.record.Line;
import org.ascertain.record.MerkleTree;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;

/**
 * A record read to its end, line by line: what is wrong with its form, and with the sense of the
 * facts that could be read.
 */
final class Soundness {

  /** What a fact that could not be read may have held: missing it then is no second mistake. */
  private static final Set<Check> OF_OTHERS =
      EnumSet.of(Check.NOT_IN_FORCE, Check.UNKNOWN_CHALLENGE);

  private final List<Problem> form = new ArrayList<>();
  private final RecordSense sense = new RecordSense();
  private final boolean withSense;
  private final Optional<MerkleTree> tree;
  private long further;
  private long entries;
  private boolean isComplete = true;

  private Soundness(boolean withSense, Optional<MerkleTree> tree) {
    this.withSense = withSense;
    this.tree = tree;
  }

  /** Reads a record to its end; of its returns columns are kept, and of its lines nothing. */
  static Soundness of(InputStream record) {
    return new Soundness(true, Optional.empty()).read(record);
  }

  /** The same, and hashes its lines on the way. */
  static Soundness withRoot(InputStream record) {
    return new Soundness(true, Optional.of(new MerkleTree())).read(record);
  }

  /** The same for its form alone: no fact but the header is kept. */
  static Soundness ofForm(InputStream record) {
    return new Soundness(false, Optional.empty()).read(record);
  }

  private Soundness read(InputStream record) {
    RecordReader.forEach(record, this::take);
    return this;
  }

  private void take(Line line) {
    tree.ifPresent(hashed -> hashed.add(Hash.ofLeaf(line.bytes())));
    for (Problem problem : line.problems()) {
      if (form.size() < RecordReader.MOST_PROBLEMS) form.add(problem);
      else further++;
    }
    if (line.entry().isEmpty()) isComplete = false;
    else {
      if (withSense || entries == 0) sense.take(line.entry().get());
      entries++;
    }
  }

  /** How many entries could be read. */
  long entries() {
    return entries;
  }

  /** The root of its lines, which are its entries if it could be read; if they were hashed. */
  Optional<Hash> root() {
    return tree.map(MerkleTree::root);
  }

  /** The header, if it could be read. */
  Optional<Header> header() {
    return sense.header();
  }

  /** The history of what could be read, if its law is known. */
  Optional<History> history() {
    return sense.history();
  }

  /**
   * What makes the record unreadable: faults of form, or that it is of no election whose law is
   * known. In the order of lines; {@link #further} more are not listed.
   */
  List<Problem> ofForm() {
    return Stream.concat(form.stream(), sense.unknownYear().stream()).toList();
  }

  /** All that is wrong, of form and of sense, in the order of lines. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(form);
    for (Problem problem : sense.problems())
      if (isComplete || !OF_OTHERS.contains(problem.check())) problems.add(problem);
    problems.sort(Comparator.comparingLong(Problem::index));
    return problems;
  }

  /** How many faults of form there are that are not listed. */
  long further() {
    return further;
  }

  /**
   * Asked of a record without other problems: what it tells was done against the law of its day. No
   * fault of the record, which says what happened.
   */
  List<Problem> againstTheLaw() {
    return history().map(history -> history.againstTheLaw(history.end())).orElse(List.of());
  }

  /** Facts that stand and that somebody should look at, in a record that can be read. */
  List<Problem> remarks() {
    return ofForm().isEmpty()
        ? history().map(history -> history.remarks(history.end())).orElse(List.of())
        : List.of();
  }
}
