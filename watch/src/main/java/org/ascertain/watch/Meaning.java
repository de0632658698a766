package org.ascertain.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;
import org.ascertain.law.Law;

/**
 * A meaning of official that somebody has acted on, with a name and its source.
 *
 * @param name one word, to ask for it by
 * @param title what it means, in a few words
 * @param condition as it is written in this election
 * @param source who means it so
 */
public record Meaning(String name, String title, String condition, String source) {

  /** All that are known, as they are written under the law of an election. */
  public static List<Meaning> all(Law law) {
    LocalDate inauguration = Washington.day(law.termBegins());
    List<Meaning> all = new ArrayList<>();
    all.add(
        new Meaning(
            "statute",
            "Congress has counted the votes and announced who is elected",
            "declared",
            "Constitution, 12th Amendment; 3 USC 15"));
    all.add(
        new Meaning(
            "electors",
            "a majority of the electors appointed has voted",
            "voted >= majority",
            "Constitution, 12th Amendment; in 2020 some governments waited for it"));
    all.add(
        new Meaning(
            "all-certified",
            "every state has certified, and a majority of electors rests on certificates",
            "certified >= majority and " + everyState(law),
            "the canvass laws of the states; 3 USC 5"));
    all.add(
        new Meaning(
            "transition",
            "the transition may begin: the others have conceded, or a majority has voted",
            "conceded or voted >= majority",
            "Presidential Transition Improvement Act, Pub. L. 117-328 div. P title II (2022), as the"
                + " rule TRANSITION.2022 tells it; before, an Administrator's letter decided"));
    all.add(
        new Meaning(
            "market",
            "AP, Fox and NBC have all called it, else who is inaugurated",
            "called by AP and Fox and NBC else in-office by " + inauguration,
            "rule of a prediction market for the election of 2024 (Polymarket)"));
    all.add(
        new Meaning(
            "ap", "the Associated Press has called it", "called by AP", "usage of newsrooms"));
    all.add(
        new Meaning(
            "two-desks",
            "two of three desks have called it",
            "2 of (AP, Fox, NBC) call",
            "usage of newsrooms"));
    return List.copyOf(all);
  }

  private static String everyState(Law law) {
    return law.units().stream()
        .filter(Unit::atLarge)
        .map(unit -> "stage(" + unit.id() + ") >= certified")
        .collect(Collectors.joining(" and "));
  }

  /** The meaning of a name, if it is one. */
  public static Optional<Meaning> named(String name, Law law) {
    return all(law).stream()
        .filter(each -> each.name().equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
