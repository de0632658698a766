package org.ascertain.watch;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Unit;
import org.ascertain.law.Law;
import org.ascertain.standing.Rung;

/** The words that a condition of an election may be written with, for whoever completes one. */
final class ConditionWords {

  static List<String> of(Header header, Law law) {
    List<String> words = new ArrayList<>();
    for (Rung rung : Rung.values()) words.add(rung.word());
    words.addAll(
        List.of(
            "majority",
            "called by",
            "called(",
            "settled",
            "settled(",
            "stage(",
            "leads(",
            "popular vote leads",
            "conceded",
            "acknowledged by",
            "on or after",
            "deadline",
            "passed",
            "and",
            "or",
            "not",
            "else",
            "by",
            "steady for"));
    header.callers().forEach(caller -> words.add(caller.id()));
    for (Unit unit : law.units()) words.add(unit.id());
    return words.stream().distinct().toList();
  }

  private ConditionWords() {}
}
