package org.ascertain.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ascertain.law.Base;
import org.ascertain.law.Verdict;
import org.ascertain.standing.History;
import org.ascertain.standing.Tabulation;

/** The course of an election: every change in the order of time, and the moments to mark. */
record Course(
    List<String> candidates, Verdict<Base> base, List<Changes.Change> changes, List<Mark> marks) {

  static Course of(History history) {
    Changes changes = new Changes(history.law());
    List<Changes.Change> all = new ArrayList<>(history.entries().size());
    Set<Long> seen = new HashSet<>();
    Tabulation end =
        history.walk(
            history.end(),
            (entry, over, now) -> {
              if (seen.add(entry.index())) all.addAll(changes.after(entry, now));
            });
    List<Mark> marks = Mark.of(history, all, end.candidates());
    return new Course(end.candidates(), end.base(), all, marks);
  }
}
