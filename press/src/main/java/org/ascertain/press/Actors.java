package org.ascertain.press;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.press.Mention.Placed;

/** Finds countries and those who lead them, as far as the record has what they said. */
final class Actors {

  /** What else a country is called; the first is its name in records. */
  private static final List<List<String>> CALLED =
      Vocabulary.table("countries.tsv").stream()
          .map(
              cells ->
                  Stream.concat(Stream.of(cells[0]), Stream.of(cells[1].split("\\|", -1)))
                      .filter(name -> !name.isEmpty())
                      .toList())
          .toList();

  private final Map<String, Mention.Actor> persons = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Lexicon names;

  /** Of those whose acknowledgements are on record. */
  Actors(List<Acknowledgement> said) {
    for (Acknowledgement each : said) {
      if (each.country().isEmpty()) continue;
      String country = each.country().get();
      if (country.equals("United States")) continue;
      countries.putIfAbsent(country, country);
      CALLED.stream()
          .filter(called -> called.getFirst().equals(country))
          .flatMap(List::stream)
          .forEach(name -> countries.putIfAbsent(name, country));
      String person = each.actor().replaceAll(",.*", "").replaceAll(" and .*", "");
      String[] words = person.split(" ", -1);
      if (words.length >= 2 && Character.isUpperCase(words[words.length - 1].charAt(0)))
        persons.putIfAbsent(words[words.length - 1], new Mention.Actor(country, person));
      if (words.length == 4) // Andres Manuel Lopez Obrador
      persons.putIfAbsent(words[2] + " " + words[3], new Mention.Actor(country, person));
      if (country.equals("China") || country.equals("South Korea"))
        persons.putIfAbsent(words[0], new Mention.Actor(country, person));
    }
    persons.remove("II");
    List<String> all = new ArrayList<>(persons.keySet());
    all.addAll(countries.keySet());
    names = new Lexicon(all);
  }

  private static final Pattern BETWEEN =
      Pattern.compile(
          "^(?:'s)?(?: (?:President|Prime Minister|Chancellor|Premier|King|Taoiseach|president|prime minister|chancellor|premier|leader|strongman|spokesman|spokesperson|[A-Z][\\w-]+)){0,4},? ?$");

  void find(String sentence, List<Placed> taken) {
    int start = -1;
    int end = -1;
    Optional<Mention.Actor> open = Optional.empty();
    for (Lexicon.Found found : names.in(sentence)) {
      if (!Placed.isFree(taken, found.start(), found.end())) continue;
      Mention.Actor actor = actor(found.name());
      boolean follows =
          open.isPresent()
              && open.get().country().equals(actor.country())
              && BETWEEN.matcher(sentence.substring(end, found.start())).matches()
              && Placed.isFree(taken, end, found.start());
      if (!follows) {
        put(sentence, start, end, open, taken);
        start = found.start();
      }
      if (!follows || !actor.person().isEmpty() || open.get().person().isEmpty())
        open = Optional.of(actor);
      end = found.end();
    }
    put(sentence, start, end, open, taken);
  }

  /** The country of an adjective: "French". */
  static String country(String name) {
    return CALLED.stream()
        .filter(called -> called.contains(name))
        .map(List::getFirst)
        .findFirst()
        .orElse(name);
  }

  private Mention.Actor actor(String name) {
    Mention.Actor person = persons.get(name);
    return person != null ? person : new Mention.Actor(countries.getOrDefault(name, name), "");
  }

  private static void put(
      String sentence, int start, int end, Optional<Mention.Actor> actor, List<Placed> taken) {
    if (actor.isEmpty()) return;
    int from = start;
    String person = actor.get().person();
    // the given names of a leader, and the office before them
    if (!person.isEmpty())
      for (String given : List.copyOf(Arrays.asList(person.split(" ", -1))).reversed())
        if (sentence.substring(0, from).endsWith(given + " ")) from -= given.length() + 1;
    for (String title :
        List.of("President ", "Prime Minister ", "Chancellor ", "president ", "prime minister "))
      if (sentence.substring(0, from).endsWith(title)) from -= title.length();
    if (Placed.isFree(taken, from, end)) taken.add(new Placed(from, end, actor.get()));
  }
}
