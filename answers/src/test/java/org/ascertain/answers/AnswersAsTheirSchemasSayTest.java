package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.ascertain.archive.Archive;
import org.ascertain.audit.Assumed;
import org.ascertain.audit.AuditMethod;
import org.ascertain.audit.AuditRound;
import org.ascertain.audit.AuditRounds;
import org.ascertain.audit.BallotManifest;
import org.ascertain.audit.CardComparison;
import org.ascertain.audit.Supposition;
import org.ascertain.audit.WhatIf;
import org.ascertain.election.Attestation;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Base;
import org.ascertain.law.Choice;
import org.ascertain.law.Law;
import org.ascertain.law.Missing;
import org.ascertain.law.Sentence;
import org.ascertain.law.Succession;
import org.ascertain.law.Verdict;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.Flaw;
import org.ascertain.record.InclusionProof;
import org.ascertain.record.Verification;
import org.ascertain.standing.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether every answer is as its schema says. Longer than other files: the list of all answers is
 * read as one, so that what lacks is seen.
 */
class AnswersAsTheirSchemasSayTest {

  /**
   * What the desk, the press check and watches answer; the tests of `server` and `cli` hold it
   * against their schemas.
   */
  private static final Set<String> OF_THE_DESK =
      Set.of(
          "Alerts",
          "Changes",
          "CheckedText",
          "CheckedTexts",
          "ClaimReviews",
          "ConditionWords",
          "Dues",
          "Finding",
          "Freeze",
          "Holds",
          "Intake",
          "Intakes",
          "Kept",
          "KeptRow",
          "Keys",
          "MadeWatch",
          "Next",
          "Notice",
          "People",
          "Person",
          "Proposal",
          "Proposals",
          "Prospect",
          "Provider",
          "ProviderWay",
          "Rehearsal",
          "Scan",
          "Session",
          "SignedOut",
          "TrailLine",
          "Typing",
          "Understood",
          "Unexplained",
          "Watch",
          "WatchDeliveries",
          "WatchEvents",
          "WatchStands",
          "Watches");

  private final Schemas schemas = new Schemas();
  private final List<String> faults = new ArrayList<>();

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES) // of a machine that is busy
  void every_answer_is_as_its_schema_says_and_no_field_is_in_no_answer() {
    for (String year : List.of("1800", "1868", "1872", "2000"))
      hold(year, SampleRecord.of(year), Edition.OVER, List.of(When.parse(year + "-11-20")));
    SampleRecord madeUp = SampleRecord.madeUp();
    hold("made up", madeUp, Edition.REHEARSAL, moments(madeUp));
    AllAnswers answers = new AllAnswers(madeUp, Edition.REHEARSAL);
    for (String event : answers.events()) hold("made up", "LiveEvent", event);
    for (String condition : List.of("called >= 30", "called >= 19"))
      hold("made up", "Turns", answers.turns(condition).orElseThrow());
    for (int i = 0; i < madeUp.entries().size(); i++)
      hold("made up", "ShownEntry", answers.shown(i));
    SampleRecord kinds = SampleRecord.kinds();
    hold("kinds", "Ids", new IdsText(kinds.history()).json(Caveat.NONE));
    for (int i = 0; i < kinds.entries().size(); i++)
      hold("kinds", "ShownEntry", new AllAnswers(kinds, Edition.OVER).shown(i));
    hold("lines", "About", new AllAnswers(SampleRecord.lines(), Edition.OVER).about());
    ofWhole2020();
    ofCorrections();
    ofTurnout();
    ofDiffering();
    ofVerdicts(madeUp);
    ofFiles();
    ofADesk();
    ofLaw();
    assertThat(faults).isEmpty();
    // A refusal is the server's; a meaning's turns are written as those of a condition.
    assertThat(schemas.unseen())
        .filteredOn(field -> !field.startsWith("Refusal/") && !field.startsWith("Meaning/turns/"))
        .filteredOn(field -> !OF_THE_DESK.contains(field.substring(0, field.indexOf('/'))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("years")
  void what_is_told_of_each_election_is_as_its_schema_says(String year) {
    AllAnswers answers = new AllAnswers(SampleRecord.of(year), Edition.OVER);
    hold(year, "About", answers.about());
    hold(year, "Elections", answers.overview());
    hold(year, "Timeline", answers.timeline());
    if (!year.equals("2020")) hold(year, "Story", answers.story()); // it has a test of its own
    assertThat(faults).isEmpty();
  }

  static List<String> years() {
    return Archive.ids().stream().map(id -> id.substring(id.lastIndexOf('-') + 1)).toList();
  }

  private static List<When> moments(SampleRecord record) {
    return record.history().entries().stream()
        .map(entry -> entry.fact().attestation().at())
        .distinct()
        .toList();
  }

  private void ofWhole2020() {
    AllAnswers answers = new AllAnswers(SampleRecord.of("2020"), Edition.OVER);
    hold("2020", "Story", answers.story());
    hold("2020", "Standing", answers.standing(When.parse("2021-01-20")));
    for (String at : List.of("2020-11-03", "2020-11-06T20:00:00-05:00", "2021-01-20"))
      hold("2020", "Paths", paths("2020", When.parse(at)));
    hold("2016", "Paths", paths("2016", When.parse("2017-01-20")));
    hold("2016", "WhatIf", whatIf(Supposition.Award.POPULAR));
    hold("2016", "AuditPlan", plan("2016"));
    hold("2000", "AuditPlan", plan("2000"));
    hold("2016", "AuditStatus", status(true));
    hold("2016", "AuditStatus", status(false));
    hold(
        "cards",
        "AuditCompare",
        new AuditCompareText(
                new CardComparison(
                    1,
                    new Fact.Discrepancies(1, 0, 0, 0),
                    List.of(new CardComparison.Differing("1-1", 1))),
                List.of("Something is odd."))
            .json());
    hold(
        "a manifest",
        "AuditSample",
        new AuditSampleText(
                "WI",
                "12345678901234567890",
                3,
                new BallotManifest(
                    List.of(new BallotManifest.Batch("A", 5)), List.of("Something is odd.")))
            .json());
    for (String condition : List.of("reported >= majority", "open(PA)"))
      answers.turns(condition).ifPresent(json -> hold("2020", "Turns", json));
  }

  private static String status(boolean isOnRecord) {
    SampleRecord record = SampleRecord.of("2016");
    return new AuditStatusText(
            record.history(),
            Caveat.ofScenario("A scenario."),
            AuditPlanText.holdings(record.history(), record.end()),
            rounds(record),
            isOnRecord,
            isOnRecord ? Assumed.NOTHING : new Assumed(Set.of("GA"), Map.of("NV", 0.02)),
            0.05)
        .json();
  }

  private static AuditRounds rounds(SampleRecord record) {
    Entry any = record.history().last().orElseThrow();
    return new AuditRounds(
        List.of(new AuditRound.HandCount("PA", true)),
        List.of(),
        List.of(any),
        List.of(
            new AuditRounds.LeftOut(
                any, Sentence.of("the rule of sampling was changed after the first round"))));
  }

  private static String paths(String year, When at) {
    return new PathsText(SampleRecord.of(year).history(), at, Caveat.ofScenario("A scenario."))
        .json();
  }

  private static String plan(String year) {
    SampleRecord record = SampleRecord.of(year);
    return new AuditPlanText(
            record.history(),
            Caveat.ofScenario("A scenario."),
            AuditPlanText.holdings(record.history(), record.end()),
            new AuditMethod.Polling(),
            0.05,
            Set.of(),
            Set.of("PA"))
        .json();
  }

  private static String whatIf(Supposition.Award award) {
    SampleRecord record = SampleRecord.of("2016");
    try {
      return new WhatIfText(
              record.history(),
              record.end(),
              Caveat.ofScenario("A scenario."),
              List.of(new Supposition.AwardBy(award)))
          .json();
    } catch (WhatIf.Refused refused) {
      throw new AssertionError(refused);
    }
  }

  /** A correction of what came first changes more than an event tells. */
  private void ofCorrections() {
    SampleRecord part = SampleRecord.part("2020", Set.of("GA", "PA"), 3);
    List<Entry> entries = new ArrayList<>(part.entries());
    Entry first =
        entries.stream().filter(e -> e.fact() instanceof Fact.Returns).findFirst().orElseThrow();
    Fact.Returns returns = (Fact.Returns) first.fact();
    entries.add(
        new Entry(
            entries.getLast().index() + 1,
            entries.getLast().recorded(),
            "1",
            new Fact.Correction(
                Attestation.of(When.parse("2021-02-01"), returns.attestation().source()),
                first.index(),
                "A slip.",
                Changed.with(returns, "exact", !returns.exact()))));
    for (String event : new AllAnswers(SampleRecord.of(entries), Edition.LIVE).events())
      hold("2020", "LiveEvent", event);
  }

  private void ofTurnout() {
    hold("2020", "Standing", turnout());
  }

  /** A county of which two officials say different things, and its precincts a third. */
  private void ofDiffering() {
    List<Entry> entries =
        new ArrayList<>(SampleRecord.part("2020", Set.of("GA", "PA"), 3).entries());
    When then = entries.getLast().fact().attestation().at();
    long biden = 10;
    for (String[] each :
        new String[][] {{"registrar", "PA/42003"}, {"state", "PA/42003"}, {"state", "PA/42003/1"}})
      entries.add(
          new Entry(
              entries.getLast().index() + 1,
              entries.getLast().recorded(),
              "1",
              Fact.Returns.of(
                  Attestation.of(then, Source.of(each[0], each[0])),
                  each[1],
                  Votes.of(Map.of("biden", biden++)))));
    SampleRecord record = SampleRecord.of(entries);
    hold("2020", "Standing", new AllAnswers(record, Edition.OVER).standing(record.end()));
  }

  /** A standing of returns that tell of ballots, voters and parts too. */
  static String turnout() {
    SampleRecord part = SampleRecord.part("2020", Set.of("GA", "PA"), 3);
    List<Entry> entries = new ArrayList<>(part.entries());
    Fact.Returns returns =
        entries.stream()
            .map(Entry::fact)
            .filter(Fact.Returns.class::isInstance)
            .map(Fact.Returns.class::cast)
            .findFirst()
            .orElseThrow();
    entries.add(
        new Entry(
            entries.getLast().index() + 1,
            entries.getLast().recorded(),
            "1",
            new Fact.Returns(
                returns.attestation(),
                "WY",
                returns.votes(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                true,
                OptionalLong.empty(),
                Optional.empty(),
                false,
                Optional.of(
                    new Fact.BallotCounts(
                        OptionalLong.of(1L << 40),
                        OptionalLong.of(3),
                        OptionalLong.of(2),
                        OptionalLong.of(1))),
                OptionalLong.of(1L << 40),
                Optional.of(new Fact.Reporting(12, 20)),
                Fact.TotalBy.PRINTED)));
    AllAnswers answers = new AllAnswers(SampleRecord.of(entries), Edition.OVER);
    String standing = answers.standing(When.parse("2021-01-20"));
    assertThat(standing).contains("\"reporting\"");
    return standing;
  }

  private void ofFiles() {
    List<Problem> problems = List.of(new Problem(Check.NOT_JSON, 3, "units[0]", "cut"));
    hold("a file", "Check", new CheckText(4, problems, 2, problems).json());
    hold(
        "a file",
        "Import",
        new IntakeText("us-president-2024", "a.jsonl", true, 1, 2, 3, problems, problems).json());
    SequencedMap<String, Long> copied = new LinkedHashMap<>(Map.of("us-president-2024", 4L));
    hold("a folder", "Backup", BackupText.json(copied));
    hold(
        "a copy",
        "Published",
        new PublishedText("us-president-1800", 65, "out", "out/index.html").json());
    InclusionProof proof = new AllAnswers(SampleRecord.calls(), Edition.OVER).proof(3);
    hold("an entry", "Proof", ProofJson.of(proof));
    hold(
        "a log",
        "Checkpoint",
        CheckpointText.json(Optional.of(proof.checkpoint()), Optional.of("key")));
    hold("a log", "Checkpoint", CheckpointText.json(Optional.empty(), Optional.of("key")));
    List<Verification> verified =
        List.of(
            new Verification(
                "a log",
                4,
                Checkpoint.of(proof.checkpoint()).root(),
                true,
                List.of("It is whole."),
                List.of("Nobody signed it."),
                List.of(new Flaw("entry 3", "it was altered"))));
    hold("a log", "Verification", VerificationText.json(verified));
  }

  private void ofADesk() {
    Instant now = Instant.parse("2028-11-07T12:00:00Z");
    SequencedMap<String, Collection<String>> scope = new LinkedHashMap<>();
    scope.put("elections", Set.of("us-president-2028"));
    scope.put("facts", Set.of("returns", "call"));
    scope.put("callers", Set.of("AP"));
    scope.put("units", Set.of("PA"));
    scope.put("sources", Set.of("pa-state"));
    TokenText.Row token =
        new TokenText.Row(
            1, "Wire", scope, "flag", now, now.plusSeconds(9), Optional.of(now), Optional.of(now));
    hold("a token", "Token", TokenText.json(token, Optional.of("asc_x"), now));
    hold("tokens", "Tokens", TokenText.json(List.of(token), now));
    SentText.Counts counts = new SentText.Counts(6, 1, 1, 1, 1, 2);
    SentText.Finding finding =
        new SentText.Finding(3, "D604", "aside", "votes", "Exchanged?", Optional.of("7"));
    hold(
        "a file",
        "Sent",
        new SentText(
                "a.csv",
                "us-president-2028",
                true,
                false,
                counts,
                List.of(finding),
                2,
                Optional.of("Cut."))
            .json());
    hold(
        "a feed",
        "Fed",
        new FeedText(
                "us-president-2020",
                6,
                counts,
                new TreeMap<>(Map.of("D604", 1L)),
                new TreeMap<>(Map.of("certification", 2)),
                List.of(
                    new FeedText.Fault("swap", "PA", "2020-11-04", List.of("D604")),
                    new FeedText.Fault("drop", "PA", "2020-11-05", List.of())),
                Optional.of("Cut."))
            .json());
    SampleRecord record = SampleRecord.of("2000");
    Attestation said = record.header().attestation();
    Fact.Coverage calls =
        new Fact.Coverage(
            said,
            Fact.Matter.CALLS,
            Fact.Extent.COMPLETE,
            Optional.of("AP"),
            List.of(),
            Optional.empty());
    hold(
        "an election",
        "Begun",
        new BegunText(
                record.header(),
                Law.of(2024).orElseThrow(),
                List.of(calls),
                2,
                List.of(new BegunText.Next("go on", "ascertain serve", "it is open")))
            .json());
  }

  /** Every verdict that the types allow, whether or not the law of today gives it. */
  private void ofVerdicts(SampleRecord record) {
    Standing standing = record.history().standing();
    Verdict.Grounds grounds =
        new Verdict.Grounds(List.of("BASE.ECA"), LongStream.range(0, 30).boxed().toList());
    Verdict<Base> notYet = new Verdict.NotYet<>(List.of(new Missing.Signatures()), grounds);
    Base base = ((Verdict.Determined<Base>) standing.electors().base()).value();
    Verdict<Base> either =
        new Verdict.Alternatives<>(
            List.of(
                new Verdict.Alternative<>(base, "one reading", grounds),
                new Verdict.Alternative<>(base, "another", grounds)));
    for (Verdict<Base> each : List.of(notYet, new Verdict.NoRule<Base>("no rule", grounds), either))
      hold(Changed.with(standing, "electors", Changed.with(standing.electors(), "base", each)));
    Verdict<Choice> none = new Verdict.NoRule<>("no rule", grounds);
    hold(Changed.with(standing, "president", Changed.with(standing.president(), "verdict", none)));
    Succession acts = new Succession("the Speaker", Succession.Capacity.ACTING_PRESIDENT);
    List<Verdict<Succession>> all =
        List.of(
            new Verdict.NotYet<>(List.of(new Missing.Signatures()), grounds),
            new Verdict.NoRule<>("no rule", grounds),
            new Verdict.Alternatives<>(
                List.of(
                    new Verdict.Alternative<>(acts, "one reading", grounds),
                    new Verdict.Alternative<>(acts, "another", grounds))));
    hold(
        standing.withUnits(
            List.of(Changed.with(standing.units().getFirst(), "entries", grounds.entries()))));
    for (Verdict<Succession> each : all)
      hold(Changed.with(standing, "succession", Optional.of(each)));
  }

  private void hold(Standing standing) {
    hold(
        "made up",
        "Standing",
        StandingJson.of(Edition.OVER, standing, When.parse("2025-01-20"), Optional.empty()));
  }

  private void ofLaw() {
    hold("2032", "Law", LawJson.of("us-president-2032", Law.of(2032).orElseThrow()));
    Law law = Law.of(2028).orElseThrow();
    hold("2028", "Law", LawJson.of("us-president-2028", law));
    hold("2028", "Power", new PowerText(law).json());
    for (Jurisdiction each : Jurisdiction.values())
      hold("2028 " + each, "StateLaw", LawJson.of("us-president-2028", law, each));
  }

  private void hold(String of, SampleRecord record, Edition edition, List<When> moments) {
    for (AllAnswers.Answer answer : new AllAnswers(record, edition).all(moments))
      hold(of, answer.name(), answer.json());
  }

  private void hold(String of, String name, String json) {
    for (String fault : schemas.faults(name, json)) faults.add(of + " " + name + ": " + fault);
  }
}
