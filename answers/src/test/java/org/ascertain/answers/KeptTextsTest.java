package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.standing.Explainer;
import org.ascertain.standing.Figure;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read, of small elections, kept as files. A change that is meant is taken over by
 *
 * <pre>
 * mvn -Pquick -pl answers -am test -Dtest=KeptTextsTest -Dsurefire.failIfNoSpecifiedTests=false -Dascertain.renew=true
 * </pre>
 */
class KeptTextsTest {

  private static final Path FOLDER =
      Path.of(Optional.ofNullable(System.getProperty("basedir")).orElse("."))
          .resolve("src/test/resources/org/ascertain/answers/texts");

  /** Marks what a terminal shows bold or faint; lines of 80 columns. */
  private static final TextLayout LAYOUT =
      new TextLayout() {
        @Override
        public int width() {
          return 80;
        }

        @Override
        public String bold(String text) {
          return "*" + text + "*";
        }

        @Override
        public String faint(String text) {
          return "_" + text + "_";
        }

        @Override
        public String marked(String text) {
          return "#" + text + "#";
        }
      };

  private static final SampleRecord MADE_UP = SampleRecord.madeUp();
  private static final SampleRecord CALLS = SampleRecord.calls();
  private static final SampleRecord OF_1800 = SampleRecord.of("1800");
  private static final SampleRecord OF_1872 = SampleRecord.of("1872");

  private static final Map<String, Consumer<PrintWriter>> TEXTS = new TreeMap<>();

  static {
    TEXTS.put("entry-made-up", KeptTextsTest::entry);
    TEXTS.put("explanation-1800", out -> explanation(OF_1800, "president", out));
    TEXTS.put("explanation-made-up", out -> explanation(MADE_UP, "voted(birch)", out));
    TEXTS.put("ids-made-up", KeptTextsTest::ids);
    TEXTS.put("law-1788", out -> LawText.print(Law.of(1788).orElseThrow(), out, LAYOUT));
    TEXTS.put("law-GA", KeptTextsTest::lawOfGeorgia);
    TEXTS.put("official-1872", out -> new OfficialTable(OF_1872.history(), false).print(out));
    TEXTS.put("official-calls", out -> new OfficialTable(CALLS.history(), true).print(out));
    TEXTS.put("replay-1800", out -> replay(OF_1800, out));
    TEXTS.put("replay-1872", out -> replay(OF_1872, out));
    TEXTS.put("replay-calls", out -> replay(CALLS, out));
    TEXTS.put("replay-made-up", out -> replay(MADE_UP, out));
    TEXTS.put("standing-1800", out -> standing(OF_1800, "1801-02-11", Optional.empty(), out));
    TEXTS.put("standing-1872", out -> standing(OF_1872, "1873-03-04", Optional.empty(), out));
    TEXTS.put("standing-calls", out -> standing(CALLS, "2024-11-06", Optional.empty(), out));
    TEXTS.put("standing-made-up", out -> standing(MADE_UP, "2025-01-20", Optional.empty(), out));
    TEXTS.put(
        "standing-night",
        out -> standing(MADE_UP, "2024-11-05T22:35:00-05:00", Optional.empty(), out));
    for (String unit : List.of("GA", "ME", "ME-2", "PA"))
      TEXTS.put(
          "standing-unit-" + unit, out -> standing(MADE_UP, "2025-01-20", Optional.of(unit), out));
    TEXTS.put("turns-calls", out -> turns(CALLS, "called >= 270", out));
    TEXTS.put("turns-implied", out -> turns(OF_1872, "certified >= majority", out));
    TEXTS.put("turns-never", out -> turns(MADE_UP, "declared >= 30", out));
    TEXTS.put("turns-unknown", out -> turns(MADE_UP, "reported >= 270", out));
  }

  static Set<String> names() {
    return TEXTS.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_text_is_as_it_is_kept(String name) throws IOException {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      Objects.requireNonNull(TEXTS.get(name)).accept(out);
    }
    Path file = FOLDER.resolve(name + ".txt");
    if (Boolean.getBoolean("ascertain.renew")) Files.writeString(file, text.toString());
    assertThat(text.toString()).isEqualTo(Files.readString(file));
  }

  @Test
  void no_file_is_kept_for_nothing() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              names().stream().map(name -> name + ".txt").toList());
    }
  }

  private static void standing(
      SampleRecord record, String at, Optional<String> unit, PrintWriter out) {
    When moment = When.parse(at);
    new StandingText(record.header(), record.history().at(moment.effective()), out, LAYOUT)
        .print(moment, Optional.empty(), unit, Caveat.NONE);
  }

  private static void replay(SampleRecord record, PrintWriter out) {
    long end = record.history().end();
    ReplayText text = new ReplayText(record.history(), out, LAYOUT);
    text.opening(record.entries(), Caveat.NONE);
    Story.of(record.history(), end, History.ALL).forEach(text::line);
    text.closing(end, record.header().election());
  }

  private static void turns(SampleRecord record, String condition, PrintWriter out) {
    Parsed parsed = ConditionParser.parse(condition, record.header(), record.history().law());
    Evaluation answer = Evaluation.of(((Parsed.Understood) parsed).condition(), record.history());
    TurnsText.print(record.history(), answer, Caveat.NONE, out);
  }

  private static void explanation(SampleRecord record, String figure, PrintWriter out) {
    Explainer explainer = new Explainer(record.history(), record.history().end());
    Figure meant = ((Figure.Reading.Understood) Figure.read(figure, record.history())).figure();
    new ExplanationText(explainer, record.history(), Caveat.NONE, out, LAYOUT)
        .tree(explainer.explain(meant));
  }

  private static void entry(PrintWriter out) {
    new EntryText(MADE_UP.history(), MADE_UP.entries().get(2), Optional.empty())
        .print(Caveat.ofScenario("A scenario."), out, LAYOUT);
  }

  private static void ids(PrintWriter out) {
    new IdsText(CALLS.history()).print(Caveat.NONE, out, LAYOUT);
  }

  private static void lawOfGeorgia(PrintWriter out) {
    StateLawText.print(Law.of(2024).orElseThrow(), Jurisdiction.GA, out, LAYOUT);
  }
}
