package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.ascertain.desk.IntakeCheck.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ascertain.election.When;
import org.ascertain.exchange.Formats;
import org.ascertain.exchange.ReadCheck;
import org.ascertain.ledger.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code of the table that is not of a row can be raised, and is told with its advice. */
@Timeout(60)
class ChecksOfRequestsTest {

  private static final String HEADER = "unit,at,biden,trump\n";
  private static final String PA = HEADER + "PA,2020-11-04T05:00:00Z,10,11\n";

  /** These concern what comes before the desk is asked; the tests of the server raise them. */
  private static final Set<IntakeCheck> OF_THE_SERVER = EnumSet.of(TOO_LARGE, TEST_DATA);

  @FunctionalInterface
  private interface Raising {
    List<Told> raise(ElectionDesk desk) throws IOException;
  }

  private static final Map<IntakeCheck, Raising> RAISED = new EnumMap<>(IntakeCheck.class);

  static {
    RAISED.put(
        KEY_REUSED,
        desk -> {
          told(desk, keyed(PA, "a"));
          return told(desk, keyed(HEADER + "OH,2020-11-04T05:00:00Z,10,11\n", "a"));
        });
    RAISED.put(WRONG_COLUMNS, desk -> told(desk, Records.table("unit,biden\nPA,1\n")));
    RAISED.put(WRONG_ENCODING, desk -> told(desk, latin(HEADER + "caf\u00e9,x,1,2\n")));
    RAISED.put(
        WRONG_CELLS,
        desk -> told(desk, Records.table(HEADER + "PA,2020-11-04T05:00:00Z,10,11,12\n")));
    RAISED.put(OTHER_FORMAT, desk -> told(desk, foreign("Adams,President,DEM,Biden,5", "")));
    RAISED.put(NOT_READ, desk -> told(desk, foreign("Adams,President,DEM,Biden,5O", "PA")));
    RAISED.put(READ_SO, desk -> told(desk, foreign("Adams,President,LIB,Jorgensen,5", "PA")));
    RAISED.put(
        NO_LONGER_THERE,
        desk -> {
          told(desk, FollowedFeedTest.ap("PA", "2020-11-04T06:00:00Z", ",\"winner\":\"X\""));
          return told(desk, FollowedFeedTest.ap("PA", "2020-11-04T07:00:00Z", ""));
        });
    RAISED.put(
        SAME_FILE,
        desk -> {
          told(desk, keyed(PA, "a"));
          return told(desk, keyed(PA, "b"));
        });
    RAISED.put(OUT_OF_SCOPE, desk -> told(desk, by(Set.of("call"), Set.of(), PA)));
    RAISED.put(
        SOURCE_OUT_OF_SCOPE,
        desk ->
            told(
                desk,
                by(
                    Set.of("returns"),
                    Set.of("county"),
                    "unit,at,source,biden\nPA,2020-11-04T05:00:00Z,s,10\n")));
    RAISED.put(
        TOO_FAST,
        desk -> {
          Optional<ElectionDesk.TooFast> one = Optional.empty();
          for (int i = 0; i <= Threshold.REQUESTS_A_MINUTE.otherwise(); i++)
            one = desk.admit(Sender.folder());
          return List.of(one.orElseThrow().why());
        });
    RAISED.put(
        MOVED_ON,
        desk -> {
          told(desk, Records.table(HEADER + "PA,2020-11-04T05:00:00Z,1O,11\n"));
          desk.acts().discard(1, OptionalLong.empty(), "desk", "a letter");
          KeptActs.Acted again = desk.acts().discard(1, OptionalLong.of(1), "desk", "a letter");
          return List.of(((KeptActs.MovedOn) again).why());
        });
    RAISED.put(
        NEEDS_TWO,
        desk ->
            told(
                desk,
                Records.handedIn(
                    Form.LINES,
                    """
                    {"fact":"certification","at":"2020-11-04","source":"s","unit":"PA","votes":{"biden":1},"authority":"The board"}
                    """,
                    Optional.empty())));
  }

  @TempDir private Path folder;

  private static HandedIn keyed(String table, String key) {
    return Records.handedIn(Form.TABLE, table, Optional.of(key));
  }

  private static HandedIn foreign(String row, String state) {
    return new HandedIn(
        Sender.folder(),
        new ForeignForm(
            Formats.of("openelections-csv").orElseThrow(),
            Optional.empty(),
            "",
            Optional.of(When.parse("2020-11-10")),
            Optional.of(state).filter(each -> !each.isEmpty()),
            Optional.empty()),
        Records.body("county,office,party,candidate,votes\n" + row + "\n"),
        Optional.empty(),
        Optional.empty());
  }

  private static HandedIn latin(String table) throws IOException {
    return new HandedIn(
        Sender.folder(),
        Form.TABLE,
        Body.of(new ByteArrayInputStream(table.getBytes(ISO_8859_1))),
        Optional.empty(),
        Optional.empty());
  }

  private static HandedIn by(Set<String> facts, Set<String> sources, String table) {
    Scope scope = new Scope(Set.of(Records.ELECTION), facts, Set.of(), Set.of(), sources);
    return new HandedIn(
        new Sender("1", "feed", Via.HTTP, Policy.ASIDE, Optional.of(scope)),
        Form.TABLE,
        Records.body(table),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Told> told(ElectionDesk desk, HandedIn handed) {
    List<Told> told = new ArrayList<>();
    Taken taken = desk.take(handed, row -> told.addAll(row.findings()), soFar -> {});
    if (taken instanceof Taken.Refused(Told why)) told.add(why);
    return told;
  }

  private static Set<IntakeCheck> raised() {
    return RAISED.keySet();
  }

  @ParameterizedTest
  @MethodSource("raised")
  void it_is_raised_and_told_with_its_advice(IntakeCheck check) throws IOException {
    Store store = Records.store(folder);
    try (ElectionDesk desk = Records.open(store)) {
      List<Told> told = Objects.requireNonNull(RAISED.get(check)).raise(desk);
      assertThat(told)
          .anySatisfy(
              each -> {
                assertThat(each.code()).isEqualTo(check.code());
                assertThat(each.says()).doesNotContain("{");
                // what to do about a file that cannot be read depends on why
                assertThat(each.advice())
                    .isEqualTo(
                        check == IntakeCheck.OTHER_FORMAT
                            ? ReadCheck.NO_STATE.advice()
                            : check.advice());
              });
    }
  }

  @Test
  void every_code_of_requests_is_raised_by_a_test() {
    Set<IntakeCheck> all = EnumSet.copyOf(OF_THE_SERVER);
    all.addAll(RAISED.keySet());

    assertThat(all).isEqualTo(RowChecksTest.OF_REQUESTS);
  }
}
