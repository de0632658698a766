package org.ascertain.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.press.Mention.Actor;
import org.ascertain.press.Mention.Caller;
import org.ascertain.press.Mention.Clock;
import org.ascertain.press.Mention.Person;
import org.ascertain.press.Mention.Place;
import org.ascertain.press.Mention.Placed;

/** What the sentences so far leave open for the next: of whom and of what they spoke last. */
final class Scene {

  private Optional<Person> man = Optional.empty();
  private Optional<Person> woman = Optional.empty();
  private Optional<Actor> actor = Optional.empty();
  private Optional<String> unit;
  private List<String> several = List.of();
  private Optional<String> caller = Optional.empty();
  private Optional<Clock> clock = Optional.empty();
  private boolean isOfActor;
  private String words = "";
  private String table = "";

  /**
   * @param unit the state from which the text is dated, if it is
   */
  Scene(Optional<String> unit) {
    this.unit = unit;
  }

  /** The same, as it stands now. */
  Scene copy() {
    Scene now = new Scene(unit);
    now.man = man;
    now.woman = woman;
    now.actor = actor;
    now.several = several;
    now.caller = caller;
    now.clock = clock;
    now.isOfActor = isOfActor;
    now.words = words;
    now.table = table;
    return now;
  }

  /** The man of whom was spoken last; empty if it was somebody from abroad. */
  Optional<Person> man() {
    return man;
  }

  Optional<Person> woman() {
    return woman;
  }

  Optional<Actor> actor() {
    return actor;
  }

  /** Whether somebody from abroad was the last who was named. */
  boolean isOfActor() {
    return isOfActor;
  }

  Optional<String> unit() {
    return unit;
  }

  /** The places of the last sentence that named several. */
  List<String> several() {
    return several;
  }

  Optional<String> caller() {
    return caller;
  }

  Optional<Clock> clock() {
    return clock;
  }

  /** The head of the table of which rows are read; empty outside tables. */
  String table() {
    return table;
  }

  /** The words of the sentence before. */
  String words() {
    return words;
  }

  /** A sentence has been read. */
  void after(Tagged sentence) {
    List<Placed> all = new ArrayList<>(sentence.mentions());
    boolean person = false;
    for (Placed each : all)
      switch (each.mention()) {
        case Person who -> {
          Person named = new Person(who.of(), true);
          // who is named late in a sentence is seldom what the next one speaks of
          boolean leads = each.start() <= 30;
          if (References.isWoman(sentence.words(), each, who)) woman = Optional.of(named);
          else if (leads && !person) man = Optional.of(named);
          else if (!leads && !person && !man.equals(Optional.of(named))) man = Optional.empty();
          person = true;
          isOfActor = false;
        }
        case Actor who -> {
          actor = Optional.of(who);
          isOfActor = !who.person().isEmpty() || !person;
        }
        case Place place -> unit = Optional.of(place.unit());
        case Caller who -> caller = Optional.of(who.id());
        case Clock at -> clock = Optional.of(at);
        case Mention.Media m -> {}
        case Mention.House h -> {}
        case Mention.Count n -> {}
        case Mention.Age n -> {}
        case Mention.Share n -> {}
        case Mention.Score n -> {}
        case Mention.Ordinal n -> {}
        case Mention.Length n -> {}
        case Mention.Days d -> {}
        case Mention.Quotation q -> {}
      }
    List<String> places =
        all.stream()
            .filter(each -> each.mention() instanceof Place)
            .map(each -> ((Place) each.mention()).unit())
            .distinct()
            .toList();
    if (places.size() > 1) several = places;
    words = sentence.words();
    boolean isRow = words.indexOf('|') >= 0;
    boolean isHead = isRow && all.stream().noneMatch(each -> each.mention() instanceof Place);
    if (isHead && words.chars().anyMatch(Character::isLetter)) table = words;
    else if (!isRow) table = "";
  }
}
