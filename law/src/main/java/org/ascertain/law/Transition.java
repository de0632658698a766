package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.REPORTED;
import static org.ascertain.law.Rule.KeyedOn.APPOINTMENT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** What the General Services Administration does for those who will take office. */
final class Transition {

  /**
   * A day after the election.
   *
   * @param sole whether there is a sole apparent successful candidate by then
   */
  record Standing(LocalDate election, LocalDate day, boolean sole) {}

  private static final int DAYS = 5;

  /** Whether more than one candidate gets the services of the transition. */
  static final Rule<Predicate<Standing>> MORE_THAN_ONE =
      new Rule<>(
          "TRANSITION.2022",
          "services for the transition go to the sole apparent successful candidate; where there is"
              + " none within five days after election day, to each of the apparent successful"
              + " candidates on equal terms until there is one; it decides nothing about who is"
              + " elected",
          "Presidential Transition Improvement Act, Pub. L. 117-328 div. P title II (29 December"
              + " 2022); read were a report of the Congressional Research Service (R46602, summary)"
              + " and NewsNation (October 2024), not the act",
          STATUTE,
          2024,
          OPEN,
          APPOINTMENT,
          REPORTED,
          of -> !of.sole() && of.day().isAfter(of.election().plusDays(DAYS)),
          List.of(
              example(
                  "2028, six days after the election, nobody has conceded",
                  law -> law.test(new Standing(day(7), day(13), false)),
                  "true"),
              example(
                  "2028, five days after the election",
                  law -> law.test(new Standing(day(7), day(12), false)),
                  "false"),
              example(
                  "2024: conceded on the day after",
                  law ->
                      law.test(
                          new Standing(
                              LocalDate.of(2024, 11, 5), LocalDate.of(2024, 11, 11), true)),
                  "false")));

  private static LocalDate day(int dayOfNovember) {
    return LocalDate.of(2028, 11, dayOfNovember);
  }

  static List<Rule<?>> rules() {
    return List.of(MORE_THAN_ONE);
  }

  private Transition() {}
}
