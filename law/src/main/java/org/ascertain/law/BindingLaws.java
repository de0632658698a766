package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.DISPUTED;
import static org.ascertain.law.Rule.Confidence.NOT_ESTABLISHED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.VOTE;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.CONSTITUTION;
import static org.ascertain.law.Rule.Rank.STATE_LAW;
import static org.ascertain.law.Rule.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.Verdict.Alternative;
import org.ascertain.law.Verdict.Alternatives;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;
import org.ascertain.law.Verdict.NoRule;

/** What binds electors to their pledges, by state and election. */
final class BindingLaws {

  /**
   * Election, what follows, states, citation. A state that no row names is not established; one
   * that two rows name is unsettled, as Maine, whose statute directs and whose chair voided a vote.
   */
  private static final String TABLE =
      """
      2016 | VOID     | MI MN MT NE NV NC UT | laws of the states; Uniform Faithful Presidential Electors Act in MN MT NE NV
      2016 | VOID     | CO ME | CO by order of a court; ME by ruling of the chair
      2016 | PENALTY  | WA NM SC OK CA | laws of the states; Washington 1,000 dollars
      2016 | DIRECTED | AL AK CT DC FL HI MD MA MS OH OR VT VA WI WY DE IA TN | laws of the states
      2016 | FREE     | AZ AR GA ID IL IN KS KY LA MO NH NJ NY ND PA RI SD TX WV | no law found
      2020 | VOID     | AZ CO IN MI MN MT NE NV NC OK UT WA | laws of the states, as listed by the National Conference of State Legislatures
      2020 | VOID     | ME | practice, after the ruling of 2016
      2020 | PENALTY  | CA NM SC | laws of the states
      2020 | DIRECTED | AL AK CT DE DC FL HI IA ME MD MA MS OH OR TN VT VA WI WY | laws of the states, as listed by the National Conference of State Legislatures
      2020 | FREE     | AR GA ID IL KS KY LA MO NH NJ NY ND PA RI SD TX WV | no law found
      """;

  static final List<Table.Row> ROWS = Table.rows(TABLE);

  private static final int SOURCED = 2024;

  /**
   * From {@link #SOURCED}: what follows, how that is known, states, pages, in words. A question
   * mark is in the place of what cannot be said; what only general knowledge says decides nothing.
   */
  private static final String SOURCED_TABLE =
      """
      VOID     | A | IN       | IN-1         | uniform act, IC 3-10-4-1.7 and 3-10-4-9, read
      VOID     | A | NE       | NE-2         | Neb. Rev. Stat. 32-714, read
      VOID     | A | NC       | NC-1         | G.S. 163-212, read; with a fine of 500 dollars
      VOID     | A | TN       | TN-2 TN-4    | Uniform Faithful Presidential Electors Act of 2024, Tenn. Code 2-15-201 to 2-15-208, read
      VOID     | B | CO MN MT NV WA | FAIRVOTE ECI | statute of the state; the uniform act in MN MT NV WA
      VOID     | B | MI       | BAN ECI      | MCL 168.47
      VOID     | B | AZ OK UT | NCSL-20 ECI  | statute of the state, as listed in 2020; no later change was found
      VOID     | B | ME       | FAIRVOTE     | ruling of the chair in 2016
      DIRECTED | A | ME       | ME-3         | 21-A M.R.S. 805, which names no sanction
      PENALTY  | B | NM SC    | OLR-21 ECI   | statute of the state
      PENALTY  | C | CA       | GK           | Elec. Code 6906, 18002
      DIRECTED | A | AK       | AK-1         | AS 15.30.040, 15.30.090
      DIRECTED | A | DC       | DC-1         | D.C. Code 1-1001.08(g)
      DIRECTED | A | VT       | VT-1         | 17 V.S.A. 2732
      DIRECTED | A | WY       | WY-1         | Wyo. Stat. 22-19-108
      DIRECTED | B | CT       | OLR-21 ECI   | Conn. Gen. Stat. 9-176, without a sanction
      DIRECTED | B | MS       | MS-1 ECI     | Miss. Code 23-15-771; no sanction in the sections read
      DIRECTED | B | WI       | FAIRVOTE ECI | Wis. Stat. 7.75
      DIRECTED | C | AL DE HI MD MA OH OR | GK | statute of the state; that it has no sanction is general knowledge
      FREE     | A | AR       | AR-1         | no law in the title read
      FREE     | A | GA       | GA-1         | no law in the title read
      FREE     | A | ID       | ID-1         | no law in the title read
      FREE     | A | RI       | RI-1         | no law in the title read
      FREE     | B | KS KY LA MO NH NJ NY ND PA SD WV | ECI | no law found
      ?        | ? | TX       | TX-3 TX-5    | HB 87 of 2023 is in force since 18 June 2023; its sections on a deviating vote were not read
      ?        | ? | VA       | VA-1 VA-4 VA-3 | two sources differ: the text of 2022 directs the vote without a sanction; by the abstract of HB 111 (Acts 2024 c. 801, in force 1 July 2024) the elector vacates the office; of Va. Code 24.2-244 the last paragraph was not read
      ?        | ? | IL       | IL-3 IL-4    | two sources differ: the bills of 2021 and 2023 for the uniform act failed; the state's compilation has it as 10 ILCS 22 (P.A. 103-600, in force 1 July 2024), of which the section on a deviating vote was not read
      ?        | ? | FL       | FL-4 GK      | Fla. Stat. 103.021 asks for a pledge; whether a later text of 103.061 makes a deviating elector resign was not read
      ?        | ? | IA       | ECI GK       | a list of 2020 has the law as a direction; general knowledge has the vote void (Iowa Code 54.8); the statute was not read
      """;

  static final List<Table.Row> SOURCED_ROWS = Table.rows(SOURCED_TABLE);

  static final Rule<Function<List<String>, Verdict<Deviation>>> BY_STATE =
      new Rule<>(
          "VOTE.DEVIATE",
          "what follows from a vote against the pledge is for the law of the state and the year;"
              + " without a statute on record nothing is said",
          "laws of the states by election, each beside its row",
          STATE_LAW,
          2016,
          OPEN,
          VOTE,
          NOT_ESTABLISHED,
          of -> deviation(of.getFirst(), Integer.parseInt(of.getLast())),
          List.of(
              example("Minnesota 2016", law -> name(law.apply(List.of("MN", "2016"))), "VOID"),
              example(
                  "Washington 2016: counted as cast, fined",
                  law -> name(law.apply(List.of("WA", "2016"))),
                  "PENALTY"),
              example("Washington 2020", law -> name(law.apply(List.of("WA", "2020"))), "VOID"),
              example("Maine 2020", law -> name(law.apply(List.of("ME", "2020"))), "Alternatives"),
              example("Hawaii 2016", law -> name(law.apply(List.of("HI", "2016"))), "DIRECTED"),
              example("Texas 2016", law -> name(law.apply(List.of("TX", "2016"))), "FREE"),
              example("Texas 2024", law -> name(law.apply(List.of("TX", "2024"))), "NoRule"),
              example("Tennessee 2024", law -> name(law.apply(List.of("TN", "2024"))), "VOID"),
              example("Tennessee 2028", law -> name(law.apply(List.of("TN", "2028"))), "VOID"),
              example("Nevada 2028", law -> name(law.apply(List.of("NV", "2028"))), "VOID"),
              example("Virginia 2028", law -> name(law.apply(List.of("VA", "2028"))), "NoRule"),
              example("Illinois 2028", law -> name(law.apply(List.of("IL", "2028"))), "NoRule"),
              example(
                  "California 2028: general knowledge decides nothing",
                  law -> name(law.apply(List.of("CA", "2028"))),
                  "NoRule")));

  /** The day of the vote; whether a state may void it and replace the elector. */
  static final Rule<Function<LocalDate, Verdict<Boolean>>> BIND =
      new Rule<>(
          "VOTE.BIND",
          "a state may bind its electors, and penalise, void and replace: clear since 6 July 2020;"
              + " before that only that it may ask for a pledge",
          "Chiafalo v. Washington, 591 U.S. 578 (2020); Colorado Department of State v. Baca, 591"
              + " U.S. 655 (2020); Ray v. Blair, 343 U.S. 214 (1952)",
          CONSTITUTION,
          1952,
          OPEN,
          VOTE,
          DISPUTED,
          BindingLaws::mayBind,
          List.of(
              example("2016", law -> name(law.apply(ElectorsMeet.day(2016))), "Alternatives"),
              example("2020", law -> name(law.apply(ElectorsMeet.day(2020))), "true"),
              example(
                  "the day of the decisions",
                  law -> name(law.apply(LocalDate.of(2020, 7, 6))),
                  "true")));

  private static final LocalDate CHIAFALO = LocalDate.of(2020, 7, 6);

  /** A deviant or blank ballot under the uniform act; whether it is a vote cast. */
  static final Rule<Function<Boolean, Boolean>> UNIFORM_ACT =
      new Rule<>(
          "VOTE.UFEPA",
          "a ballot that is blank or against the pledge is not accepted and is a resignation; an"
              + " alternate of the same party, or one whom the remaining electors choose, pledges and"
              + " votes; the certificate is amended if names changed",
          "Uniform Faithful Presidential Electors Act (2010), where enacted: MN MT NE NV by 2015, IN"
              + " by 2018, WA 2019, TN 2024",
          STATE_LAW,
          2012,
          OPEN,
          VOTE,
          SETTLED,
          deviant -> !deviant,
          List.of(
              example("Minnesota 2016, for another", law -> law.apply(true), "false"),
              example("as pledged", law -> law.apply(false), "true")));

  /** Votes for a person who is dead, and how that stands in an election. */
  static final Rule<Function<Integer, Verdict<Boolean>>> DEAD_CANDIDATE =
      new Rule<>(
          "VOTE.DEADCAND",
          "whether votes for a person who is dead when they are given count: not in 1873, when the"
              + " Houses differed under the 22nd Joint Rule; since 1887 unsettled",
          "Hinds' Precedents III s. 1967; House report of 1932 on the 20th Amendment",
          CONSTITUTION,
          1872,
          OPEN,
          VOTE,
          DISPUTED,
          BindingLaws::votesForTheDead,
          List.of(
              example("Greeley 1872", law -> name(law.apply(1872)), "false"),
              example("2024", law -> name(law.apply(2024)), "Alternatives")));

  /** What follows from a deviant vote, as far as a statute is on record. */
  static Verdict<Deviation> deviation(String jurisdiction, int election) {
    if (election >= SOURCED) return sourced(jurisdiction, BindingLaws::deviation);
    List<Alternative<Deviation>> answers =
        ROWS.stream()
            .filter(row -> row.number(0) == election && row.words(2).contains(jurisdiction))
            .map(
                row ->
                    new Alternative<>(
                        Deviation.valueOf(row.text(1)), row.text(3), grounds("VOTE.DEVIATE")))
            .toList();
    return answers.isEmpty()
        ? new NoRule<>(
            "no statute of " + jurisdiction + " for " + election + " is on record",
            grounds("VOTE.DEVIATE"))
        : oneOrMore(answers);
  }

  /** The same as a provision, which tells what only general knowledge says too. */
  static Verdict<Provision> provision(String jurisdiction, int election) {
    if (election < SOURCED)
      return new NoRule<>("gathered from " + SOURCED + " on", grounds("VOTE.DEVIATE"));
    return sourced(jurisdiction, row -> Optional.of(provision(row)));
  }

  /** Whether anything was gathered of a jurisdiction. */
  static boolean isKnownOf(String jurisdiction, int election) {
    return election >= SOURCED
        && SOURCED_ROWS.stream().anyMatch(row -> row.words(2).contains(jurisdiction));
  }

  private static <T> Verdict<T> sourced(
      String jurisdiction, Function<Table.Row, Optional<T>> value) {
    List<Table.Row> rows =
        SOURCED_ROWS.stream().filter(row -> row.words(2).contains(jurisdiction)).toList();
    if (rows.isEmpty())
      return new NoRule<>(
          "no statute of " + jurisdiction + " is on record", grounds("VOTE.DEVIATE"));
    List<Alternative<T>> answers =
        rows.stream()
            .filter(row -> !row.text(0).equals("?"))
            .flatMap(
                row ->
                    value
                        .apply(row)
                        .map(of -> new Alternative<>(of, row.text(4), grounds("VOTE.DEVIATE")))
                        .stream())
            .toList();
    return answers.isEmpty()
        ? new NoRule<>(whyNot(rows.getFirst()), grounds("VOTE.DEVIATE"))
        : oneOrMore(answers);
  }

  private static <T> Verdict<T> oneOrMore(List<Alternative<T>> answers) {
    return answers.size() == 1
        ? new Determined<>(answers.getFirst().value(), answers.getFirst().grounds())
        : new Alternatives<>(answers);
  }

  private static Optional<Deviation> deviation(Table.Row row) {
    return HowKnown.valueOf(row.text(1)).decides()
        ? Optional.of(Deviation.valueOf(row.text(0)))
        : Optional.empty();
  }

  private static Provision provision(Table.Row row) {
    return new Provision(
        Field.BINDING_LAW,
        Deviation.valueOf(row.text(0)).words() + " (" + row.text(4) + ")",
        Optional.empty(),
        HowKnown.valueOf(row.text(1)),
        StateLawTable.sources(row.words(3)),
        Field.BINDING_LAW.rule());
  }

  private static String whyNot(Table.Row row) {
    return row.text(0).equals("?")
        ? row.text(4)
            + " ("
            + StateLawTable.sources(row.words(3)).stream()
                .map(LawSource::title)
                .collect(Collectors.joining("; "))
            + ")"
        : "only general knowledge says that " + Deviation.valueOf(row.text(0)).words();
  }

  private static Verdict<Boolean> mayBind(LocalDate day) {
    Grounds grounds = grounds("VOTE.BIND");
    if (!day.isBefore(CHIAFALO)) return new Determined<>(true, grounds);
    return new Alternatives<>(
        List.of(
            new Alternative<>(true, "as the Supreme Court held in 2020", grounds),
            new Alternative<>(false, "as a court of appeals held in 2019", grounds)));
  }

  private static Verdict<Boolean> votesForTheDead(int election) {
    Grounds grounds = grounds("VOTE.DEADCAND");
    if (CountingRegimes.inForce(election).regime() == Regime.JOINT_RULE)
      return new Determined<>(false, grounds);
    return new Alternatives<>(
        List.of(
            new Alternative<>(false, "as in 1873", grounds),
            new Alternative<>(true, "as the Senate held in 1873", grounds)));
  }

  private static Grounds grounds(String rule) {
    return new Grounds(List.of(rule), List.of());
  }

  /** For the examples: the value, or the kind of verdict. */
  private static String name(Verdict<?> verdict) {
    return verdict instanceof Determined<?>(var value, var grounds)
        ? value.toString()
        : verdict.getClass().getSimpleName();
  }

  static List<Rule<?>> rules() {
    return List.of(BY_STATE, BIND, UNIFORM_ACT, DEAD_CANDIDATE);
  }

  private BindingLaws() {}
}
