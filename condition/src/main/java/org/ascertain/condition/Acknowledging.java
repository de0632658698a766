package org.ascertain.condition;

import java.util.List;
import java.util.Locale;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Stance;

/** What an acknowledgement counts for: who acted, and whether a rival has conceded. */
public final class Acknowledging {

  /** Whether an actor of that name acted, or somebody of that country. */
  public static boolean isBy(Acknowledgement acknowledgement, String by) {
    return acknowledgement.actor().equalsIgnoreCase(by)
        || acknowledgement.country().filter(by::equalsIgnoreCase).isPresent();
  }

  /**
   * Whether the candidate for President on another ticket has conceded to somebody.
   *
   * @param to the id of a candidate
   */
  public static boolean concedes(Acknowledgement acknowledgement, String to, Header header) {
    return acknowledgement.stance().filter(Stance.CONCEDES::equals).isPresent()
        && acknowledgement.toward().equals(to)
        && header.tickets().stream()
            .map(ticket -> ticket.president())
            .filter(president -> !president.equals(to))
            .anyMatch(president -> isNamed(acknowledgement.actor(), president, header));
  }

  /** Whether an actor is a candidate: by the id, or by the first and last of the names. */
  private static boolean isNamed(String actor, String president, Header header) {
    return actor.equalsIgnoreCase(president)
        || header.candidates().stream()
            .filter(candidate -> candidate.id().equals(president))
            .anyMatch(candidate -> ends(candidate.name()).equals(ends(actor)));
  }

  /** The first and the last of somebody's names, without initials between and Jr. after them. */
  private static List<String> ends(String name) {
    List<String> words =
        List.of(
            name.replaceAll(",?\\s+(Jr|Sr|II|III)\\.?$", "")
                .toLowerCase(Locale.ROOT)
                .split("\\s+"));
    return List.of(words.getFirst(), words.getLast());
  }

  private Acknowledging() {}
}
