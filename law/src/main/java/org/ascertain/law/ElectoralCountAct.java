package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.DISPUTED;
import static org.ascertain.law.Rule.KeyedOn.COUNT;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.ascertain.law.Rule.Confidence;
import org.ascertain.law.Rule.Example;
import org.ascertain.law.Verdict.Alternative;
import org.ascertain.law.Verdict.Alternatives;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;

/** Returns before Congress under the act of 1887: one, or several that rival. */
final class ElectoralCountAct {

  /** In a verdict on rival returns: that none of them is counted. */
  static final String NONE = "none";

  private static final String CITATION = "24 Stat. 373 s. 4; 3 U.S.C. s. 15 (1948)";

  /**
   * A single return: whether it was regularly given by electors lawfully certified, and whether
   * both Houses hold that it was not; whether it may be rejected.
   */
  static final List<Rule<BiPredicate<Boolean, Boolean>>> SINGLE =
      List.of(
          new Rule<>(
              "ECA.1",
              "a single return, regularly given by electors whose appointment is lawfully certified,"
                  + " may not be rejected",
              CITATION,
              STATUTE,
              1888,
              2020,
              COUNT,
              CONFIRMED,
              (regular, bothAgainst) -> !regular && bothAgainst,
              List.of(example("regular and certified", law -> law.test(true, true), "false"))),
          new Rule<>(
              "ECA.2",
              "a single return is rejected if both Houses agree that it was not so given or certified",
              CITATION,
              STATUTE,
              1888,
              2020,
              COUNT,
              CONFIRMED,
              (regular, bothAgainst) -> !regular && bothAgainst,
              List.of(
                  example("both agree", law -> law.test(false, true), "true"),
                  example("one House only", law -> law.test(false, false), "false"))));

  /** The slate of several that is counted, {@link #NONE}, or empty where the rule is silent. */
  interface OfSeveral extends Function<RivalReturns, Optional<Verdict<String>>> {}

  static final List<Rule<OfSeveral>> SEVERAL =
      List.of(
          of(
              "ECA.3",
              "of several returns, the one that a timely final determination of the state supports,"
                  + " unless both Houses hold another lawful; whether the executive's certificate"
                  + " displaces it where the Houses differ is unsettled",
              DISPUTED,
              rivals ->
                  rivals.determined().stream().distinct().count() != 1
                      ? Optional.empty()
                      : Optional.of(determined(rivals, rivals.determined().getFirst())),
              List.of(
                  example(
                      "determined and certified alike",
                      law ->
                          law.apply(rivals(List.of("B"), List.of("B"), "A", "B"))
                              .map(ElectoralCountAct::words),
                      "Optional[B by ECA.3]"),
                  example(
                      "certified A, determined B, the Houses differ",
                      law ->
                          law.apply(rivals(List.of("B"), List.of("A"), "A", "B"))
                              .map(ElectoralCountAct::words),
                      "Optional[B by ECA.3 or A by ECA.6]"),
                  example(
                      "both Houses hold the other lawful",
                      law ->
                          law.apply(rivals(List.of("B"), List.of("B"), "A", "A"))
                              .map(ElectoralCountAct::words),
                      "Optional[A by ECA.3]"))),
          of(
              "ECA.4",
              "where two authorities of a state claim the determination, only the return on which both"
                  + " Houses agree; whether the executive's certificate cures their difference is"
                  + " unsettled",
              DISPUTED,
              rivals ->
                  rivals.determined().stream().distinct().count() < 2
                      ? Optional.empty()
                      : Optional.of(
                          agreed("ECA.4", rivals)
                              .orElseGet(() -> noneOrCertified("ECA.4", rivals))),
              List.of(
                  example(
                      "both Houses agree",
                      law ->
                          law.apply(rivals(List.of("A", "B"), List.of("A"), "B", "B"))
                              .map(ElectoralCountAct::words),
                      "Optional[B by ECA.4]"),
                  example(
                      "the Houses differ, certified A",
                      law ->
                          law.apply(rivals(List.of("A", "B"), List.of("A"), "A", "B"))
                              .map(ElectoralCountAct::words),
                      "Optional[none by ECA.4 or A by ECA.6]"))),
          of(
              "ECA.5",
              "without a determination, the return that both Houses agree is lawful",
              CONFIRMED,
              rivals -> rivals.determined().isEmpty() ? agreed("ECA.5", rivals) : Optional.empty(),
              List.of(
                  example(
                      "Hawaii 1961: by unanimous consent the later slate",
                      law ->
                          law.apply(rivals(List.of(), List.of("1", "2"), "2", "2"))
                              .map(ElectoralCountAct::words),
                      "Optional[2 by ECA.5]"),
                  example(
                      "the Houses differ",
                      law ->
                          law.apply(rivals(List.of(), List.of("1"), "1", "2"))
                              .map(ElectoralCountAct::words),
                      "Optional.empty"))),
          of(
              "ECA.6",
              "where the Houses differ, the return that the executive certified under the seal",
              CONFIRMED,
              rivals ->
                  open(rivals) && certified(rivals).size() == 1
                      ? Optional.of(slate("ECA.6", certified(rivals).getFirst()))
                      : Optional.empty(),
              List.of(
                  example(
                      "certified 1",
                      law ->
                          law.apply(rivals(List.of(), List.of("1"), "1", "2"))
                              .map(ElectoralCountAct::words),
                      "Optional[1 by ECA.6]"))),
          of(
              "ECA.7",
              "where the Houses differ and the executive certified none, none is counted; where the"
                  + " executive certified both, it is unsettled",
              DISPUTED,
              rivals ->
                  open(rivals) && certified(rivals).size() != 1
                      ? Optional.of(noneOrCertified("ECA.7", rivals))
                      : Optional.empty(),
              List.of(
                  example(
                      "none certified",
                      law ->
                          law.apply(rivals(List.of(), List.of(), "1", "2"))
                              .map(ElectoralCountAct::words),
                      "Optional[none by ECA.7]"),
                  example(
                      "both certified",
                      law ->
                          law.apply(rivals(List.of(), List.of("1", "2"), "1", "2"))
                              .map(ElectoralCountAct::words),
                      "Optional[none by ECA.7 or 1 by ECA.6 or 2 by ECA.6]"))));

  /** Which of several returns is counted. */
  static Verdict<String> counted(RivalReturns rivals) {
    return SEVERAL.stream()
        .flatMap(rule -> rule.formula().apply(rivals).stream())
        .findFirst()
        .orElseThrow();
  }

  /** No determination, and no agreement of the Houses. */
  private static boolean open(RivalReturns rivals) {
    return rivals.determined().isEmpty() && rivals.agreed().isEmpty();
  }

  private static List<String> certified(RivalReturns rivals) {
    return rivals.certified().stream().distinct().toList();
  }

  private static Verdict<String> determined(RivalReturns rivals, String slate) {
    Optional<Verdict<String>> agreed = agreed("ECA.3", rivals);
    if (agreed.isPresent()) return agreed.get();
    List<String> others =
        certified(rivals).stream().filter(certified -> !certified.equals(slate)).toList();
    return others.isEmpty() || certified(rivals).contains(slate)
        ? slate("ECA.3", slate)
        : alternatives("ECA.3", slate, others);
  }

  private static Optional<Verdict<String>> agreed(String rule, RivalReturns rivals) {
    return rivals.agreed().map(slate -> slate(rule, slate));
  }

  private static Verdict<String> noneOrCertified(String rule, RivalReturns rivals) {
    return certified(rivals).isEmpty()
        ? slate(rule, NONE)
        : alternatives(rule, NONE, certified(rivals));
  }

  private static Verdict<String> alternatives(String rule, String first, List<String> certified) {
    List<Alternative<String>> answers = new ArrayList<>();
    answers.add(new Alternative<>(first, "by the Houses and the state's law", grounds(rule)));
    for (String slate : certified)
      answers.add(new Alternative<>(slate, "by the executive's certificate", grounds("ECA.6")));
    return new Alternatives<>(answers);
  }

  private static Verdict<String> slate(String rule, String slate) {
    return new Determined<>(slate, grounds(rule));
  }

  private static Grounds grounds(String rule) {
    return new Grounds(List.of(rule), List.of());
  }

  private static RivalReturns rivals(
      List<String> determined, List<String> certified, String senate, String house) {
    return new RivalReturns(determined, certified, Optional.of(senate), Optional.of(house));
  }

  private static Rule<OfSeveral> of(
      String id,
      String text,
      Confidence confidence,
      OfSeveral formula,
      List<Example<OfSeveral>> examples) {
    return new Rule<>(
        id, text, CITATION, STATUTE, 1888, 2020, COUNT, confidence, formula, examples);
  }

  /** For the examples: each answer and its rule. */
  private static String words(Verdict<String> verdict) {
    return switch (verdict) {
      case Determined<String>(var slate, var grounds) ->
          slate + " by " + grounds.rules().getFirst();
      case Alternatives<String>(var answers) ->
          String.join(
              " or ",
              answers.stream()
                  .map(of -> of.value() + " by " + of.grounds().rules().getFirst())
                  .toList());
      default -> verdict.toString();
    };
  }

  static List<Rule<?>> rules() {
    return Rules.of(SINGLE, SEVERAL);
  }

  private ElectoralCountAct() {}
}
