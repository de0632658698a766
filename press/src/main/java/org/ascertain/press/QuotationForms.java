package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.IMPRECISE;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Statement;

/** Claims of what somebody said in so many words, held against the words that are on record. */
final class QuotationForms {

  static final List<Form> ALL =
      List.of(
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
              .judges(QuotationForms::quotation));

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
              .anyMatch(
                  a ->
                      e.first(Acknowledgement.class, f -> AcknowledgementForms.isBy(f, a))
                          .isPresent());
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
    if (!whole && best >= 0.8 && deniesMore(quoted, by.get().fact()))
      return Judged.contradicted("The record has no such denial in it: " + why, List.of(by.get()))
          .undeniable();
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
        && s.placed(Mention.Actor.class).stream()
            .noneMatch(
                each ->
                    each.mention() instanceof Mention.Actor a
                        && a.country().equals(country)
                        && !isSpokenTo(s, each)
                        && (a.person().isEmpty()
                            || !(by.fact() instanceof Acknowledgement said)
                            || AcknowledgementForms.isBy(said, a)))
        && !isOfSpeaker(s, persons, speaker)
        && persons.stream()
            .noneMatch(
                p ->
                    s.in(p).filter(id -> ConcessionForms.isNamed(e, id).test(speaker)).isPresent());
  }

  private static final Pattern TO_WHOM =
      Pattern.compile(
          "\\b(?:told|assured|answered|(?:said|wrote|replied|spoke) to) (?:President |Mr\\.? )?$");

  /** "Biden told Putin": who is spoken to did not say it. */
  private static boolean isSpokenTo(Slots s, Mention.Placed actor) {
    return TO_WHOM.matcher(s.words().substring(0, actor.start())).find();
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
            .filter(id -> ConcessionForms.isNamed(e, id).test(speaker))
            .isPresent()) s.look(persons.getFirst());
  }

  private static boolean differsInANumber(List<String> quoted, Fact fact) {
    List<String> own = quotes(fact).stream().flatMap(q -> words(q).stream()).toList();
    return quoted.stream().anyMatch(w -> isNumber(w) && !own.contains(w))
        && own.stream().anyMatch(w -> isNumber(w) && !quoted.contains(w));
  }

  private static final Set<String> DENIALS =
      Set.of("not", "never", "no", "nor", "neither", "none", "nobody", "cannot", "don't", "won't");

  /** Whether a word of denial was put into the words: they say the opposite. */
  private static boolean deniesMore(List<String> quoted, Fact fact) {
    return deniesMore(quoted, String.join(" ", quotes(fact)));
  }

  static boolean deniesMore(List<String> quoted, String told) {
    List<String> own = words(told);
    return quoted.stream().anyMatch(w -> DENIALS.contains(w) && !own.contains(w));
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

  private QuotationForms() {}
}
