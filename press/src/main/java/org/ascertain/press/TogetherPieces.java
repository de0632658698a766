package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Votes;

/** Claims of several places taken together, and of what would be left without one. */
final class TogetherPieces {

  private static final String ALL_OF =
      "(?:together|combined|between them|in all|altogether|(?:those|these|the|all) (?:two|three|four|five|six|seven)(?: states)?)";

  static final List<Form> ALL =
      List.of(
          Form.of("electors-of-several", Kind.UNIT)
              .knows("@U @N")
              .hears(
                  ALL_OF + ".{0,30}?{N:n} (?:{electors}|votes)",
                  "{N:n} (?:{electors}|votes)(?: between them| together| in all| combined| altogether)")
              .example(
                  SUPPORTED,
                  "2016-12-15",
                  "Trump won Michigan, Pennsylvania and Wisconsin. Together the three hold 46 electors.")
              .example(
                  CONTRADICTED,
                  "2016-12-15",
                  "Trump won Michigan, Pennsylvania and Wisconsin. Together the three hold 48 electors.")
              .judges(TogetherPieces::electors),
          Form.of("votes-of-several", Kind.MARGIN)
              .knows("@U")
              .hears(
                  "(?:combined|total of|altogether|together|in all)(?: margin of)? {N:n}(?: votes)?")
              .example(
                  SUPPORTED,
                  "2017-02-01",
                  "He won Michigan, Pennsylvania and Wisconsin by a combined 77,744 votes.")
              .example(
                  CONTRADICTED,
                  "2017-02-01",
                  "He won Michigan, Pennsylvania and Wisconsin by a combined 107,744 votes.")
              .judges(TogetherPieces::votes),
          Form.of("score-without", Kind.SCORE)
              .hears(
                  "without (?:it|them|its|those|these|that state|{U:u}).{0,50}?{N:n}",
                  "(?:is|are|be|was|were) left with {N:n}",
                  "would (?:still )?have(?: had)? {N:n}.{0,20}?without")
              .ahead()
              .withDenial()
              .example(
                  SUPPORTED,
                  "2021-02-01",
                  "Pennsylvania chose Biden. Without its votes he would still have had 286 electors.")
              .example(
                  CONTRADICTED,
                  "2021-02-01",
                  "Without Pennsylvania Biden would still have had 290 electors.")
              .judges(TogetherPieces::without));

  private static final Pattern HOW_MANY =
      Pattern.compile("\\b(two|three|four|five|six|seven|eight)\\b(?! of)");

  /** The places of the sentence, else those of the last that named several. */
  private static List<String> places(Slots s) {
    Set<String> own = new LinkedHashSet<>();
    for (Mention.Place each : s.named(Mention.Place.class)) own.add(each.unit());
    return own.size() > 1 ? List.copyOf(own) : s.scene().several();
  }

  /** How many places are said to be meant, where that is said; else as many as are named. */
  private static boolean areAll(Slots s, List<String> places) {
    Matcher count = HOW_MANY.matcher(s.piece().words().toLowerCase(Locale.ROOT));
    return places.size() > 1
        && (!count.find() || Figures.number(count.group(1)).orElse(0L) == places.size());
  }

  private static List<String> named(Slots s) {
    return s.named(Mention.Place.class).stream().map(Mention.Place::unit).distinct().toList();
  }

  private static Judged electors(Slots s, Evidence e) {
    Quantity said = s.number("n");
    List<String> places = places(s);
    if (!said.isExact() || said.whole() > 538 || !areAll(s, places) || s.hears("⟦h|⟦c|⟦k|million"))
      return Judged.NO_CLAIM;
    if (places.stream().anyMatch(unit -> unit.indexOf('-') > 0)) return Judged.NO_CLAIM;
    long sum = places.stream().mapToLong(e::electors).sum();
    if (sum == 0) return Judged.NO_CLAIM;
    String why =
        "%s had %d electors%s.".formatted(told(places), sum, places.size() > 1 ? " together" : "");
    if (said.whole() == sum) return Judged.supported(why, List.of()).undeniable();
    boolean isSure = HOW_MANY.matcher(s.piece().words().toLowerCase(Locale.ROOT)).find();
    return isSure && s.hears("elector")
        ? Judged.contradicted(why, List.of()).undeniable()
        : Judged.NO_CLAIM;
  }

  private static String told(List<String> places) {
    return Wording.listed(places.stream().map(Evidence::place).toList());
  }

  private static Judged votes(Slots s, Evidence e) {
    Quantity said = s.number("n");
    List<String> places = places(s);
    if (said.whole() < 600 || !areAll(s, places) || s.hears("million")) return Judged.NO_CLAIM;
    long sum = 0;
    for (String unit : places) {
      Optional<Votes> votes = e.votes(unit);
      if (votes.isEmpty() || !e.isFinal(unit))
        return Judged.beyond(
            "The record has not all votes of %s by then.".formatted(Evidence.place(unit)));
      List<Long> order = Ranking.of(votes.get());
      if (order.size() < 2) return Judged.NO_CLAIM;
      sum += order.get(0) - order.get(1);
    }
    String why = "The leads in %s come to %,d.".formatted(told(places), sum);
    return switch (said.fits(sum)) {
      case RIGHT -> Judged.supported(why, List.of()).undeniable();
      case ROUGH -> Judged.imprecise(why, List.of());
      case WRONG ->
          Math.abs(said.whole() - sum) * 100 <= sum
              ? Judged.imprecise(why + " Sources differ by so little.", List.of())
              : named(s).size() > 1
                  ? Judged.contradicted(why, List.of()).undeniable()
                  : Judged.NO_CLAIM;
    };
  }

  /** What somebody would have had without the electors of a place or of several. */
  private static Judged without(Slots s, Evidence e) {
    long said = s.number("n").whole();
    if (said < 60 || said > 538 || !s.hears("would|\\bleft with|still|\\bbe "))
      return Judged.NO_CLAIM;
    Set<String> places = new LinkedHashSet<>();
    if (s.has("u")) places.add(s.unit("u"));
    else if (!named(s).isEmpty()) places.addAll(named(s));
    else if (s.hears("them|those|these") && s.scene().several().size() > 1)
      places.addAll(s.scene().several());
    else s.scene().unit().ifPresent(places::add);
    Optional<String> who = s.who().filter(e::isPresidential).or(() -> e.whole().chosen());
    if (places.isEmpty() || who.isEmpty()) return Judged.NO_CLAIM;
    long lost = places.stream().mapToLong(e::electors).sum();
    boolean any = false;
    for (Map<String, Long> each : ScorePieces.expected(e.whole()))
      any |= each.getOrDefault(who.get(), 0L) - lost == said;
    OptionalLong has =
        ElectorResult.of(e)
            .map(result -> result.votes().count(who.get()))
            .orElse(OptionalLong.empty());
    any |= has.isPresent() && has.getAsLong() - lost == said;
    return any
        ? Judged.supported(
                "Of the electors of %s %d were of %s: without them it comes to %d."
                    .formatted(e.name(who.get()), lost, told(List.copyOf(places)), said),
                List.of())
            .undeniable()
        : has.isPresent() && isWouldHave(s)
            ? Judged.contradicted(
                "%s had %d electors, %d of them of %s."
                    .formatted(e.name(who.get()), has.getAsLong(), lost, told(List.copyOf(places))),
                List.of())
            : Judged.NO_CLAIM;
  }

  /** "Without its votes he would have had so many electors": nothing else is counted there. */
  private static boolean isWouldHave(Slots s) {
    return s.hears("would (?:still )?have (?:had )?⟦n[0-9]+⟧ elect");
  }

  private TogetherPieces() {}
}
