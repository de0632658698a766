package org.ascertain.condition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Stance;

/** What an acknowledgement counts for: who acted, and which concessions of rivals stand. */
public final class Acknowledging {

  /** What concedes, or takes a concession back; of hundreds of acknowledgements a handful do. */
  private static final Set<Stance> ABOUT_CONCEDING =
      EnumSet.of(Stance.CONCEDES, Stance.WAITS, Stance.WITHHOLDS, Stance.CLAIMS);

  private static final Pattern AFTER_NAMES = Pattern.compile(",?\\s+(Jr|Sr|II|III)\\.?$");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Whether an actor of that name acted, or somebody of that country. */
  public static boolean isBy(Acknowledgement acknowledgement, String by) {
    return acknowledgement.actor().equalsIgnoreCase(by)
        || acknowledgement.country().filter(by::equalsIgnoreCase).isPresent();
  }

  /**
   * The concessions to somebody that stand, by the candidates for President on other tickets: of
   * each those since he or she last took one back. Whoever has conceded and then withholds, waits
   * or claims the office has taken it back, and so has one who concedes to somebody else.
   *
   * @param told in the order of time
   * @param fact what each of them is
   * @param to the id of a candidate
   */
  public static <T> List<T> concessions(
      List<T> told, Function<T, Acknowledgement> fact, String to, Header header) {
    Map<String, List<T>> standing = new LinkedHashMap<>();
    for (T each : told) {
      Acknowledgement said = fact.apply(each);
      if (said.stance().filter(ABOUT_CONCEDING::contains).isEmpty()) continue;
      Optional<String> rival = rival(said.actor(), to, header);
      if (rival.isEmpty()) continue;
      switch (said.stance().get()) {
        case CONCEDES -> {
          if (said.toward().equals(to))
            standing.computeIfAbsent(rival.get(), id -> new ArrayList<>()).add(each);
          else standing.remove(rival.get());
        }
        case WAITS, WITHHOLDS, CLAIMS -> standing.remove(rival.get());
        case CONGRATULATES, RECOGNISES, OTHER -> {} // neither concedes nor takes it back
      }
    }
    return standing.values().stream().flatMap(List::stream).toList();
  }

  /** The candidate for President on another ticket than somebody's whose name an actor bears. */
  private static Optional<String> rival(String actor, String to, Header header) {
    return header.tickets().stream()
        .map(ticket -> ticket.president())
        .filter(president -> !president.equals(to))
        .filter(president -> isNamed(actor, president, header))
        .findFirst();
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
        List.of(SPACE.split(AFTER_NAMES.matcher(name).replaceAll("").toLowerCase(Locale.ROOT)));
    return List.of(words.getFirst(), words.getLast());
  }

  private Acknowledging() {}
}
