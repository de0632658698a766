package org.ascertain.press;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascertain.election.Fact.Header;
import org.ascertain.press.Mention.Person;
import org.ascertain.press.Mention.Placed;

/**
 * "Woodrow Wilson of New Jersey", "Ralph Nader of the Green Party": from where somebody is or of
 * which party, and not where what is told of him was. If it is so it belongs to his name; if it is
 * not known to be so it is left unread.
 */
final class Homes {

  /** By year, candidate and state. */
  private static final Set<List<String>> KNOWN =
      Vocabulary.table("homes.tsv").stream().map(List::of).collect(Collectors.toUnmodifiableSet());

  private static final List<String> JOINS = List.of(" of ", ", of ");

  static void read(String words, List<Header> headers, List<Placed> found) {
    for (Placed who : List.copyOf(found)) {
      if (!(who.mention() instanceof Person person) || person.isPronoun()) continue;
      for (String join : JOINS) {
        if (!words.startsWith(join, who.end())) continue;
        int from = who.end() + join.length();
        Optional<Placed> home = placeAt(from, found);
        int end = home.isPresent() ? home.get().end() : party(words, from, person, headers);
        if (end < 0 || words.startsWith("'s", end)) continue;
        home.ifPresent(found::remove);
        if (home.isPresent() && !isKnown(person, home.get())) continue;
        if (join.startsWith(",") && words.startsWith(",", end)) end++;
        found.remove(who);
        found.add(new Placed(who.start(), end, person));
      }
      apposed(words, who, person, headers, found);
    }
  }

  private static void apposed(
      String words, Placed who, Person person, List<Header> headers, List<Placed> found) {
    Matcher apposed = APPOSED.matcher(words).region(who.end(), words.length());
    if (!apposed.lookingAt() || !found.contains(who)) return;
    String party = apposed.group("party");
    boolean isOfIt =
        parties(person, headers).stream().anyMatch(each -> each.startsWith(party))
            && Placed.isFree(
                found.stream().filter(each -> !each.equals(who)).toList(),
                who.end(),
                apposed.end());
    if (!isOfIt) return;
    found.remove(who);
    found.add(new Placed(who.start(), apposed.end(), person));
  }

  private static List<String> parties(Person person, List<Header> headers) {
    return headers.stream()
        .flatMap(
            header ->
                header.candidates().stream()
                    .filter(
                        each ->
                            person.of().stream()
                                .anyMatch(
                                    of -> of.year() == header.year() && of.id().equals(each.id()))))
        .flatMap(each -> each.party().stream())
        .distinct()
        .toList();
  }

  private static Optional<Placed> placeAt(int from, List<Placed> found) {
    return found.stream()
        .filter(each -> each.start() == from && each.mention() instanceof Mention.Place)
        .findFirst();
  }

  private static boolean isKnown(Person person, Placed home) {
    String state = ((Mention.Place) home.mention()).unit();
    return person.of().stream()
        .anyMatch(of -> KNOWN.contains(List.of(Integer.toString(of.year()), of.id(), state)));
  }

  /** "Debs, the Socialist, polled". */
  private static final Pattern APPOSED =
      Pattern.compile(
          ", (?:the|a|an) (?<party>Socialist|Democrat|Republican|Libertarian|Progressive|Populist|Prohibition|Whig)(?:ist)?,");

  private static final String PARTY = " Party";

  /** Where "the Green Party" ends, if it is the party of somebody by a record; else -1. */
  private static int party(String words, int from, Person person, List<Header> headers) {
    return parties(person, headers).stream()
        .map(each -> "the " + each + PARTY)
        .filter(called -> words.startsWith(called, from))
        .map(called -> from + called.length())
        .findFirst()
        .orElse(-1);
  }

  private Homes() {}
}
