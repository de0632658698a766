package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.desk.Replay2020.KeptAside;
import org.ascertain.desk.SecondReading.Relation;
import org.ascertain.election.Check;
import org.ascertain.exchange.ReadCheck;
import org.junit.jupiter.api.Test;

/** The page of checks is made from the checks, and from what they find in the returns of 2020. */
class ChecksPageTest {

  private static final Path PAGE = Path.of("..", "docs", "checks.md");

  private static final String RENEW =
      "mvn -pl desk -am test -Dtest=ChecksPageTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -DrenewPages";

  private static final String[][] SECTIONS = {
    {"1", "Files", "The file, its form and its cells."},
    {"2", "Names", "Units and tickets, and rows of one intake among themselves."},
    {"3", "Times", "When a row is dated."},
    {"4", "Figures", "The figures of one row."},
    {"5", "Completeness", "Whether a unit is done."},
    {"6", "Changes", "What changed since the last figures of the unit by the same source."},
    {"7", "Levels and sources", "What other levels and other sources say of the same votes."},
    {"8", "Certificates and calls", "Papers, calls, and what people wrote."},
    {"9", "Acts", "Who may do what."}
  };

  @Test
  void the_page_says_what_the_checks_say_and_find() throws IOException {
    if (System.getProperty("renewPages") != null) Files.writeString(PAGE, page());

    assertThat(PAGE).as("docs/checks.md, renewed by: " + RENEW).content().isEqualTo(page());
  }

  @Test
  void every_check_has_a_code_of_its_own_in_one_of_the_sections() {
    assertThat(Arrays.stream(IntakeCheck.values()).map(IntakeCheck::code))
        .allMatch(code -> code.matches("D[1-9]\\d\\d"))
        .doesNotHaveDuplicates()
        .isSorted();
  }

  private static String page() {
    return """
    # Checks

    What the desk holds each row against that is handed in, before it is recorded. A code stays what it is; the words may
    get better. `…` is a figure. Problems of form and sense (R1xx to R5xx, [problems](problems.md)) come first and keep a
    row aside; where a check says the same better, it is told instead.

    | severity | what becomes of the row |
    |---|---|
    | refuse | It is not taken at all, or the whole request is not; nothing else is known of it. |
    | aside | It is kept aside with its bytes and the finding, until a person mends, releases or discards it. |
    | ask | It is recorded with a reason that a person gives; from a feed it is kept aside. |
    | note | It is recorded; the finding is kept. |

    By default a sender's rows that are `aside` or `ask` are kept aside. Those of a sender whose policy is `flag` are
    recorded where the worst finding is an `ask`, or an `aside` of D3xx, D6xx or D7xx, and are shown as not explained. Once
    more than %d rows of an intake, and more than %s of them, are kept aside, the rest waits until a person has looked at
    the file. A finding keeps the version of its rule, the figures that it tells and the thresholds that decided.

    """
            .formatted(Threshold.HELD_ROWS.otherwise(), share(Threshold.HELD_SHARE.otherwise()))
        + Arrays.stream(SECTIONS)
            .map(
                section ->
                    section(section[0], section[1], section[2])
                        + (section[0].equals("1") ? causes() : ""))
            .collect(Collectors.joining())
        + silences()
        + thresholds()
        + returnsOf2020()
        + "---\n"
        + "Made from `IntakeCheck.java`, `Threshold.java` and the archive's record of 2020 by `"
        + RENEW
        + "`\n";
  }

  private static String section(String hundred, String title, String about) {
    return "## %s (D%sxx)\n%s\n\n| code | severity | what is found | what to do |\n|---|---|---|---|\n%s\n\n"
        .formatted(
            title,
            hundred,
            about,
            Arrays.stream(IntakeCheck.values())
                .filter(check -> check.code().startsWith("D" + hundred))
                .map(
                    check ->
                        "| %s | %s | %s | %s |"
                            .formatted(
                                check.code(),
                                check.severity().word(),
                                check.sentence().replaceAll("\\{[a-z]+\\}", "…"),
                                check.advice()))
                .collect(Collectors.joining("\n")));
  }

  private static String causes() {
    return """
    A file in a format of others is refused (D110) with the code of what was found in it ([formats](formats.md)), and what
    to do about that:

    | code | what is found | what to do |
    |---|---|---|
    """
        + Arrays.stream(ReadCheck.values())
            .filter(ReadCheck::mayRefuse)
            .map(each -> "| %s | %s | %s |".formatted(each.code(), each.sentence(), each.advice()))
            .collect(Collectors.joining("\n"))
        + "\n\n";
  }

  private static String silences() {
    return "## One mistake, one message\n"
        + "A row of which the first is told says no more of the others.\n\n"
        + "| told | not told |\n"
        + "|---|---|\n"
        + Arrays.stream(IntakeCheck.values())
            .filter(check -> !check.silences().isEmpty() || !check.insteadOf().isEmpty())
            .map(check -> "| " + check.code() + " | " + silenced(check) + " |")
            .collect(Collectors.joining("\n"))
        + "\n\n";
  }

  private static String silenced(IntakeCheck check) {
    return Stream.concat(
            check.silences().stream().map(IntakeCheck::code),
            check.insteadOf().stream().map(Check::code))
        .collect(Collectors.joining(", "));
  }

  private static String thresholds() {
    return """
    ## Thresholds
    Shares are in thousandths, so that every comparison is exact. An election has its own in
    `us-president-YYYY.checks.json` in the data folder, as `{"version":2,"thresholds":{"jump-share":300}}`; what the file
    does not name stands as here. It may name, besides, the tickets on a state's ballot (`"ballots":{"PA":["biden"]}`, for
    D207) and the people of voting age of a unit (`"population":{"PA":10186000}`, for D405), which no record has.

    | threshold | default | what it is |
    |---|---|---|
    """
        + Arrays.stream(Threshold.values())
            .map(
                each ->
                    "| `%s` | %,d | %s |".formatted(each.key(), each.otherwise(), each.meaning()))
            .collect(Collectors.joining("\n"))
        + "\n\n";
  }

  private static String share(long thousandths) {
    return "one in "
        + Map.of(5L, "five").getOrDefault(1000 / thousandths, Long.toString(1000 / thousandths));
  }

  private static String returnsOf2020() {
    Replay2020 flagged = Replay2020.by(Policy.FLAG);
    Replay2020 aside = Replay2020.by(Policy.ASIDE);
    return """
    ## The returns of 2020
    All %,d returns of the archive's record of 2020, handed in one by one in the order of time, as their sources had
    them: `nyt-snichols` (totals exact, candidates from shares rounded to a tenth of a per cent, election night),
    `nyt-alex` (exact from 4 November on), `tonmcg-counties` (counties, one table of December). What the archive corrected
    later is not corrected here. `ReturnsOf2020Test` holds these counts and names the rows.

    *found*: rows in which the check speaks. *told*: without those that another check says better. *false alarms*: of the
    rows told that need a person, those that lie in no correction: they took no vote back that had been reported, and
    none of theirs was taken back within a day. *kept*: rows kept aside under the code by default, in which nobody decides
    anything until the end.

    | code | severity | source | found | told | false alarms | kept by default |
    |---|---|---|---|---|---|---|
    """
            .formatted(flagged.rows.size())
        + codes(flagged, aside)
        + "\n\n"
        + """
        Where these differ from a count over both sources mixed, as it was made before there was a program: D601 and D602
        are found in as many rows; D606 in seven, as a share rounded up may give one ticket more than all new votes (PA
        01:31, NY 04:30); D609 of rounded shares are told beside the three exact ones; D703 is told once when two sources
        have differed for half an hour, and not again in each row. D301 is of five rows of the night before the polls
        closed: all five were taken back, and none is of New Hampshire's towns that vote at midnight, which are known. D306
        false alarms are counts that went on after a certificate. D702 false alarms are of the county table: the state's
        own figures had stopped before it was made.

        """
        + kept(aside)
        + corrections(flagged);
  }

  private static String corrections(Replay2020 flagged) {
    return """
        ### What was put right, and what tells it
        Every total that fell by 5,000 votes or more, and every exchange of two columns. Those of candidates that fell while
        the total did not are told as D605.

        | unit | at | source | the total | told as |
        |---|---|---|---|---|
        %s

        """
        .formatted(
            flagged.corrections().stream()
                .map(
                    row ->
                        "| %s | %s | %s | %s | %s |"
                            .formatted(
                                row.unit(), row.at(), row.source(), row.total(), row.codes()))
                .collect(Collectors.joining("\n")));
  }

  private static String codes(Replay2020 flagged, Replay2020 aside) {
    Map<String, Integer> alarms = flagged.falseAlarms();
    Map<String, Map<String, Integer>> told = flagged.told();
    Map<String, Map<String, Integer>> kept = aside.keptBy();
    StringBuilder table = new StringBuilder();
    flagged
        .found()
        .forEach(
            (code, bySource) -> {
              boolean first = true;
              for (var each : bySource.entrySet()) {
                String source = each.getKey();
                table.append(
                    "| %s | %s | %s | %d | %d | %s | %s |\n"
                        .formatted(
                            code,
                            severity(code),
                            source,
                            each.getValue(),
                            told.getOrDefault(code, Map.of()).getOrDefault(source, 0),
                            !first ? "" : alarms.containsKey(code) ? alarms.get(code) : "-",
                            kept.getOrDefault(code, Map.of()).getOrDefault(source, 0)));
                first = false;
              }
            });
    return table.toString().stripTrailing();
  }

  private static String severity(String code) {
    return Arrays.stream(IntakeCheck.values())
        .filter(check -> check.code().equals(code))
        .map(check -> check.severity().word())
        .findFirst()
        .orElseThrow();
  }

  private static String kept(Replay2020 aside) {
    Map<Decision, Integer> decisions = new TreeMap<>();
    aside.rows.forEach(row -> decisions.merge(row.decision(), 1, Integer::sum));
    long open = aside.open.values().stream().mapToLong(List::size).sum();
    long follow =
        aside.open.values().stream()
            .flatMap(List::stream)
            .map(KeptAside::relation)
            .filter(Relation.FOLLOWS::equals)
            .count();
    return """
    By default, with nobody deciding anything for two months, %,d rows are recorded and %,d are kept
    aside: one undecided row keeps later ones of its unit aside. Of them %d are overtaken by a later row that fits, %d
    only follow an earlier kept row (one decision is for all of them), and %d wait for a decision of their own, most of
    them the county table's. Nebraska's exchange of 7 November, 00:47 to 00:50, is among those overtaken: its first row is
    kept as D605, the row after shows the exchange (D604), fits the record and is recorded.

    """
        .formatted(
            decisions.get(Decision.RECORDED),
            decisions.get(Decision.KEPT),
            aside.overtaken.size(),
            follow,
            open - follow);
  }
}
