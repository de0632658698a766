package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.exchange.Document;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.exchange.Format;
import org.ascertain.exchange.Formats;
import org.ascertain.record.FactWord;

/** Every format: those of figures and facts, and those in which something is told in words. */
public final class AllFormats {

  private static final Format ATOM =
      new Format(
          "atom",
          "The turns of the ladder, what was decided and what was put right, as a feed, Atom",
          "atom",
          "application/atom+xml",
          FactWord.all(),
          List.of(),
          List.of(
              "What turned nothing: returns without a change of lead, further calls.",
              "More than the newest two hundred turns, and the newest two hundred corrections.",
              "The address at which it lies: a file's links begin at a server that has the election,"
                  + " and it says so; the feed of a server has its own as `self`. Ids are tag URIs of"
                  + " the election, the entry's index and what turned, `updated` is when the entry"
                  + " was recorded, `published` as of when it is; what was undone or put right is"
                  + " `related`."),
          false,
          Optional.of(
              election ->
                  List.of(
                      new Document(
                          election.id() + ".atom",
                          "atom",
                          turns(election),
                          out -> out.write(atom(election).getBytes(UTF_8))))));

  private static final Format ICAL =
      new Format(
          "ical",
          "The days that the law sets, and how many met each, iCalendar",
          "ics",
          "text/calendar",
          DeadlineCalendar.kinds(),
          List.of(),
          List.of(
              "Figures, calls and results: it has days alone, and of each how many jurisdictions met"
                  + " or missed it.",
              "Hours: a day is the whole day in Washington."),
          true,
          Optional.of(
              election ->
                  List.of(
                      new Document(
                          election.id() + ".ics",
                          "ical",
                          out -> DeadlineCalendar.write(election, out)))));

  private static String atom(ElectionAt election) {
    return AtomFeed.file(
        election.history(), election.history().course(), election.at().effective());
  }

  /** Whether an entry turned anything of which the feed tells. */
  private static Predicate<Entry> turns(ElectionAt election) {
    Set<Long> told =
        AtomFeed.told(election.history(), election.history().course(), election.at().effective())
            .stream()
            .map(each -> each.entry().index())
            .collect(Collectors.toSet());
    return entry -> told.contains(entry.index());
  }

  public static List<Format> all() {
    return Stream.concat(Formats.all().stream(), Stream.of(ATOM, ICAL)).toList();
  }

  /** Those that an election is written in. */
  public static List<Format> written() {
    return all().stream().filter(format -> format.writer().isPresent()).toList();
  }

  /** The format of an id that an election is written in. */
  public static Optional<Format> written(String id) {
    return written().stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /**
   * How addresses name a format that an election is written in: by what its files end in, or by its
   * id where a format before it has files that end so.
   */
  public static String address(Format format) {
    return written().stream()
            .filter(each -> each.extension().equals(format.extension()))
            .findFirst()
            .filter(format::equals)
            .isPresent()
        ? format.extension()
        : format.id();
  }

  /** The format that an address names. */
  public static Optional<Format> ofAddress(String name) {
    return written().stream().filter(format -> address(format).equals(name)).findFirst();
  }

  /** Whether a format tells of an election's law, so that it takes no record. */
  public static boolean isOfLaw(Format format) {
    return format.equals(ICAL);
  }

  private AllFormats() {}
}
