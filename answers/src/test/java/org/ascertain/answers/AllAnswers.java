package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.archive.Archive;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Entry;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.When;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.InclusionProof;
import org.ascertain.record.Lines;
import org.ascertain.record.RecordWriter;
import org.ascertain.record.TreeHashes;
import org.ascertain.standing.Course;
import org.ascertain.standing.Explainer;
import org.ascertain.standing.Figure;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;

/** JSON answers about an election of the archive, each by its schema's name. */
final class AllAnswers {

  /**
   * An answer.
   *
   * @param name its schema's
   */
  record Answer(String name, String json) {}

  private static final Caveat CAVEAT = Caveat.ofScenario("A scenario.");

  private final SampleRecord record;
  private final Edition edition;

  AllAnswers(SampleRecord record, Edition edition) {
    this.record = record;
    this.edition = edition;
  }

  /** Every answer that there is of the whole record, and standings at these moments. */
  List<Answer> all(List<When> moments) {
    List<Answer> all = new ArrayList<>();
    for (When at : moments) {
      Standing standing = record.history().at(at.effective());
      all.add(new Answer("Standing", StandingJson.of(standing, at, Optional.of(at))));
      all.add(new Answer("Glance", glance(at)));
    }
    Standing end = record.history().standing();
    all.add(
        new Answer(
            "Standing",
            StandingJson.of(
                end, record.end(), Optional.empty(), Optional.of("checkpoint"), CAVEAT)));
    all.add(new Answer("Standing", standing(record.end())));
    all.add(
        new Answer(
            "Standing",
            StandingJson.of(
                end.withUnits(List.of(end.units().getFirst())), record.end(), Optional.empty())));
    all.add(new Answer("Challenges", challenges()));
    all.add(new Answer("Elections", overview()));
    all.add(new Answer("About", about()));
    all.add(new Answer("Story", story()));
    all.add(new Answer("Timeline", timeline()));
    all.add(new Answer("Counties", counties()));
    all.add(new Answer("Law", law()));
    all.add(new Answer("Formats", FormatsText.json()));
    all.add(
        new Answer(
            "ElectionFormats",
            ElectionFormats.json(ElectionAt.of(record.history(), record.end(), Optional.empty()))));
    all.add(new Answer("Ids", new IdsText(record.history()).json(CAVEAT)));
    all.add(new Answer("ShownEntry", shown(record.entries().size() / 2)));
    all.add(new Answer("Meanings", new OfficialTable(record.history(), false).json(CAVEAT)));
    all.add(new Answer("Replay", replay()));
    Explainer explainer = new Explainer(record.history(), record.history().end());
    all.add(
        new Answer(
            "Explanation",
            new ExplanationJson(explainer, record.history())
                .of(explainer.explain(Figure.Electors.CAST), CAVEAT)));
    all.add(new Answer("Turns", turnsWithCaveat()));
    String place = record.history().law().entitled().keySet().iterator().next();
    all.add(
        new Answer(
            "StateLaw",
            LawJson.of(
                record.header().election(), record.history().law(), Jurisdiction.valueOf(place))));
    for (String condition : List.of("voted >= 1", "reported >= majority", "called >= 270"))
      turns(condition).ifPresent(json -> all.add(new Answer("Turns", json)));
    for (String figure : List.of("president", "majority", "settled"))
      all.add(new Answer("Explanation", explanation(figure, Optional.of(1L))));
    all.add(new Answer("Entry", entry(record.entries().size() / 2)));
    return all;
  }

  String standing(When at) {
    return StandingJson.of(edition, record.history().at(at.effective()), at, Optional.empty());
  }

  /** The same of some jurisdictions. */
  String standing(When at, Set<String> jurisdictions) {
    Standing whole = record.history().at(at.effective());
    List<Standing.UnitRow> some =
        whole.units().stream()
            .filter(row -> jurisdictions.contains(row.unit().jurisdiction()))
            .toList();
    return StandingJson.of(edition, whole.withUnits(some), at, Optional.of(at));
  }

  String challenges() {
    return StandingJson.challenges(edition, record.history().standing());
  }

  String about() {
    return AboutJson.of(edition, record.history());
  }

  String timeline() {
    return TimelineJson.of(edition, record.history(), record.course());
  }

  String counties() {
    return CountiesJson.of(edition, record.history(), record.history().end());
  }

  String law() {
    return LawJson.of(edition, record.header().election(), record.history().law());
  }

  String story() {
    return StoryJson.of(edition, record.history(), record.course(), record.entries().size());
  }

  String glance(When at) {
    return GlanceJson.at(edition, record.history(), record.course(), at);
  }

  String overview() {
    return AboutJson.overview(
        List.of(new AboutJson.Overview(edition, record.history(), record.history().standing())));
  }

  /** Empty where the election does not know what the condition speaks of. */
  Optional<String> turns(String condition) {
    return ConditionParser.parse(condition, record.header(), record.history().law())
            instanceof Parsed.Understood(var understood)
        ? Optional.of(
            TurnsJson.of(
                edition, record.header(), condition, Evaluation.of(understood, record.history())))
        : Optional.empty();
  }

  private String turnsWithCaveat() {
    Parsed parsed = ConditionParser.parse("voted >= 1", record.header(), record.history().law());
    Evaluation answer = Evaluation.of(((Parsed.Understood) parsed).condition(), record.history());
    return JsonAnswer.object(
        json -> {
          CAVEAT.write(json);
          TurnsJson.write(json, record.header(), "voted >= 1", answer);
        });
  }

  String explanation(String figure, Optional<Long> struck) {
    Explainer explainer = new Explainer(record.history(), record.history().end());
    Figure meant = ((Figure.Reading.Understood) Figure.read(figure, record.history())).figure();
    ExplanationJson json = new ExplanationJson(explainer, record.history());
    if (struck.isEmpty()) return json.of(edition, explainer.explain(meant));
    SampleRecord others =
        SampleRecord.of(record.entries().stream().filter(e -> e.index() != struck.get()).toList());
    Explainer after = new Explainer(others.history(), record.history().end());
    return json.of(edition, explainer.explain(meant), struck.get(), after.explain(meant));
  }

  /** An entry with the proof that it stands in the whole record. */
  String entry(int index) {
    InclusionProof proof = proof(index);
    return EntryJson.of(
        edition,
        record.header(),
        index,
        proof.entry().getBytes(UTF_8),
        Optional.of(record.entries().get(index)),
        Optional.of(proof));
  }

  /** An entry as it is shown to one who asks for it alone. */
  String shown(int index) {
    Entry entry = record.entries().get(index);
    return new EntryText(record.history(), entry, Optional.of(proof(index).entry().getBytes(UTF_8)))
        .json(CAVEAT);
  }

  String replay() {
    long end = record.history().end();
    List<Story.Line> lines = Story.of(record.history(), end, History.ALL);
    return ReplayJson.of(record.history(), lines, end, CAVEAT);
  }

  InclusionProof proof(int index) {
    RecordWriter writer = new RecordWriter();
    List<byte[]> lines = record.entries().stream().map(writer::line).toList();
    TreeHashes hashes = TreeHashes.of(Lines.of(lines), lines.size());
    Checkpoint tree =
        new Checkpoint(
            "ascertain.invalid/archive/" + record.header().election(),
            lines.size(),
            hashes.root(lines.size()));
    return InclusionProof.of(index, lines.get(index), hashes, tree.unsigned());
  }

  /** The events of a record's entries, one after the other. */
  List<String> events() {
    LiveEventJson events =
        new LiveEventJson(edition, Course.under(record.history().law(), Archive.knownUnits()));
    return record.entries().stream()
        .map(entry -> events.after(entry, Millis.of(entry.effective())))
        .toList();
  }
}
