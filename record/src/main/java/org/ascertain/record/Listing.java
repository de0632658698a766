package org.ascertain.record;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Problem;

/** Gathers what a record's lines hold. */
final class Listing {

  private final List<Entry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private long further;

  void add(Line line) {
    line.entry().ifPresent(entries::add);
    for (Problem problem : line.problems()) {
      if (problems.size() < RecordReader.MOST_PROBLEMS) problems.add(problem);
      else further++;
    }
  }

  RecordReader.Reading reading() {
    return new RecordReader.Reading(List.copyOf(entries), List.copyOf(problems), further);
  }
}
