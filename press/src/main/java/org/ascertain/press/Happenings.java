package org.ascertain.press;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Call;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Stance;
import org.ascertain.election.Washington;

/**
 * On which day something happened that words name and the record has once: what a length of time is
 * counted from or to.
 */
final class Happenings {

  private static final Pattern CERTIFIED =
      Starts.compile(
          "⟦u(?<u>[0-9]+)⟧(?:'s)? (?:.{0,30}?)?(?:certif|completed its canvass|canvass)|certif.{0,30}?⟦u(?<w>[0-9]+)⟧");
  private static final Pattern CALLED =
      Starts.compile(
          "⟦k(?<k>[0-9]+)⟧.{0,30}?(?:call|project|declar|named|said so)|(?:call|projection) (?:of|by) (?:the )?⟦k(?<j>[0-9]+)⟧");
  private static final Pattern MEDIA =
      Starts.compile(
          "(?:⟦m[0-9]+⟧|networks|media).{0,30}?(?:call|project|declar)|race (?:was|had been) called|media call");
  private static final Pattern ASCERTAINED =
      Starts.compile(
          "general services|\\bgsa\\b|murphy|transition (?:was|had been) opened|opened the transition");
  private static final Pattern CONGRATULATED =
      Starts.compile("⟦a(?<a>[0-9]+)⟧.{0,40}?(?:congratul|telegram|wrote|message|letter|tweet)");
  private static final Pattern CONCEDED = Starts.compile("conced|concession");

  /**
   * The day of what marked words name.
   *
   * @param heard words of a sentence in small letters, with its marks
   */
  static Optional<LocalDate> day(String heard, Tagged sentence, Evidence e) {
    return certified(heard, sentence, e)
        .or(() -> called(heard, sentence, e))
        .or(
            () ->
                ASCERTAINED.matcher(heard).find()
                    ? only(e.whole().all(Acknowledgement.class, f -> f.actor().contains("Murphy")))
                    : Optional.empty())
        .or(() -> congratulated(heard, sentence, e))
        .or(
            () ->
                CONCEDED.matcher(heard).find()
                    ? e.whole()
                        .first(
                            Acknowledgement.class,
                            f -> f.stance().filter(Stance.CONCEDES::equals).isPresent())
                        .map(Happenings::day)
                    : Optional.empty());
  }

  static Optional<LocalDate> day(Piece piece, int until, Evidence e) {
    String heard = piece.marked().substring(0, until).toLowerCase(Locale.ROOT);
    return day(heard, piece.sentence(), e);
  }

  private static Optional<LocalDate> certified(String heard, Tagged sentence, Evidence e) {
    Matcher found = CERTIFIED.matcher(heard);
    if (!found.find()) return Optional.empty();
    String mark = found.group("u") != null ? found.group("u") : found.group("w");
    return mention(mark, sentence, Mention.Place.class)
        .flatMap(place -> e.whole().first(Certification.class, f -> f.unit().equals(place.unit())))
        .filter(Happenings::isOfOneDay)
        .map(Happenings::day);
  }

  private static Optional<LocalDate> called(String heard, Tagged sentence, Evidence e) {
    boolean ofRace = !heard.contains("⟦u");
    if (!ofRace) return Optional.empty();
    Matcher found = CALLED.matcher(heard);
    if (found.find()) {
      String mark = found.group("k") != null ? found.group("k") : found.group("j");
      return mention(mark, sentence, Mention.Caller.class)
          .flatMap(
              caller ->
                  e.whole()
                      .first(
                          Call.class, f -> f.unit().equals("US") && f.caller().equals(caller.id())))
          .map(Happenings::day);
    }
    return MEDIA.matcher(heard).find()
        ? e.whole()
            .first(
                Call.class,
                f -> f.unit().equals("US") && !List.of("AP", "DDHQ", "VNS").contains(f.caller()))
            .map(Happenings::day)
        : Optional.empty();
  }

  private static Optional<LocalDate> congratulated(String heard, Tagged sentence, Evidence e) {
    Matcher found = CONGRATULATED.matcher(heard);
    if (!found.find()) return Optional.empty();
    return mention(found.group("a"), sentence, Mention.Actor.class)
        .flatMap(
            actor ->
                only(
                    e.whole()
                        .all(
                            Acknowledgement.class,
                            f ->
                                f.country().filter(actor.country()::equals).isPresent()
                                    && AcknowledgementForms.congratulates(f))));
  }

  private static <M extends Mention> Optional<M> mention(
      String mark, Tagged sentence, Class<M> kind) {
    Mention found = sentence.mentions().get(Integer.parseInt(mark)).mention();
    return kind.isInstance(found) ? Optional.of(kind.cast(found)) : Optional.empty();
  }

  /** The day of entries that are all of one day. */
  private static Optional<LocalDate> only(List<Entry> entries) {
    List<LocalDate> days = entries.stream().map(Happenings::day).distinct().toList();
    return days.size() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
  }

  private static boolean isOfOneDay(Entry entry) {
    return Washington.day(entry.fact().attestation().at().begins()).equals(day(entry));
  }

  private static LocalDate day(Entry entry) {
    return Washington.day(entry.effective());
  }

  private Happenings() {}
}
