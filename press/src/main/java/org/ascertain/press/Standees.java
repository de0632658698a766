package org.ascertain.press;

import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.Ticket;
import org.ascertain.press.Mention.Placed;
import org.ascertain.press.Mention.Standee;

/** Who stood in which election, and how a text may name them. */
final class Standees {

  /** Given names that stand for each other. */
  private static final List<Set<String>> NICKNAMES =
      List.of(
          Set.of("joe", "joseph"),
          Set.of("al", "albert"),
          Set.of("mike", "michael"),
          Set.of("dick", "richard"),
          Set.of("jack", "john"),
          Set.of("bob", "robert"),
          Set.of("bill", "william"),
          Set.of("tim", "timothy"),
          Set.of("jimmy", "james", "jd", "j.d."),
          Set.of("ron", "ronald"),
          Set.of("ted", "theodore"),
          Set.of("teddy", "theodore"),
          Set.of("ike", "dwight"),
          Set.of("gerry", "gerald"),
          Set.of("jerry", "gerald"),
          Set.of("fritz", "walter"),
          Set.of("mitt", "willard"),
          Set.of("ross", "h."),
          Set.of("franklin", "fdr"),
          Set.of("sam", "samuel"),
          Set.of("ed", "edmund", "edward"),
          Set.of("tom", "thomas"),
          Set.of("don", "donald"));

  /** Words before a surname that are no given name. */
  private static final Pattern TITLE =
      Starts.compile(
          "(?<![\\w.-])(?:(?:[Ff]ormer|[Ii]ncumbent|[Oo]utgoing|[Ii]ncoming|[Tt]hen-?|[Ss]itting|U\\.S\\.|American|Republican|Democratic|Democrat|[Nn]ominee|[Cc]andidate|[Cc]hallenger|[Rr]ival|[Pp]resident|[Pp]resident-elect|President-[Ee]lect|[Vv]ice|Vice-[Pp]resident|[Vv]ice-president-elect|[Vv]ice president-elect|Mr\\.|Mrs\\.|Ms\\.|Dr\\.|Gov\\.|Governor|[Gg]overnor|Sen\\.|Senator|[Ss]enator|Rep\\.|Gen\\.|General|Secretary|of|State|businessman|opponent|running|mate|[Tt]he|his|her|reformer|Texas|presidential|vice-presidential|Massachusetts|Arizona|Delaware|New York|Ohio|Tennessee|California|Minnesota) ?)+$");

  private static final Pattern GIVEN =
      Starts.compile("(?<![\\w-])(?:(?:[A-Z][a-zé]+|[A-Z]\\.?|[A-Z]\\.[A-Z]\\.|JD) )+$");
  private static final Set<String> NO_NAMES = Vocabulary.of("no-given-name");

  /** Words of the names of states and months: before a surname they are no given name either. */
  private static final Set<String> NO_GIVEN =
      Stream.concat(
              Stream.of(Jurisdiction.values())
                  .flatMap(each -> Stream.of(each.title().split(" ", -1))),
              Stream.of(Month.values())
                  .map(m -> m.name().charAt(0) + m.name().substring(1).toLowerCase(Locale.ROOT)))
          .filter(word -> !word.equals("Washington"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> GIVEN_TOO = Vocabulary.of("given-name-too");

  private record Known(Standee standee, String name, boolean leads) {}

  private final Map<String, List<Known>> bySurname = new HashMap<>();
  private final Lexicon surnames;
  private final List<Header> headers;
  private final Set<Standee> leading = new HashSet<>();
  private final Set<Standee> rivals = new HashSet<>();

  Standees(List<Header> headers) {
    this.headers = headers;
    for (Header header : headers) {
      Set<String> onTickets = new LinkedHashSet<>();
      for (Ticket ticket : header.tickets()) {
        onTickets.add(ticket.president());
        ticket.vicePresident().ifPresent(onTickets::add);
      }
      for (Candidate candidate : header.candidates())
        add(header.year(), candidate, onTickets.contains(candidate.id()));
      onTickets.forEach(id -> leading.add(new Standee(header.year(), id)));
      for (Ticket ticket : header.tickets().stream().limit(2).toList()) {
        rivals.add(new Standee(header.year(), ticket.president()));
        ticket.vicePresident().ifPresent(id -> rivals.add(new Standee(header.year(), id)));
      }
    }
    headers.stream().filter(each -> each.tickets().isEmpty()).forEach(this::addWithoutTickets);
    surnames = new Lexicon(bySurname.keySet());
  }

  /**
   * Before the Twelfth Amendment there were no tickets, but two men of each of two parties; not
   * those whose name means somebody later to most readers, such as Clinton.
   */
  private void addWithoutTickets(Header header) {
    for (Candidate each : header.candidates().stream().limit(4).toList()) {
      boolean isLater =
          bySurname.getOrDefault(surname(each), List.of()).stream().anyMatch(Known::leads);
      if (!isLater) leading.add(new Standee(header.year(), each.id()));
    }
  }

  private void add(int year, Candidate candidate, boolean leads) {
    String surname = surname(candidate);
    bySurname
        .computeIfAbsent(surname, none -> new ArrayList<>())
        .add(new Known(new Standee(year, candidate.id()), candidate.name(), leads));
  }

  /** The last word of a name that is no "Jr."; of an id of two words that are both in it, both. */
  private static String surname(Candidate candidate) {
    String name = candidate.name().replaceAll(",? (?:Jr\\.|Sr\\.|II|III)$", "");
    String shortName = candidate.shortName();
    if (name.endsWith(shortName)) {
      int given = name.length() - shortName.length();
      boolean isWhole = given > 0;
      String[] words = shortName.split(" ", -1);
      boolean isGivenAndSurname =
          isWhole
              && words.length == 2
              && name.equals(shortName)
              && !shortName.matches("(?:Van|La|De|St\\.) .*");
      if (!isGivenAndSurname && !name.equals(shortName)) return shortName;
    }
    String[] words = name.split(" ", -1);
    return words[words.length - 1];
  }

  /** Finds those that a sentence names. */
  void find(String sentence, List<Placed> taken) {
    for (Lexicon.Found found : surnames.in(sentence)) {
      if (!Placed.isFree(taken, found.start(), found.end())) continue;
      if (sentence.startsWith(" administration", found.end())
          || sentence.startsWith(" voters", found.end())
          || sentence.startsWith(" supporters", found.end())
          || sentence.startsWith(" County", found.end())
          || sentence.startsWith("White House", found.start())) continue;
      // "Paul Gosar": what is a surname here is a given name there
      if (GIVEN_TOO.contains(found.name())
          && sentence.substring(found.end()).matches("(?s)(?: [A-Z]\\.)? [A-Z][a-z].*")) continue;
      String before = sentence.substring(Math.max(0, found.start() - 60), found.start());
      int from = 0;
      List<String> given = new ArrayList<>();
      Matcher names = GIVEN.matcher(before);
      if (names.find()) {
        for (String word : names.group().strip().split(" ", -1)) {
          Matcher title = TITLE.matcher(word + " ");
          if (NO_NAMES.contains(word.toLowerCase(Locale.ROOT).replace(".", ""))
              || NO_GIVEN.contains(word)
              || title.matches()) given.clear();
          else given.add(word);
        }
        from = given.isEmpty() ? 0 : String.join(" ", given).length() + 1;
      }
      Set<Standee> meant = new LinkedHashSet<>();
      for (Known known : bySurname.getOrDefault(found.name(), List.of()))
        if (isNamed(known, given)) meant.add(known.standee());
      if (meant.isEmpty()) continue;
      if (found.name().equals("Washington") && given.isEmpty() && !before.endsWith("President "))
        continue;
      int start = found.start() - from;
      Matcher title = TITLE.matcher(sentence.substring(Math.max(0, start - 60), start));
      if (title.find()) start -= strippedTitle(title.group()).length();
      int end = found.end();
      for (String suffix : List.of(" Jr.", ", Jr.", " Sr."))
        if (sentence.startsWith(suffix, end)) end += suffix.length();
      if (Placed.isFree(taken, start, end))
        taken.add(new Placed(start, end, new Mention.Person(meant, false)));
    }
  }

  /** Of the words before a name those from the first that begins a title on. */
  private static String strippedTitle(String words) {
    return words.replaceFirst("^(?:of |State |[Tt]he of |his of )+", "").replaceFirst("^ +", "");
  }

  private static boolean isNamed(Known known, List<String> given) {
    if (given.isEmpty()) return true;
    List<String> own =
        Stream.of(known.name().split(" ", -1)).map(w -> w.toLowerCase(Locale.ROOT)).toList();
    for (String word : given) {
      String plain = word.toLowerCase(Locale.ROOT);
      boolean isInitial = plain.length() <= 2;
      boolean fits =
          own.contains(plain)
              || own.stream()
                  .anyMatch(
                      name ->
                          NICKNAMES.stream().anyMatch(s -> s.contains(plain) && s.contains(name))
                              || (isInitial && name.charAt(0) == plain.charAt(0)));
      if (!fits && !isInitial) return false;
    }
    return true;
  }

  /** Whether somebody stood for President or Vice President on a ticket. */
  boolean leads(Standee standee) {
    return leading.contains(standee);
  }

  /** Whether somebody was one of the two between whom an election lay, or ran with one of them. */
  boolean isOfTheTwo(Standee standee) {
    return rivals.contains(standee);
  }

  /** The years in which somebody was on a ticket. */
  Set<Integer> yearsOnTickets(Mention.Person person) {
    Set<Integer> years = new HashSet<>();
    for (Standee each : person.of()) if (leads(each)) years.add(each.year());
    return years;
  }

  List<Header> headers() {
    return headers;
  }
}
