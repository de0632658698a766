package org.ascertain.desk;

import java.util.List;
import java.util.Optional;
import org.ascertain.archive.Archive;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.law.Law;
import org.ascertain.standing.Course;
import org.ascertain.standing.Gathering;
import org.ascertain.standing.History;
import org.jspecify.annotations.Nullable;

/**
 * The sense of a record's facts, as its entries come by in their order: whether each can be, in its
 * election and under its law. Of returns only columns are kept.
 */
public final class RecordSense {

  private @Nullable Header header;
  private @Nullable Gathering facts;
  private @Nullable History made;

  /** Takes the next entry of the record. */
  public void take(Entry entry) {
    made = null;
    if (entry.index() == 0 && entry.fact() instanceof Header first) {
      header = first;
      facts =
          Law.of(first)
              .map(law -> History.gather(law, Archive.knownUnits(), History.ALL))
              .orElse(null);
    }
    if (facts != null) facts.add(entry);
  }

  /** The election's header, if it came by. */
  public Optional<Header> header() {
    return Optional.ofNullable(header);
  }

  /** The history of the entries so far, if the header came by and its law is known. */
  public Optional<History> history() {
    if (made == null && facts != null) made = facts.history();
    return Optional.ofNullable(made);
  }

  /**
   * The course of the entries so far, which goes on with those that are added to it, if the header
   * came by and its law is known. Nothing is taken here after that.
   */
  public Optional<Course> course() {
    return Optional.ofNullable(facts).map(Gathering::course);
  }

  /** That the record is of no election whose law is known, if that is so. */
  public Optional<Problem> unknownYear() {
    Header unknown = header;
    if (unknown == null || facts != null) return Optional.empty();
    String path = unknown.law().isPresent() ? "law" : "year";
    int year = unknown.law().orElse(unknown.year());
    return Optional.of(new Problem(Check.UNKNOWN_YEAR, 0, path, Integer.toString(year)));
  }

  /** What is wrong with the facts so far, in the order of their indexes. */
  public List<Problem> problems() {
    return history()
        .map(history -> history.problems(history.end()))
        .orElseGet(() -> unknownYear().stream().toList());
  }

  /** Facts so far that stand and that somebody should look at. */
  public List<Problem> remarks() {
    return history().map(history -> history.remarks(history.end())).orElse(List.of());
  }
}
