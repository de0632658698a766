package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.IMPRECISE;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Stance;
import org.ascertain.election.Fact.Statement;
import org.ascertain.election.Fact.Topic;

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
                          : acted(s, waits(s, e))),
          Form.of("conceded", Kind.CONCESSION)
              .knows("televised")
              .reads(
                  "{C:c}..(?:(?:had |has |have )?(?:not |never )?conceded|did not concede|concedes|delivered (?:his|her) concession(?: speech)?|gave (?:his|her) concession speech|made (?:his|her) concession|refused to concede)(?: (?:the )?(?:election|race|defeat|presidency))?(?: to {C:w})?",
                  "{C:c}'s concession(?: speech)?(?: came| was| to {C:w})?",
                  "{C:c} (?:called|telephoned|phoned) {C:w} to concede",
                  "concession (?:by|of|from) {C:c}")
              .example(SUPPORTED, "2000-12-14", "Gore conceded on Wednesday.")
              .example(SUPPORTED, "2004-11-04", "Kerry called Bush to concede.")
              .example(CONTRADICTED, "2004-11-04", "Kerry conceded on Nov. 2.")
              .judges(AcknowledgementForms::conceded),
          Form.of("concession-taken-back", Kind.CONCESSION)
              .reads(
                  "{C:c} (?:called (?:him |{C:w} )?(?:back|again) to )?(?:retracted|retract|took back|withdrew|withdraw|take back|rescinded|take it back) (?:his|her|the) concession")
              .example(SUPPORTED, "2000-11-09", "Gore retracted his concession.")
              .example(CONTRADICTED, "2000-11-20", "Gore retracted his concession on November 15.")
              .judges(AcknowledgementForms::takenBack),
          Form.of("claimed-victory", Kind.STATEMENT)
              .ahead()
              .reads(
                  "{C:c} (?:had |has )?(?:falsely |prematurely |wrongly )?(?:claimed|declared|proclaimed) (?:victory|that he had won|himself the winner|he had won)")
              .example(SUPPORTED, "2020-11-05", "Trump claimed victory on Wednesday.")
              .example(CONTRADICTED, "2020-11-08", "Trump claimed victory on November 6.")
              .judges((s, e) -> stated(s, e, Topic.CLAIM_OF_VICTORY, "claimed victory")),
          Form.of("claimed-fraud", Kind.STATEMENT)
              .ahead()
              .reads(
                  "{C:c}..(?:began claiming|claimed|alleged|began alleging|insisted|complained|said)..(?:election|vote)..(?:was|were|had been|is|being) (?:\"(?:stolen|rigged)[,.]?\"|stolen|rigged|fraudulent)")
              .example(
                  SUPPORTED, "2020-12-15", "Trump began claiming that the election was stolen.")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "Trump began claiming on November 2 that the election was stolen.")
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "Trump began claiming that the election was \"stolen.\"")
              .judges((s, e) -> stated(s, e, Topic.FRAUD, "spoke of theft or fraud")),
          Form.of("quotation", Kind.QUOTATION)
              .ahead()
              .withDenial()
              .withDays()
              .reads("{Q:q}")
              .example(
                  SUPPORTED,
                  "2020-12-16",
                  "\"For my part, I am ready for interaction and contacts with you,\" Putin said.")
              .example(
                  IMPRECISE,
                  "2020-12-16",
                  "\"For my part, I am ready for cooperation and contacts with you,\" Putin said.")
              .example(
                  CONTRADICTED,
                  "2020-12-16",
                  "\"For my part, I am ready for interaction and contacts with you,\" Macron said.")
              .judges(AcknowledgementForms::quotation));

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
            .map(a -> a.waits().orElse("") + " " + a.attestation().note().orElse("") + quotes(a))
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    return Pattern.compile("[a-z]{5,}")
        .matcher(until.group("what").toLowerCase(Locale.ROOT))
        .results()
        .noneMatch(w -> told.contains(w.group().substring(0, 5)));
  }

  /** What a candidate said or did himself. */
  static Predicate<String> isNamed(Evidence e, String candidate) {
    String surname =
        e.candidates().stream()
            .filter(c -> c.id().equals(candidate))
            .map(Candidate::shortName)
            .findFirst()
            .orElse(candidate);
    return actor -> actor.replaceAll(",.*", "").replaceAll(" Jr\\.$", "").endsWith(surname);
  }

  /** "Harris telephoned Trump and conceded": who is named last is not who did it. */
  private static final Pattern TO_WHOM =
      Starts.compile(
          "(?:called|telephoned|phoned|rang|wired|told|congratulated|met|beat|lost|to|with|from|by|of|over|against) (?:up )?$");

  static Judged conceded(Slots s, Evidence e) {
    String candidate = s.candidate("c");
    if (!e.isPresidential(candidate) || TO_WHOM.matcher(s.before()).find()) return Judged.NO_CLAIM;
    Predicate<String> own = isNamed(e, candidate);
    List<Entry> all =
        e.all(
            Acknowledgement.class,
            f -> own.test(f.actor()) && f.stance().filter(Stance.CONCEDES::equals).isPresent());
    boolean refused = s.all().contains("refused");
    if (all.isEmpty())
      return e.chosen().filter(candidate::equals).isPresent() && !refused
          ? Judged.contradicted(e.name(candidate) + " was chosen.", List.of()).undeniable()
          : Judged.beyond(
              "The record holds no concession of %s by then, and may not hold all."
                  .formatted(e.name(candidate)));
    if (all.stream().noneMatch(a -> Medium.fits(s.all() + s.after(), said(a).form())))
      return Judged.NO_CLAIM;
    if (s.has("w") && all.stream().noneMatch(a -> said(a).toward().equals(s.candidate("w"))))
      return Judged.contradicted("It was to " + e.name(said(all.getFirst()).toward()) + ".", all);
    Entry meant = all.getFirst();
    for (Entry each : all)
      if (s.day().isPresent()
          && Evidence.within(
              each.fact().attestation().at(), s.day().get().from(), s.day().get().to()))
        meant = each;
    for (Entry each : all)
      if (s.fits(each, e)) return Judged.supported(told(each), List.of(each)).at(each);
    return Judged.supported(told(meant), List.of(meant)).at(meant);
  }

  private static Judged takenBack(Slots s, Evidence e) {
    Predicate<String> own = isNamed(e, s.candidate("c"));
    Optional<Entry> back =
        e.first(
            Acknowledgement.class,
            f ->
                own.test(f.actor())
                    && f.stance().filter(Stance.WITHHOLDS::equals).isPresent()
                    && f.toward().equals("none"));
    return back.isEmpty()
        ? Judged.beyond("The record does not hold it.")
        : Judged.supported(told(back.get()), List.of(back.get())).at(back.get());
  }

  private static Judged stated(Slots s, Evidence e, Topic topic, String what) {
    Predicate<String> own = isNamed(e, s.candidate("c"));
    List<Entry> said = e.all(Statement.class, f -> own.test(f.actor()) && f.about() == topic);
    if (said.isEmpty()) return Judged.beyond("The record does not hold such a statement by then.");
    Entry meant = said.getFirst();
    for (Entry each : said)
      if (s.day().isPresent()
          && Evidence.within(
              each.fact().attestation().at(), s.day().get().from(), s.day().get().to()))
        meant = each;
    return Judged.supported(
            "%s %s, %s.".formatted(((Statement) meant.fact()).actor(), what, Evidence.time(meant)),
            List.of(meant))
        .at(meant)
        .undeniable();
  }

  /** Words that somebody used, one by one and as a line. */
  private record Quote(Entry entry, List<String> words, String joined) {}

  private record Quotes(List<Quote> all) {
    static Quotes of(Evidence e) {
      List<Quote> all = new ArrayList<>();
      for (Entry entry :
          e.all(Fact.class, f -> f instanceof Acknowledgement || f instanceof Statement))
        for (String quote : quotes(entry.fact())) {
          List<String> own = words(quote);
          all.add(new Quote(entry, own, String.join(" ", own)));
        }
      return new Quotes(all);
    }
  }

  private static Judged quotation(Slots s, Evidence e) {
    List<String> quoted = words(((Mention.Quotation) s.mention("q")).words());
    if (quoted.size() < 5) return Judged.NO_CLAIM;
    double best = 0;
    Optional<Entry> by = Optional.empty();
    boolean whole = false;
    String joined = String.join(" ", quoted);
    for (Quote each : e.once(Quotes.class, Quotes::of).all()) {
      boolean contained = each.joined().contains(joined);
      double alike = contained ? 1 : alike(quoted, each.words());
      if (alike <= best) continue;
      best = alike;
      by = Optional.of(each.entry());
      whole = contained;
    }
    if (by.isEmpty() || best < 0.6) {
      boolean knownSpeaker =
          s.named(Mention.Actor.class).stream()
              .anyMatch(a -> e.first(Acknowledgement.class, f -> isBy(f, a)).isPresent());
      return knownSpeaker
          ? Judged.beyond("The record does not hold these words.")
          : Judged.NO_CLAIM;
    }
    String who =
        by.get().fact() instanceof Acknowledgement a
            ? a.actor()
            : ((Statement) by.get().fact()).actor();
    String why = "%s, %s.".formatted(who, Evidence.time(by.get()));
    if (!whole && best >= 0.8 && differsInANumber(quoted, by.get().fact()))
      return Judged.contradicted("The record has another number in it: " + why, List.of(by.get()))
          .undeniable();
    List<Mention.Days> days =
        s.named(Mention.Days.class).stream()
            .filter(d -> d.isOne() && !d.isYear() && d.weekday().isEmpty())
            .toList();
    if (days.size() == 1
        && !Evidence.mayBeWithin(
            by.get().fact().attestation().at(),
            days.getFirst().from().minusDays(1),
            days.getFirst().to().plusDays(1)))
      return days.getFirst().isCounted()
          ? Judged.NO_CLAIM
          : Judged.contradicted("They are of another day: " + why, List.of(by.get())).undeniable();
    readSpeaker(s, e, who);
    List<Mention.Actor> named = s.named(Mention.Actor.class);
    if (by.get().fact() instanceof Acknowledgement said
        && !named.isEmpty()
        && said.country().filter(c -> !c.equals("United States")).isPresent()
        && named.stream().noneMatch(a -> said.country().filter(a.country()::equals).isPresent()))
      return Judged.contradicted("They are words of another: " + why, List.of(by.get()))
          .undeniable();
    if (isOfAnother(s, e, by.get(), who)) return Judged.NO_CLAIM;
    boolean isOfTheDay =
        days.size() != 1
            || Evidence.mayBeWithin(
                by.get().fact().attestation().at(), days.getFirst().from(), days.getFirst().to());
    return whole && !isOfTheDay
        ? Judged.imprecise("They are of a neighbouring day: " + why, List.of(by.get()))
        : whole
            ? Judged.supported("So it stands in the record: " + why, List.of(by.get())).undeniable()
            : Judged.imprecise(
                "Other words than the record's: altered, or another rendering. " + why,
                List.of(by.get()));
  }

  /** Whether of those whom a sentence names none said the words: then they are put in his mouth. */
  private static boolean isOfAnother(Slots s, Evidence e, Entry by, String speaker) {
    List<Mention.Actor> actors = s.named(Mention.Actor.class);
    List<Mention.Person> persons = s.named(Mention.Person.class);
    String country =
        by.fact() instanceof Acknowledgement a
            ? a.country().orElse("United States")
            : "United States";
    return !(actors.isEmpty() && persons.isEmpty())
        && actors.stream().noneMatch(a -> a.country().equals(country))
        && !isOfSpeaker(s, persons, speaker)
        && persons.stream()
            .noneMatch(p -> s.in(p).filter(id -> isNamed(e, id).test(speaker)).isPresent());
  }

  /** "Putin wrote to Biden. He added": the sentence before begins with the speaker. */
  private static boolean isOfSpeaker(Slots s, List<Mention.Person> persons, String speaker) {
    String name = speaker.replaceAll(",.*| Jr\\.?(?=,|$)", "");
    int at = s.scene().words().indexOf(name.substring(name.lastIndexOf(' ') + 1));
    return at >= 0 && at <= LATEST_SUBJECT && persons.stream().allMatch(Mention.Person::isPronoun);
  }

  private static final int LATEST_SUBJECT = 30;

  /** Who is the only one named that stood, and said the words, is understood. */
  private static void readSpeaker(Slots s, Evidence e, String speaker) {
    List<Mention.Placed> persons = s.placed(Mention.Person.class);
    if (persons.size() == 1
        && s.in((Mention.Person) persons.getFirst().mention())
            .filter(id -> isNamed(e, id).test(speaker))
            .isPresent()) s.look(persons.getFirst());
  }

  private static boolean differsInANumber(List<String> quoted, Fact fact) {
    List<String> own = quotes(fact).stream().flatMap(q -> words(q).stream()).toList();
    return quoted.stream().anyMatch(w -> isNumber(w) && !own.contains(w))
        && own.stream().anyMatch(w -> isNumber(w) && !quoted.contains(w));
  }

  private static boolean isNumber(String word) {
    return !word.equals("one") && (Figures.number(word).isPresent() || word.matches("[0-9]+"));
  }

  static List<String> quotes(Fact fact) {
    List<String> all = new ArrayList<>();
    if (fact instanceof Acknowledgement said) {
      said.quote().ifPresent(all::add);
      all.addAll(said.quotes());
    }
    if (fact instanceof Statement said) said.quote().ifPresent(all::add);
    return all;
  }

  /** How much of the shorter of two texts is in the other in the same order, from 0 to 1. */
  static double alike(List<String> one, List<String> other) {
    int[][] longest = new int[one.size() + 1][other.size() + 1];
    for (int i = 1; i <= one.size(); i++)
      for (int j = 1; j <= other.size(); j++)
        longest[i][j] =
            one.get(i - 1).equals(other.get(j - 1))
                ? longest[i - 1][j - 1] + 1
                : Math.max(longest[i - 1][j], longest[i][j - 1]);
    return (double) longest[one.size()][other.size()] / Math.max(4, one.size());
  }

  private static final Pattern WORD = Starts.compile("[a-z0-9']+");

  static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  private AcknowledgementForms() {}
}
