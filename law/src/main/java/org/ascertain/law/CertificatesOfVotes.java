package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.REPORTED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.VOTE;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** Who makes the papers of a state's electors, what they must hold, and to whom they go. */
final class CertificatesOfVotes {

  private static final String LAWSERVER = " (read at lawserver.com)";

  static final Rule<Function<String, String>> EXECUTIVE =
      new Rule<>(
          "CERT.EXECUTIVE.2022",
          "the executive of a state is its Governor, of the District of Columbia the Mayor, unless the"
              + " law of the state as of election day expressly names another; whether one does was"
              + " not looked for",
          "3 U.S.C. s. 21(2) (2022)" + LAWSERVER,
          STATUTE,
          2024,
          OPEN,
          VOTE,
          CONFIRMED,
          jurisdiction -> jurisdiction.equals("DC") ? "Mayor" : "Governor",
          List.of(
              example("DC", law -> law.apply("DC"), "Mayor"),
              example("GA", law -> law.apply("GA"), "Governor")));

  /** What a certificate of ascertainment holds. */
  record Form(boolean names, boolean canvass, boolean seal, boolean securityFeature) {}

  /** What a certificate lacks. */
  static final Rule<Function<Form, List<String>>> FORM =
      new Rule<>(
          "CERT.FORM.2022",
          "a certificate of ascertainment names the electors and the votes given for each, bears the"
              + " seal of the state, and has at least one security feature of the state's choice",
          "3 U.S.C. s. 5(a)(2) (2022)" + LAWSERVER,
          STATUTE,
          2024,
          OPEN,
          VOTE,
          CONFIRMED,
          CertificatesOfVotes::lacks,
          List.of(
              example(
                  "without a security feature",
                  law -> law.apply(new Form(true, true, true, false)),
                  "[a security feature]"),
              example("whole", law -> law.apply(new Form(true, true, true, true)), "[]"),
              example(
                  "a list of names alone",
                  law -> law.apply(new Form(true, false, false, false)),
                  "[the canvass, the seal of the state, a security feature]")));

  /** The last day for the electors' own copies. */
  static final Rule<IntFunction<LocalDate>> SENT =
      new Rule<>(
          "CERT.SEND.2022",
          "the executive sends the certificate to the Archivist at once by the most expeditious"
              + " method, and gives the electors six duplicate originals on or before the day on"
              + " which they meet",
          "3 U.S.C. s. 5(b) (2022) (first sentence read at lawserver.com, the rest in a summary at"
              + " policyrisk.com)",
          STATUTE,
          2024,
          OPEN,
          VOTE,
          REPORTED,
          year -> ElectorsMeet.day(year),
          Rule.years(2024, "2024-12-17", 2028, "2028-12-19"));

  /** How many certificates of votes somebody gets. */
  static final Rule<ToIntFunction<String>> TRANSMITTED =
      new Rule<>(
          "VOTE.TRANSMIT",
          "the electors make and seal six certificates of their votes, each with a list for each"
              + " office and the certificate of the executive: one goes to the President of the"
              + " Senate, two to the chief election officer of the state, two to the Archivist, one"
              + " to the judge of the district",
          "3 U.S.C. ss. 9 to 11 (the numbers are those of 65 Stat. 712, read at wikisource.org; the"
              + " text of 2022 was not read)",
          STATUTE,
          1952,
          OPEN,
          VOTE,
          SETTLED,
          CertificatesOfVotes::copies,
          List.of(
              example(
                  "President of the Senate", law -> law.applyAsInt("President of the Senate"), "1"),
              example("Archivist", law -> law.applyAsInt("Archivist"), "2"),
              example(
                  "all",
                  law ->
                      List.of(
                              "President of the Senate",
                              "chief election officer",
                              "Archivist",
                              "judge")
                          .stream()
                          .mapToInt(law)
                          .sum(),
                  "6")));

  private static List<String> lacks(Form form) {
    List<String> lacks = new ArrayList<>();
    if (!form.names()) lacks.add("the names of the electors");
    if (!form.canvass()) lacks.add("the canvass");
    if (!form.seal()) lacks.add("the seal of the state");
    if (!form.securityFeature()) lacks.add("a security feature");
    return List.copyOf(lacks);
  }

  private static int copies(String to) {
    return switch (to) {
      case "President of the Senate", "judge" -> 1;
      case "chief election officer", "Archivist" -> 2;
      default -> 0;
    };
  }

  static List<Rule<?>> rules() {
    return List.of(EXECUTIVE, FORM, SENT, TRANSMITTED);
  }

  private CertificatesOfVotes() {}
}
