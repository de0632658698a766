package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.ascertain.desk.Blind.Opened;
import org.ascertain.desk.Blind.Paper;
import org.ascertain.desk.Ended.Recorded;
import org.ascertain.desk.Filed.Made;
import org.ascertain.desk.ForApproval.Proposed;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.record.DraftReader;
import org.ascertain.record.FactWord;

/**
 * What people do with what binds. What an act makes of a proposal, its line in the trail, and the
 * entries that it leads to are one transaction. Entries bear the number of whoever proposed, or
 * typed first; who else stood by them is in the trail.
 */
public final class ProposalActs {

  private static final int MOST_ATTEMPTS = 20;

  /** Where the trail says in how many fields two typings differed, once both were done. */
  static final String DIFFER = "differ";

  private static final int PAGE = 1_000;

  /** What a desk says itself. */
  public static final Source OWN = Source.of("desk", "What this desk says");

  /** What came of it. */
  public sealed interface Answer {}

  /** It is done; so it is kept now. */
  public record Written(KeptProposal now) implements Answer {}

  /** There is no such proposal. */
  public record NoSuchProposal() implements Answer {}

  /** It stays as it is, for the reason given. */
  public record Stayed(Filed.Acted why) implements Answer {}

  /** What was put forward or typed cannot be recorded, or asks for a reason. */
  public record Unfit(List<Told> why) implements Answer {}

  private final ElectionDesk desk;
  private final Judge judge;
  private final InstantSource clock;

  ProposalActs(ElectionDesk desk, Judge judge, InstantSource clock) {
    this.desk = desk;
    this.judge = judge;
    this.clock = clock;
  }

  public Optional<KeptProposal> find(long id) {
    return desk.record().ask(of -> KeptProposal.find(of, id));
  }

  /** Those with a greater number, in their order. */
  public List<KeptProposal> list(long after, int most) {
    return desk.record().ask(of -> KeptProposal.list(of, after, most));
  }

  /** What a proposal would make of the election; of a paper that is typed blind nobody is told. */
  public Optional<Prospect> prospect(long id) {
    return find(id)
        .map(found -> found.filed().state())
        .flatMap(
            state ->
                state instanceof ForApproval each
                    ? Optional.of(
                        Prospect.of(desk.record(), each.content().facts(), each.by(), desk.now()))
                    : Optional.empty());
  }

  /** The trail of this election, from a line on. */
  public List<Trail.Line> trail(long from, int most) {
    return desk.record().ask(of -> Trail.read(of, from, most));
  }

  /** How each typist has typed so far; of use in a rehearsal. */
  public List<TypingScore> typing() {
    List<KeptProposal> all = new ArrayList<>();
    for (List<KeptProposal> page = list(0, PAGE);
        !page.isEmpty();
        page = list(page.getLast().filed().id(), PAGE)) all.addAll(page);
    List<Trail.Line> lines = new ArrayList<>();
    for (List<Trail.Line> page = trail(1, PAGE);
        !page.isEmpty();
        page = trail(page.getLast().id() + 1, PAGE)) lines.addAll(page);
    return TypingScore.of(all, lines);
  }

  /** What somebody wrote, read as facts. */
  public sealed interface Drafts {}

  /** All of it can be read. */
  public record Facts(List<Fact> facts) implements Drafts {}

  /** Something of it cannot. */
  public record Unread(List<Told> why) implements Drafts {}

  /**
   * Reads facts as they are handed in: they may name a source that the record has described by its
   * id; one that names none rests on the desk's own word.
   */
  public Drafts read(List<String> drafts) {
    return desk.decide(
        state -> {
          List<Source> known = new ArrayList<>();
          state.sources().forEach(known::add);
          FactRows rows = new FactRows(state.source(OWN.id()).orElse(OWN), known);
          List<Fact> facts = new ArrayList<>();
          List<Told> problems = new ArrayList<>();
          for (String draft : drafts) {
            Rows.Read read = rows.row(facts.size() + 1, draft.getBytes(UTF_8));
            read.row().problems().forEach(problem -> problems.add(Told.of(problem)));
            read.findings().forEach(finding -> problems.add(Told.of(finding)));
            read.row().fact().ifPresent(facts::add);
          }
          boolean isWhole = problems.isEmpty() && facts.size() == drafts.size();
          return isWhole ? new Facts(facts) : new Unread(problems);
        });
  }

  /** Puts facts forward, for another to approve. */
  public Answer propose(Account by, Proposal.Content content) {
    return write(
        state -> {
          List<Told> wrong = wrong(content.facts(), by, state);
          if (!wrong.isEmpty()) return Step.not(new Unfit(wrong));
          Fact first = content.facts().getFirst();
          Proposed proposed = new Proposed(by, content, checked(content, by, state));
          return file(proposed, FactWord.of(first), unit(first), state);
        });
  }

  /**
   * Lays a paper before two who are to type it.
   *
   * @throws IllegalArgumentException if its kind is none that is typed
   */
  public Answer open(Account by, Paper paper) {
    if (!TypedPaper.KINDS.contains(paper.kind()))
      throw new IllegalArgumentException("no paper is typed as " + paper.kind());
    return write(
        state -> file(new Opened(by, paper), paper.kind(), Optional.of(paper.unit()), state));
  }

  private Step file(Proposal begun, String kind, Optional<String> unit, RecordState state) {
    long id = desk.record().ask(KeptProposal::nextId);
    KeptProposal kept =
        new KeptProposal(
            new Filed(id, 1, begun),
            kind,
            unit,
            OptionalLong.empty(),
            OptionalLong.empty(),
            desk.now(),
            desk.now());
    return append(kept, begun.by(), "open", List.of(), state);
  }

  /**
   * Does an act about a proposal.
   *
   * @param seen the version that was looked at
   */
  public Answer act(long id, Account who, long seen, ProposalAct act) {
    return write(
        state ->
            find(id)
                .map(found -> step(found, who, seen, act, state))
                .orElseGet(() -> Step.not(new NoSuchProposal())));
  }

  private Step step(
      KeptProposal found, Account who, long seen, ProposalAct act, RecordState state) {
    Account proposer = found.filed().state().by();
    Filed.Acted acted =
        found
            .filed()
            .act(who, seen, act, clock.instant(), content -> checked(content, proposer, state));
    if (!(acted instanceof Made made)) return Step.not(new Stayed(acted));
    List<Told> unfit = unfit(found.filed().state(), who, act, state);
    if (!unfit.isEmpty()) return Step.not(new Unfit(unfit));
    KeptProposal now = found.with(made.now(), desk.now());
    String word = act.kind().word();
    if (!(made.now().state() instanceof Recorded recorded))
      return append(now, who, word, List.of(), state);
    List<Fact> facts = new ArrayList<>();
    List<Told> unread = facts(recorded, facts);
    unread.addAll(wrong(facts, recorded.by(), state));
    return unread.isEmpty() ? append(now, who, word, facts, state) : Step.not(new Unfit(unread));
  }

  /** What of an act's own content cannot be recorded, or asks for a remark that is not there. */
  private List<Told> unfit(Proposal before, Account who, ProposalAct act, RecordState state) {
    if (act instanceof ProposalAct.Propose again) return wrong(again.content().facts(), who, state);
    if (!(act instanceof ProposalAct.Done done)) return List.of();
    return switch (before) {
      case Blind.FirstTyping typing ->
          unfit(typing.paper(), typing.typing().side().fields(), done.remark(), who, state);
      case Blind.SecondTyping typing ->
          unfit(typing.paper(), typing.typing().side().fields(), done.remark(), who, state);
      case Proposal nobodyTypes -> List.of();
    };
  }

  private List<Told> unfit(
      Paper paper,
      Map<String, String> fields,
      Optional<String> remark,
      Account who,
      RecordState state) {
    DraftReader.Reading reading = TypedPaper.read(paper, fields);
    if (reading.fact().isEmpty() || !reading.problems().isEmpty())
      return reading.problems().stream().map(Told::of).toList();
    List<Told> found = judge.judgeBinding(reading.fact().get(), name(who), state).told();
    return found.stream()
        .filter(each -> cannotBe(each) || (waits(each) && remark.isEmpty()))
        .toList();
  }

  private static List<Told> facts(Recorded recorded, List<Fact> facts) {
    return switch (recorded.agreed()) {
      case Ended.Facts agreed -> {
        facts.addAll(agreed.facts());
        yield new ArrayList<>();
      }
      case Ended.Typed agreed -> {
        DraftReader.Reading reading = TypedPaper.read(agreed.paper(), agreed.fields());
        reading.fact().ifPresent(facts::add);
        List<Told> told = new ArrayList<>();
        reading.problems().forEach(problem -> told.add(Told.of(problem)));
        yield told;
      }
    };
  }

  private Checked checked(Proposal.Content content, Account by, RecordState state) {
    List<Told> found = new ArrayList<>();
    for (Fact fact : content.facts())
      found.addAll(judge.judgeBinding(fact, name(by), state).told());
    return new Checked(found, state.size());
  }

  /** What law and record do not allow, whoever stands by it. */
  private List<Told> wrong(List<Fact> facts, Account by, RecordState state) {
    List<Told> wrong = new ArrayList<>();
    for (Fact fact : facts)
      for (Told each : judge.judgeBinding(fact, name(by), state).told())
        if (cannotBe(each)) wrong.add(each);
    return wrong;
  }

  private static boolean cannotBe(Told found) {
    return found.code().startsWith("R") || found.severity().equals(Severity.REFUSE.word());
  }

  private static boolean waits(Told found) {
    return found.severity().equals(Severity.ASIDE.word())
        || found.severity().equals(Severity.ASK.word());
  }

  private static String name(Account account) {
    return Long.toString(account.number());
  }

  private static Optional<String> unit(Fact fact) {
    // other kinds are of no unit, or of one that only the record knows
    if (fact instanceof Fact.OfUnit f) return Optional.of(f.unit());
    if (fact instanceof Fact.OfJurisdiction f) return Optional.of(f.jurisdiction());
    return fact instanceof Fact.Correction f ? unit(f.with()) : Optional.empty();
  }

  /**
   * What an attempt came to.
   *
   * @param batch that has to be durable before the answer holds
   */
  private record Step(Answer answer, CompletableFuture<?> batch) {
    static Step not(Answer why) {
      return new Step(why, CompletableFuture.completedFuture(why));
    }
  }

  /** Somebody acted between the look and the writing. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Overtaken() {
      super("somebody has acted meanwhile", null, false, false);
    }
  }

  private Answer write(Function<RecordState, Step> attempt) {
    for (int attempts = 1; ; attempts++) {
      try {
        Step step = desk.decide(attempt);
        step.batch().join();
        return step.answer();
      } catch (CompletionException failed) {
        if (!isOvertaken(failed) || attempts == MOST_ATTEMPTS) throw ElectionDesk.why(failed);
        desk.lookAnew();
      }
    }
  }

  private static boolean isOvertaken(CompletionException failed) {
    for (Throwable each = failed; each != null; each = each.getCause())
      if (each instanceof Overtaken) return true;
    return HandedBatch.hasMoved(failed);
  }

  /** Hands to the ledger what an act made of a proposal, and what it records. */
  private Step append(
      KeptProposal made, Account who, String act, List<Fact> facts, RecordState state) {
    long size = state.size();
    List<Draft> drafts = new ArrayList<>();
    Set<String> units = new TreeSet<>();
    for (Fact each : facts) {
      Fact fact = OfRecord.fact(each, state);
      String account = name(made.filed().state().by());
      state.take(new Entry(size + drafts.size(), desk.now(), account, fact));
      drafts.add(new Draft.Fresh(account, fact));
      unit(fact).map(Balance::whole).ifPresent(units::add);
    }
    KeptProposal now = facts.isEmpty() ? made : made.at(size, size + facts.size() - 1);
    Optional<Alerts.Step> alerts =
        facts.isEmpty()
            ? Optional.empty()
            : desk.alertStep(state, units, "Proposal %d was recorded".formatted(now.filed().id()));
    // a key for each attempt: what another made of the same version is another batch
    String key = "proposal:%d:%s".formatted(now.filed().id(), UUID.randomUUID());
    CompletableFuture<Indexes> batch =
        desk.append(
            drafts,
            size,
            key,
            (in, at) -> {
              if (!write(in, now)) throw new Overtaken();
              Trail.write(in, now.changed(), who, act, "proposal " + now.filed().id(), told(now));
              if (alerts.isPresent()) alerts.get().write(in);
            });
    return new Step(new Written(now), batch);
  }

  private static boolean write(Connection in, KeptProposal now) throws SQLException {
    if (now.filed().version() > 1) return now.update(in);
    if (KeptProposal.nextId(in) != now.filed().id()) return false;
    now.insert(in);
    return true;
  }

  /** What the trail says of an act: nothing that anybody typed. */
  private static SortedMap<String, String> told(KeptProposal now) {
    SortedMap<String, String> told = new TreeMap<>();
    told.put("state", now.word());
    told.put("version", Long.toString(now.filed().version()));
    if (now.filed().state() instanceof Blind.Differing differing)
      told.put(DIFFER, Integer.toString(differing.paths().size()));
    if (now.firstEntry().isPresent())
      told.put("entry", Long.toString(now.firstEntry().getAsLong()));
    return told;
  }
}
