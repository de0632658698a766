package org.ascertain.standing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Problem;
import org.ascertain.law.Law;

/**
 * Whether a fact that is about to be recorded makes sense after what the record holds, told fact by
 * fact in the time that a look-up takes. Of corrections, retractions and certificates that stand in
 * the place of others it knows nothing: their references are looked at by {@link History}.
 */
public final class FactSense {

  private final Header first;
  private final Law law;
  private final KnownUnits units;
  private final List<Entry> additions = new ArrayList<>();
  private final Map<String, Entry> challenges = new HashMap<>();

  /** Who was called last, by caller and unit; empty text where that was withdrawn. */
  private final Map<String, String> called = new HashMap<>();

  private final Vintages vintages;

  /** By entry, its unit, where it matters of which list that is. */
  private final Map<Long, String> listed = new HashMap<>();

  private Header header;
  private FactChecks checks;

  /**
   * @param header the record's first fact
   */
  public FactSense(Header header, Law law, KnownUnits units) {
    this.first = header;
    this.law = law;
    this.units = units;
    this.header = Declarations.with(header, List.of());
    this.vintages = new Vintages(new Register(this.header, law, units));
    this.checks = checks();
  }

  private FactChecks checks() {
    return new FactChecks(new Register(header, law, units), new ReportingUnits(), vintages);
  }

  /** The election with the names that came late. */
  public Header header() {
    return header;
  }

  /** Takes an entry that is in the record. */
  public void take(Entry entry) {
    if (entry.fact() instanceof Fact.OfUnit of && vintages.matter(of.unit())) {
      vintages.begins(of.unit());
      listed.put(entry.index(), of.unit());
    }
    switch (entry.fact()) {
      case Fact.Addition addition -> {
        additions.add(entry);
        header = Declarations.with(first, additions);
        checks = checks();
      }
      case Fact.Challenge challenge -> challenges.putIfAbsent(challenge.id(), entry);
      case Fact.Call call -> called.put(call.caller() + " " + call.unit(), call.candidate());
      case Fact.CallWithdrawn taken -> called.put(taken.caller() + " " + taken.unit(), "");
      case Fact.Retraction taken ->
          Optional.ofNullable(listed.remove(taken.retracts())).ifPresent(vintages::ends);
      default -> {} // no other kind says what may follow it
    }
  }

  /** What is wrong with a fact, if anything; its index is what the problem is told with. */
  public Optional<Problem> problem(Entry entry) {
    Optional<Problem> alone = checks.problem(entry);
    if (alone.isPresent()) return alone;
    return switch (entry.fact()) {
      case Fact.Challenge f ->
          challenges.containsKey(f.id())
              ? problem(entry, Check.CHALLENGE_TWICE, "id", f.id())
              : Optional.empty();
      case Fact.Ruling f -> ruling(entry, f.challenge());
      case Fact.CallWithdrawn f ->
          f.candidate().equals(called.get(f.caller() + " " + f.unit()))
              ? Optional.empty()
              : Optional.of(Calls.notCalled(entry));
      case Fact.Addition f ->
          Declarations.problems(declaring(entry)).stream()
              .filter(problem -> problem.index() == entry.index())
              .findFirst();
      default -> Optional.empty(); // no other kind rests on what came before it
    };
  }

  private List<Entry> declaring(Entry further) {
    List<Entry> all = new ArrayList<>();
    all.add(new Entry(0, further.recorded(), further.recordedBy(), first));
    all.addAll(additions);
    all.add(further);
    return all;
  }

  private Optional<Problem> ruling(Entry entry, String id) {
    Entry challenge = challenges.get(id);
    if (challenge == null) return problem(entry, Check.UNKNOWN_CHALLENGE, "challenge", id);
    return challenge.effective() > entry.effective()
        ? problem(entry, Check.RULING_TOO_EARLY, "at", id)
        : Optional.empty();
  }

  private static Optional<Problem> problem(Entry entry, Check check, String path, String detail) {
    return Optional.of(new Problem(check, entry.index(), path, detail));
  }
}
