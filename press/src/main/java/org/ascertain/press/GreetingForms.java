package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.IMPRECISE;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/**
 * Claims of how many from abroad congratulated, how soon, how early among them, and of what they
 * said in words that are not in quotation marks.
 */
final class GreetingForms {

  private static final String LEADERS =
      "(?:world |foreign |other |major |European |Western |international )*(?:leaders|governments|heads of (?:state|government)|capitals)";

  static final List<Form> ALL =
      List.of(
          Form.of("one-of-the-last", Kind.ACKNOWLEDGEMENT)
              .knows("last first among latest earliest major world leaders")
              .reads(
                  "{A:a} (?:is|was|became) (?:one of|among) the (?<which>last|first|latest|earliest) "
                      + LEADERS
                      + " to (?:congratulate|recogni[sz]e) {C:c}")
              .example(
                  SUPPORTED,
                  "2020-12-16",
                  "Putin was among the last world leaders to congratulate Biden.")
              .example(
                  CONTRADICTED,
                  "2020-12-16",
                  "Putin was among the first world leaders to congratulate Biden.")
              .example(
                  CONTRADICTED,
                  "2020-12-16",
                  "Trudeau was among the last world leaders to congratulate Biden.")
              .judges(GreetingForms::rank),
          Form.of("many-congratulated", Kind.ACKNOWLEDGEMENT)
              .knows("already number several many most within days hours weeks")
              .reads(
                  "(?:[Aa] number of|[Ss]everal|[Mm]any|[Dd]ozens of|[Mm]ost|[Ss]ome|[Oo]ther) "
                      + LEADERS
                      + "(?: (?:have|had))?(?: already)? (?:congratulated|recognized|recognised) {C:c}(?: within (?<soon>hours|days|weeks) of (?:the )?(?:election|vote|call|race))?")
              .example(
                  SUPPORTED,
                  "2020-12-16",
                  "Many foreign governments recognized Biden within weeks of the vote.")
              .example(BEYOND, "2020-12-16", "Many foreign leaders congratulated Trump.")
              .judges(GreetingForms::many),
          Form.of("congratulated-within", Kind.ACKNOWLEDGEMENT)
              .knows("recent move contrast unlike")
              .hears(
                  "{A:a}.{0,80}?congratulated (?:the )?(?:us |u\\.s\\. )?{C:c} within (?<soon>minutes|hours|a day|days) of (?:the )?(?:race being called|race's call|call|election|vote|result)")
              .example(
                  SUPPORTED,
                  "2020-12-16",
                  "The Kremlin in 2016 congratulated Donald Trump within hours of the call.")
              .example(
                  Verdict.CONTRADICTED,
                  "2020-12-16",
                  "The Kremlin congratulated Biden within hours of the call.")
              .judges(GreetingForms::within),
          Form.of("words-in-substance", Kind.STATEMENT)
              .ahead()
              .whole()
              .ownsDays()
              .reads(
                  "{A:a}(?: [Pp]resident| [Pp]rime [Mm]inister| leader)?(?: (?:also|further|then|later|himself))? (?:hoped|stated|said|added|emphasi[sz]ed|noted|stressed|expressed|underlined|underscored|wrote|wished)\\b(?<told>[^\"]{20,600})$")
              .example(
                  IMPRECISE,
                  "2020-12-16",
                  "Putin stressed that cooperation in equality and mutual respect was in the interests of both nations.")
              .example(
                  IMPRECISE,
                  "2020-12-16",
                  "Putin hoped that Russia and America could leave their differences aside and solve the problems of the globe.")
              .judges(GreetingForms::substance));

  private static List<Entry> congratulations(Evidence e, String toward) {
    return e.all(
        Acknowledgement.class,
        f ->
            f.country().filter(c -> !c.equals("United States")).isPresent()
                && f.toward().equals(toward)
                && AcknowledgementForms.congratulates(f));
  }

  /** What must have been earlier, or later, of those on record: four of five. */
  private static Judged rank(Slots s, Evidence e) {
    Mention.Actor actor = (Mention.Actor) s.mention("a");
    List<Entry> all = congratulations(e, s.candidate("c"));
    Optional<Entry> own =
        all.stream()
            .filter(each -> AcknowledgementForms.isBy((Acknowledgement) each.fact(), actor))
            .findFirst();
    if (own.isEmpty()) return Judged.beyond("The record does not hold it.");
    When at = own.get().fact().attestation().at();
    boolean isLast = Set.of("last", "latest").contains(s.words("which"));
    long others =
        all.stream()
            .filter(
                each ->
                    isLast
                        ? each.effective() < at.begins()
                        : each.fact().attestation().at().begins() > at.effective())
            .count();
    String why =
        "%s Of %s on record %d %s %s."
            .formatted(
                AcknowledgementForms.told(own.get()),
                Wording.counted(all.size(), "congratulation", "congratulations"),
                others,
                others == 1 ? "was" : "were",
                isLast ? "earlier" : "later");
    // others may be missing from the record, but not so many
    if (all.size() >= MANY && others * 5 <= all.size())
      return Judged.contradicted(why, List.of(own.get())).undeniable();
    return all.size() >= 5 && others * 5 >= (all.size() - 1L) * 4
        ? Judged.supported(why, List.of(own.get())).at(own.get()).undeniable()
        : Judged.beyond(why);
  }

  private static final int MANY = 20;

  /** Fewer are not "many". */
  private static final int SEVERAL = 5;

  private static Judged many(Slots s, Evidence e) {
    long most =
        switch (s.words("soon")) {
          case "hours" -> 1;
          case "days" -> 7;
          case "weeks" -> 28;
          default -> Integer.MAX_VALUE;
        };
    List<Entry> all =
        congratulations(e, s.candidate("c")).stream()
            .filter(
                each ->
                    ChronoUnit.DAYS.between(e.electionDay(), Washington.day(each.effective()))
                        <= most)
            .toList();
    String why =
        "The record holds %s%s."
            .formatted(
                Wording.counted(all.size(), "such congratulation", "such congratulations"),
                most == Integer.MAX_VALUE
                    ? ""
                    : " by the end of "
                        + Calendar.words(e.electionDay().plusDays(Math.min(most, 28))));
    return all.size() >= SEVERAL
        ? Judged.supported(why, all.subList(0, SEVERAL)).undeniable()
        : Judged.beyond(why);
  }

  private static Judged within(Slots s, Evidence e) {
    // "the Kremlin, while others congratulated": it was others
    if (Sought.has(s.all(), "(?i)\\b(?:while|leaders|others|not|never)\\b")) return Judged.NO_CLAIM;
    Mention.Actor actor = (Mention.Actor) s.mention("a");
    Optional<String> who = s.in((Mention.Person) s.mention("c"));
    Optional<Entry> call = e.first(Fact.Call.class, f -> f.unit().equals("US"));
    if (who.isEmpty() || call.isEmpty()) return Judged.NO_CLAIM;
    Optional<Entry> own =
        congratulations(e, who.get()).stream()
            .filter(each -> AcknowledgementForms.isBy((Acknowledgement) each.fact(), actor))
            .findFirst();
    if (own.isEmpty()) return Judged.beyond("The record does not hold it.");
    Duration most =
        switch (s.words("soon").toLowerCase(Locale.ROOT)) {
          case "minutes" -> Duration.ofHours(1);
          case "hours", "a day" -> Duration.ofHours(24);
          default -> Duration.ofDays(7);
        };
    When at = own.get().fact().attestation().at();
    String why =
        "%s The first call on record: %s."
            .formatted(AcknowledgementForms.told(own.get()), Evidence.time(call.get()));
    List<Entry> by = List.of(own.get(), call.get());
    if (at.effective() - call.get().effective() <= most.toNanos())
      return Judged.supported(why, by).undeniable();
    return at.begins() - call.get().effective() > most.toNanos()
        ? Judged.contradicted(why, by).undeniable()
        : Judged.beyond(why);
  }

  private static final int LEAST_WORDS = 4;
  private static final double ALIKE = 0.6;
  private static final double ALIKE_OF_FEW = 0.75;
  private static final int STEM = 5;

  /** What somebody is told to have said, against what the record quotes of him. */
  private static Judged substance(Slots s, Evidence e) {
    Mention.Actor actor = (Mention.Actor) s.mention("a");
    String words = Slots.MARK.matcher(s.words("told")).replaceAll(" ");
    List<String> told = content(words.replaceFirst(", [^,]{0,30} reported\\.?$", ""));
    if (told.size() < LEAST_WORDS) return Judged.NO_CLAIM;
    Optional<Entry> best = Optional.empty();
    double most = 0;
    for (Entry each : e.all(Acknowledgement.class, f -> AcknowledgementForms.isBy(f, actor))) {
      List<String> own = content(String.join(" ", QuotationForms.quotes(each.fact())));
      double alike = Math.max(QuotationForms.alike(told, own), shared(told, own));
      if (alike <= most) continue;
      most = alike;
      best = Optional.of(each);
    }
    boolean isShort = told.size() == LEAST_WORDS;
    if (best.isEmpty() || most < (isShort ? ALIKE_OF_FEW : ALIKE)) return Judged.NO_CLAIM;
    return Judged.imprecise(
            "In other words than the record's: " + AcknowledgementForms.told(best.get()),
            List.of(best.get()))
        .at(best.get())
        .undeniable();
  }

  private static final Set<String> SAYS_NOTHING = Vocabulary.of("says-nothing");

  /** What is said of everybody who gets on with another. */
  private static final Set<String> LIGHT =
      Set.of("aside", "both", "hope", "hoped", "like", "many", "toget", "want", "wante", "work");

  private static final int ROOT = 4;

  /** How much of what is told stands in the record's words, in whatever order. */
  private static double shared(List<String> told, List<String> own) {
    Set<String> roots = new HashSet<>();
    for (String each : own) roots.add(root(each));
    List<String> heavy = told.stream().filter(each -> !LIGHT.contains(each)).toList();
    long same = heavy.stream().filter(each -> roots.contains(root(each))).count();
    // of few words each has to be there
    boolean areFew =
        heavy.size() < LEAST_WORDS || (heavy.size() == LEAST_WORDS && same < LEAST_WORDS);
    return areFew ? 0 : (double) same / heavy.size();
  }

  private static String root(String word) {
    return word.substring(0, Math.min(ROOT, word.length()));
  }

  private static List<String> content(String words) {
    List<String> all = new ArrayList<>();
    for (String word : QuotationForms.words(words))
      if (word.length() >= 4 && !SAYS_NOTHING.contains(word))
        all.add(word.substring(0, Math.min(STEM, word.length())));
    return all;
  }

  private GreetingForms() {}
}
