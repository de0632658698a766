package org.ascertain.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Placed;

/** Marks what a sentence names. */
final class Marking {

  /** Words quoted at length are somebody's; what they claim is not the text's claim. */
  private static final Pattern QUOTED = Starts.compile("\"([^\"]{18,1200})(?:\"|$)");

  private final Standees standees;
  private final Optional<Actors> actors;
  private final Calendar calendar;
  private final References references;

  Marking(Standees standees, Optional<Actors> actors, Calendar calendar, References references) {
    this.standees = standees;
    this.actors = actors;
    this.calendar = calendar;
    this.references = references;
  }

  /** A sentence with its marks; the scene is what those before it leave open. */
  Tagged mark(String words, Scene scene) {
    List<Placed> found = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(words);
    while (quoted.find())
      if (quoted.group(1).split(" ", -1).length >= 4)
        found.add(new Placed(quoted.start(), quoted.end(), new Mention.Quotation(quoted.group(1))));
    Sought.Line line = Sought.Line.of(words);
    Clocks.find(line, found);
    calendar.find(line, found);
    standees.find(words, found);
    Places.find(line, found);
    actors.ifPresent(known -> known.find(words, found));
    Figures.find(line, found);
    references.find(words, scene, found);
    return Tagged.of(line, found);
  }
}
