package org.ascertain.press;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.archive.Presidents;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Ticket;
import org.ascertain.press.Mention.Person;
import org.ascertain.press.Mention.Placed;
import org.ascertain.press.Mention.Standee;

/**
 * Finds those who stood where a sentence does not name them: by party, office, state, by how the
 * election ended for them, and by "he" and "she".
 */
final class References {

  /** Given names of women who stood: English has two pronouns, and the record tells no sex. */
  private static final Pattern WOMAN =
      Starts.compile(
          "\\b(?:Hillary|Kamala|Sarah|Geraldine|Jo|Jill|Elizabeth|Faith|Victoria|Shirley|Belva|Cynthia|Lenora|Maria|Susan|Winona|Carly|Tulsi|Mrs\\.?|Ms\\.?|Miss)\\b");

  /** What follows where another is meant: those who go with him, or somebody by his office. */
  private static final Pattern OF_ELSE =
      Starts.compile(
          "'s (?:party|campaign|side|lawyers|supporters)| (?:of the|pro tem|campaign|administration|[Pp]arty|ticket|side|electors?|slate|senators?|members?|governors?|leaders?|voters?|states?|House|representatives?|[A-Z])");

  private static final Pattern HE = Starts.compile("(?<![\\w'-])(?:[Hh]e|[Hh]im)(?![\\w'-])");
  private static final Pattern SHE = Starts.compile("(?<![\\w'-])[Ss]he(?![\\w'-])");
  private static final Pattern RIVAL =
      Starts.compile(
          "(?<![\\w-])(?:[Hh]is|[Hh]er|[Tt]he) (?:opponent|rival|adversary|Republican (?:opponent|rival)|Democratic (?:opponent|rival)|main rival)(?![\\w-]|,? (?:the )?(?:Mr|Mrs|Ms|[A-Z][a-z]))");
  private static final Pattern MATE =
      Starts.compile(
          "(?<![\\w-])(?:[Hh]is|[Hh]er) (?:running mate|deputy)(?![\\w-]|,? (?:the )?(?:Mr|Mrs|Ms|Sen|Gov|[A-Z][a-z]))");

  private final List<Header> headers;
  private final int year;
  private final Map<String, Person> known = new LinkedHashMap<>();
  private final Lexicon names;
  private final Optional<Header> header;

  /** Of the election of a year. */
  References(List<Header> headers, int year) {
    this.headers = headers;
    this.year = year;
    this.header = headers.stream().filter(h -> h.year() == year).findFirst();
    header.ifPresent(this::learn);
    names = new Lexicon(known.keySet());
  }

  private void learn(Header of) {
    for (Ticket ticket : of.tickets()) {
      candidate(of, ticket.president())
          .flatMap(Candidate::party)
          .ifPresent(party -> ofParty(party, ticket.president()));
    }
    Optional<String> incumbent = held(of, true);
    Optional<String> vice = held(of, false);
    incumbent.ifPresent(
        id ->
            put(
                id,
                "the President",
                "the president",
                "The President",
                "The president",
                "the incumbent",
                "The incumbent",
                "the outgoing president",
                "the sitting president"));
    vice.ifPresent(
        id ->
            put(
                id,
                "the Vice President",
                "the vice president",
                "The Vice President",
                "The vice president",
                "the Vice-President",
                "The Vice-President",
                "the vice-president"));
    Optional<String> chosen =
        of.tickets().stream()
            .map(Ticket::president)
            .filter(id -> Presidents.number(year, id).isPresent())
            .findFirst();
    chosen.ifPresent(
        id ->
            put(
                id,
                "the president-elect",
                "the President-elect",
                "The president-elect",
                "The President-elect",
                "the new President",
                "the new president",
                "the new man",
                "The new man",
                "the victor",
                "The victor",
                "the winner",
                "The winner"));
    chosen
        .flatMap(id -> other(of, id))
        .ifPresent(
            id -> put(id, "the loser", "The loser", "the defeated candidate", "the beaten man"));
    Styles.ALL
        .getOrDefault(Integer.toString(year), Map.of())
        .forEach((id, all) -> all.forEach(name -> put(id, name, capital(name))));
  }

  private void ofParty(String party, String id) {
    if (party.equals("Democratic"))
      put(
          id,
          "the Democrat",
          "The Democrat",
          "the Democratic nominee",
          "the Democratic candidate",
          "the Democratic ticket",
          "the Democratic challenger");
    if (party.equals("Republican"))
      put(
          id,
          "the Republican",
          "The Republican",
          "the Republican nominee",
          "the Republican candidate",
          "the Republican ticket",
          "the Republican challenger");
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private void put(String id, String... names) {
    for (String name : names)
      known.putIfAbsent(name, new Person(Set.of(new Standee(year, id)), true));
  }

  private static Optional<Candidate> candidate(Header of, String id) {
    return of.candidates().stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** Who held an office while the election was held, where he stood in it himself. */
  private Optional<String> held(Header of, boolean isPresident) {
    Optional<Header> before = headers.stream().filter(h -> h.year() == year - 4).findFirst();
    if (before.isEmpty()) return Optional.empty();
    return before.get().tickets().stream()
        .filter(t -> Presidents.number(year - 4, t.president()).isPresent())
        .map(t -> isPresident ? Optional.of(t.president()) : t.vicePresident())
        .flatMap(Optional::stream)
        .flatMap(id -> candidate(before.get(), id).stream())
        .flatMap(
            holder ->
                of.candidates().stream()
                    .filter(c -> c.name().equals(holder.name()) || c.id().equals(holder.id())))
        .map(Candidate::id)
        .findFirst();
  }

  /** Of two the other: the first ticket beside somebody's. */
  private static Optional<String> other(Header of, String id) {
    return of.tickets().stream().map(Ticket::president).filter(t -> !t.equals(id)).findFirst();
  }

  /** Finds them in a sentence in which the names are marked. */
  void find(String words, Scene scene, List<Placed> found) {
    for (Lexicon.Found name : names.in(words)) {
      Person person = known.get(name.name());
      if (person != null
          && !OF_ELSE.matcher(words).region(name.end(), words.length()).lookingAt()
          && Placed.isFree(found, name.start(), name.end()))
        found.add(new Placed(name.start(), name.end(), person));
    }
    rivals(words, scene, found);
    pronouns(words, SHE, true, scene, found);
    pronouns(words, HE, false, scene, found);
  }

  private void rivals(String words, Scene scene, List<Placed> found) {
    for (Pattern pattern : List.of(RIVAL, MATE)) {
      Matcher rival = pattern.matcher(words);
      while (rival.find()) {
        if (!Placed.isFree(found, rival.start(), rival.end()) || header.isEmpty()) continue;
        Optional<String> of =
            nearest(words, rival.start(), scene, found, false)
                .or(() -> nearest(words, rival.start(), scene, found, true))
                .flatMap(p -> in(p));
        Optional<String> meant =
            pattern == RIVAL
                ? of.flatMap(id -> other(header.get(), ticketOf(id)))
                : of.flatMap(
                    id ->
                        header.get().tickets().stream()
                            .filter(t -> t.president().equals(id))
                            .flatMap(t -> t.vicePresident().stream())
                            .findFirst());
        meant.ifPresent(
            id ->
                found.add(
                    new Placed(
                        rival.start(),
                        rival.end(),
                        new Person(Set.of(new Standee(year, id)), true))));
      }
    }
  }

  private String ticketOf(String id) {
    return header
        .flatMap(
            h ->
                h.tickets().stream()
                    .filter(t -> t.vicePresident().filter(id::equals).isPresent())
                    .map(Ticket::president)
                    .findFirst())
        .orElse(id);
  }

  private Optional<String> in(Person person) {
    return person.of().stream().filter(s -> s.year() == year).map(Standee::id).findFirst();
  }

  private static void pronouns(
      String words, Pattern pattern, boolean isWoman, Scene scene, List<Placed> found) {
    Matcher pronoun = pattern.matcher(words);
    while (pronoun.find()) {
      if (!Placed.isFree(found, pronoun.start(), pronoun.end())) continue;
      nearest(words, pronoun.start(), scene, found, isWoman)
          .ifPresent(who -> found.add(new Placed(pronoun.start(), pronoun.end(), who)));
    }
  }

  /** The last of a sex who was named before a place, in the sentence or in those before it. */
  private static Optional<Person> nearest(
      String words, int place, Scene scene, List<Placed> found, boolean isWoman) {
    List<Placed> before = new ArrayList<>();
    for (Placed each : found)
      if (each.end() <= place
          && (each.mention() instanceof Person || each.mention() instanceof Mention.Actor))
        before.add(each);
    before.sort((a, b) -> Integer.compare(a.start(), b.start()));
    for (Placed each : before) {
      // the first who is named is what the sentence speaks of
      if (each.mention() instanceof Mention.Actor) return Optional.empty();
      if (each.mention() instanceof Person person && isWoman(words, each, person) == isWoman)
        return Optional.of(new Person(person.of(), true));
    }
    if (scene.isOfActor()) return Optional.empty();
    return isWoman ? scene.woman() : scene.man();
  }

  /** Whether the name or the pronoun in some place is that of a woman. */
  static boolean isWoman(String words, Placed at, Person person) {
    String name = words.substring(at.start(), at.end());
    if (SHE.matcher(name).matches()) return true;
    if (WOMAN.matcher(name).find()) return true;
    if (name.matches("(?:.* )?(?:Clinton|Harris|Palin|Ferraro|Stein|Warren|Jorgensen)")) {
      return person.of().stream()
          .anyMatch(
              s ->
                  List.of("palin", "ferraro", "stein", "warren", "jorgensen").contains(s.id())
                      || (s.id().equals("clinton") && s.year() == 2016)
                      || (s.id().equals("harris") && s.year() >= 2020));
    }
    return person.isPronoun()
        && person.of().stream()
            .anyMatch(
                s ->
                    (s.id().equals("clinton") && s.year() == 2016)
                        || (s.id().equals("harris") && s.year() >= 2020));
  }

  /** Read once, when a text is first checked. */
  private static final class Styles {
    private static final Map<String, Map<String, List<String>>> ALL = read();

    private static Map<String, Map<String, List<String>>> read() {
      Map<String, Map<String, List<String>>> all = new LinkedHashMap<>();
      for (String[] cells : Vocabulary.table("styles.tsv"))
        all.computeIfAbsent(cells[0], none -> new LinkedHashMap<>())
            .put(cells[1], List.of(cells[2].split("\\|", -1)));
      return all;
    }
  }
}
