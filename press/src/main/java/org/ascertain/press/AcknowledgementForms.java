package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Stance;

/** Claims of what others did and said on the strength of a result. */
final class AcknowledgementForms {

  static final List<Form> ALL =
      List.of(
          Form.of("congratulated", Kind.ACKNOWLEDGEMENT)
              .reads(
                  "{As:all}(?: both| all)?(?: have| had)? {congratulated} (?:U\\.S\\. )?{C:c}",
                  "{A:a}(?:'s)?(?:,| is| was| has| had|..)? ?(?:{congratulated}|extending (?:his |her )?congratulations to|congratulating|congratulates) (?:U\\.S\\. )?{C:c}",
                  "{C:c} (?:was|had been) congratulated by {A:a}",
                  "[Cc]ongratulations (?:from|of) {A:a} to {C:c}",
                  "{C:c} (?:received|got) (?:a )?(?:congratulatory (?:telegram|letter|message)|congratulations) from {A:a}")
              .example(
                  SUPPORTED,
                  "2020-12-16",
                  "Russian President Vladimir Putin congratulated Biden on Tuesday.")
              .example(CONTRADICTED, "2020-12-16", "Putin congratulated Biden on Nov. 9.")
              .example(BEYOND, "2020-11-10", "Putin congratulated Biden.")
              .judges(AcknowledgementForms::congratulated),
          Form.of("message-of", Kind.ACKNOWLEDGEMENT)
              .reads(
                  "(?<form>[Ss]tatement|[Rr]elease|[Mm]essage|[Tt]elegram|[Rr]eadout|[Ll]etter) (?:from|of|by) {A:a}(?: (?:published|released|issued|sent|dated))?",
                  "{A:a}(?:'s)? (?<form>statement|readout|telegram|release|letter)(?: (?:published|released|issued|shared|sent))?",
                  "^(?<form>statement|release|readout) (?:from|of|by) {A:a}(?: (?:published|released|issued|sent|dated))?",
                  "(?<=, )(?:the )?{A:a} (?<form>announced|said|confirmed)(?: in (?:the |a )?statement)?(?=[.,]|$)")
              .knows("noted said")
              .example(
                  SUPPORTED,
                  "2020-12-16",
                  "A statement from the Kremlin published on Tuesday noted it.")
              .example(
                  BEYOND,
                  "2020-12-16",
                  "A statement from the Kremlin published on Sunday noted it.")
              .judges(AcknowledgementForms::message),
          Form.of("waits", Kind.ACKNOWLEDGEMENT)
              .knows(
                  "previously extending sending offering until till results official officially confirmed announced confirm @C")
              .ahead()
              .reads(
                  "{A:a}..(?:announced|said|says|maintained|told reporters|insisted)..(?:{A:b} )?..(?:would|will|was going to|wanted to) (?:wait|hold off|withhold|await)",
                  "{A:a} (?:held off|refrained|refused to congratulate|declined to congratulate|waited|had waited|was waiting|awaited|withheld (?:his )?congratulations)")
              .withDenial()
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "The Kremlin announced on Nov. 9 that Putin would hold off.")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "The Kremlin announced on Nov. 6 that Putin would hold off.")
              .judges(
                  (s, e) ->
                      s.all().contains("never")
                              || isOfTwo(s)
                              || isForElse(s, waits(s, e))
                              || !isOfChosen(s, e)
                          ? Judged.NO_CLAIM
                          : acted(s, waits(s, e))));

  static boolean isBy(Acknowledgement said, Mention.Actor actor) {
    boolean person = actor.person().isEmpty() || said.actor().contains(actor.person());
    return said.country().filter(actor.country()::equals).isPresent() && person;
  }

  static boolean congratulates(Acknowledgement said) {
    return said.stance().map(Stance.CONGRATULATES::equals).orElse(!said.toward().equals("none"));
  }

  /** Of several each has to have done it. */
  private static Judged congratulated(Slots s, Evidence e) {
    if (!s.has("all")) return congratulated((Mention.Actor) s.mention("a"), s, e);
    List<Mention.Actor> actors = s.list("all", Mention.Actor.class);
    Judged worst = congratulated(actors.getFirst(), s, e);
    List<Judged> each = new ArrayList<>(List.of(worst));
    for (Mention.Actor actor : actors.subList(1, actors.size())) {
      Judged next = congratulated(actor, s, e);
      each.add(next);
      worst = worst.worse(next);
    }
    if (actors.size() == 1 || worst.verdict() != SUPPORTED) return worst;
    return new Judged(
        SUPPORTED,
        String.join(" ", each.stream().map(Judged::why).toList()),
        each.stream().flatMap(j -> j.entries().stream()).toList(),
        worst.when(),
        false,
        worst.isAbout(),
        each.stream()
            .flatMap(j -> j.when().stream().map(at -> new Judged.Time(at, j.isAbout())))
            .toList());
  }

  private static Judged congratulated(Mention.Actor actor, Slots s, Evidence e) {
    String toward = s.candidate("c");
    List<Entry> own = e.all(Acknowledgement.class, f -> isBy(f, actor));
    List<Entry> same =
        own.stream()
            .filter(a -> congratulates(said(a)) && said(a).toward().equals(toward))
            .toList();
    List<Entry> told =
        same.stream().filter(a -> Medium.fits(s.all() + s.after(), said(a).form())).toList();
    if (told.isEmpty() && !same.isEmpty()) return Judged.NO_CLAIM;
    if (!same.isEmpty()) return acted(s, told);
    List<Entry> others =
        own.stream()
            .filter(a -> congratulates(said(a)) && !said(a).toward().equals(toward))
            .toList();
    if (!others.isEmpty() && !e.candidates().isEmpty())
      return Judged.contradicted(
              "%s congratulated %s, %s."
                  .formatted(
                      said(others.getFirst()).actor(),
                      e.name(said(others.getFirst()).toward()),
                      Evidence.time(others.getFirst())),
              others)
          .undeniable(); // who congratulated one may have congratulated another, too
    return own.isEmpty()
        ? Judged.beyond("The record does not hold what they said by then.")
        : Judged.beyond(
            "The record holds no congratulation of %s by then, and may not hold all."
                .formatted(said(own.getLast()).actor()));
  }

  static Acknowledgement said(Entry entry) {
    return (Acknowledgement) entry.fact();
  }

  /**
   * An act of that actor on the day that is given; a neighbouring day is another zone's, or that of
   * the notice.
   */
  private static Judged acted(Slots s, List<Entry> acts) {
    if (acts.isEmpty()) return Judged.beyond("The record does not hold it.");
    if (s.day().isEmpty())
      return Judged.supported(told(acts.getFirst()), acts.subList(0, 1))
          .at(acts.getFirst())
          .undeniable();
    LocalDate from = s.day().get().from();
    LocalDate to = s.day().get().to();
    for (Entry each : acts)
      if (Evidence.within(each.fact().attestation().at(), from, to))
        return Judged.supported(told(each), List.of(each)).at(each).undeniable();
    for (Entry each : acts)
      if (Evidence.mayBeWithin(each.fact().attestation().at(), from.minusDays(1), to.plusDays(1)))
        return new Judged(
            Verdict.IMPRECISE,
            told(each) + " The days differ by one.",
            List.of(each.index()),
            Optional.empty(),
            false);
    return Judged.contradicted(told(acts.getFirst()), acts).undeniable();
  }

  static String told(Entry entry) {
    Acknowledgement said = said(entry);
    boolean waits = said.stance().filter(Stance.WAITS::equals).isPresent();
    return "%s%s: %s%s, %s."
        .formatted(
            said.actor(),
            said.country().map(c -> " (" + c + ")").orElse(""),
            said.stance().map(x -> x.name().toLowerCase(Locale.ROOT)).orElse(said.form()),
            said.waits().map(what -> (waits ? " for " : " until ") + inSentence(what)).orElse(""),
            Evidence.time(entry));
  }

  /** What begins with a capital only because it began a cell of a table. */
  private static String inSentence(String what) {
    return what.matches("(?s)(?:End|Words|Result|Count|Decision) .*")
        ? Character.toLowerCase(what.charAt(0)) + what.substring(1)
        : what;
  }

  private static Judged message(Slots s, Evidence e) {
    Mention.Actor actor = (Mention.Actor) s.mention("a");
    if (s.day().isEmpty()) return Judged.NO_CLAIM;
    List<Entry> own =
        e.all(Acknowledgement.class, f -> f.country().filter(actor.country()::equals).isPresent());
    for (Entry each : own)
      if (Evidence.within(each.fact().attestation().at(), s.day().get().from(), s.day().get().to()))
        return isOtherwiseSent(s.words("form"), said(each).form())
            ? Judged.contradicted(
                told(each) + " It was a " + said(each).form() + ".", List.of(each))
            : Judged.supported(told(each), List.of(each)).at(each).undeniable();
    return Judged.beyond(
        "The record holds no message of theirs of that day, and may not hold all.");
  }

  /** A telegram is no letter; "statement" and "message" can be either. */
  private static boolean isOtherwiseSent(String said, String form) {
    List<String> media = List.of("telegram", "letter");
    String medium = said.toLowerCase(Locale.ROOT);
    return media.contains(medium) && media.contains(form) && !form.equals(medium);
  }

  private static List<Entry> waits(Slots s, Evidence e) {
    Mention.Actor actor = (Mention.Actor) s.mention("a");
    return e.all(
        Acknowledgement.class,
        f ->
            f.country().filter(actor.country()::equals).isPresent()
                && f.stance().filter(x -> x == Stance.WAITS || x == Stance.WITHHOLDS).isPresent());
  }

  /** Whether all are the one who was chosen of those whom a sentence names that stood. */
  static boolean isOfChosen(Slots s, Evidence e) {
    Optional<String> chosen = e.whole().chosen();
    return s.named(Mention.Person.class).stream()
        .allMatch(who -> s.in(who).isEmpty() || s.in(who).equals(chosen));
  }

  private static final Pattern UNTIL = Starts.compile("(?i)\\b(?:until|till|for) (?<what>.*)");

  /** "The Kremlin said that Trudeau would wait": one country tells of another. */
  private static boolean isOfTwo(Slots s) {
    return s.has("b")
        && s.mention("b") instanceof Mention.Actor other
        && !other.country().equals(((Mention.Actor) s.mention("a")).country());
  }

  /** Whether words say for what somebody waits, and no entry has one of them. */
  private static boolean isForElse(Slots s, List<Entry> waiting) {
    Matcher until = UNTIL.matcher(s.after());
    if (!until.find() || waiting.isEmpty()) return false;
    String told =
        waiting.stream()
            .map(w -> (Acknowledgement) w.fact())
            .map(
                a ->
                    a.waits().orElse("")
                        + " "
                        + a.attestation().note().orElse("")
                        + QuotationForms.quotes(a))
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    return Pattern.compile("[a-z]{5,}")
        .matcher(until.group("what").toLowerCase(Locale.ROOT))
        .results()
        .noneMatch(w -> told.contains(w.group().substring(0, 5)));
  }

  private AcknowledgementForms() {}
}
