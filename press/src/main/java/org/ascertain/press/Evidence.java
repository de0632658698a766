package org.ascertain.press;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascertain.answers.Names;
import org.ascertain.answers.TimeText;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ascertainment;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Coverage;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.RungFigures;
import org.ascertain.standing.Standing.UnitRow;
import org.jspecify.annotations.Nullable;

/**
 * What the record of one election holds as of a moment: what forms ask. Texts that are checked at
 * the same time share it.
 */
final class Evidence {

  private final History history;
  private final long moment;
  private final Names names;
  private final List<Entry> facts;
  private final IntFunction<Optional<Evidence>> others;
  private volatile @Nullable Map<String, UnitRow> rows;
  private final Map<Class<?>, List<Entry>> byKind = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> once = new ConcurrentHashMap<>();
  private final Map<Long, String> told = new ConcurrentHashMap<>();
  private final Map<List<Object>, Boolean> complete = new ConcurrentHashMap<>();
  private volatile @Nullable Standing standing;
  private volatile @Nullable Boolean haveVoted;
  private volatile @Nullable Actors actors;

  /**
   * @param moment as of which, in nanoseconds since 1970-01-01T00:00Z
   * @param others the whole records of other elections, by their years
   */
  Evidence(History history, long moment, IntFunction<Optional<Evidence>> others) {
    this.others = others;
    this.history = history;
    this.moment = Math.min(moment, history.end());
    this.names = new Names(history.header());
    this.facts =
        history.besidesReturns().stream().filter(e -> e.effective() <= this.moment).toList();
  }

  /** The whole record of an election. */
  Optional<Evidence> of(int year) {
    return others.apply(year);
  }

  /** All that the record of this election holds today. */
  Evidence whole() {
    return of(year()).orElse(this);
  }

  History history() {
    return history;
  }

  int year() {
    return history.header().year();
  }

  /** The last moment that is looked at, in nanoseconds since 1970-01-01T00:00Z. */
  long moment() {
    return moment;
  }

  /** How it stood then; who asks while it is worked out waits for it. */
  Standing standing() {
    Standing made = standing;
    return made != null ? made : madeStanding();
  }

  private synchronized Standing madeStanding() {
    Standing made = standing;
    if (made == null) {
      made = history.at(moment);
      standing = made;
    }
    return made;
  }

  String name(String candidate) {
    return names.of(candidate);
  }

  static String place(String unit) {
    return Names.place(unit);
  }

  String figures(Votes votes) {
    return names.figures(votes);
  }

  static String time(Entry entry) {
    return TimeText.full(entry.fact().attestation());
  }

  static String time(When when) {
    return TimeText.full(when, false);
  }

  /** The facts of a kind by then, in the order of time. */
  <F extends Fact> List<Entry> all(Class<F> kind, Predicate<F> which) {
    return known(kind).stream().filter(entry -> which.test(kind.cast(entry.fact()))).toList();
  }

  private List<Entry> known(Class<?> kind) {
    List<Entry> known = byKind.get(kind);
    return known != null
        ? known
        : byKind.computeIfAbsent(
            kind, k -> facts.stream().filter(e -> k.isInstance(e.fact())).toList());
  }

  /** What is worked out of it, which is done once; by its kind. */
  <T> T once(Class<T> kind, Function<Evidence, T> made) {
    Object known = once.get(kind);
    if (known == null) {
      T now = made.apply(this);
      Object before = once.putIfAbsent(kind, now);
      known = before != null ? before : now;
    }
    return kind.cast(known);
  }

  /** What is told of an entry: it is put together once. */
  String told(Entry entry, Function<Entry, String> teller) {
    String known = told.get(entry.index());
    return known != null ? known : told.computeIfAbsent(entry.index(), i -> teller.apply(entry));
  }

  <F extends Fact> Optional<Entry> first(Class<F> kind, Predicate<F> which) {
    return known(kind).stream().filter(entry -> which.test(kind.cast(entry.fact()))).findFirst();
  }

  <F extends Fact> Optional<Entry> last(Class<F> kind, Predicate<F> which) {
    List<Entry> found = all(kind, which);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  /** Those abroad whose words are on record. */
  Actors actors() {
    Actors known = actors;
    if (known == null) {
      known =
          new Actors(
              all(Fact.Acknowledgement.class, f -> true).stream()
                  .map(entry -> (Fact.Acknowledgement) entry.fact())
                  .toList());
      actors = known;
    }
    return known;
  }

  /** Whether the record is known to hold all of a matter of a unit by then. */
  boolean isComplete(Matter matter, Optional<String> caller, String unit) {
    return complete.computeIfAbsent(
        List.of(matter, caller, unit),
        key -> {
          List<Entry> said =
              all(
                  Coverage.class,
                  c ->
                      c.of() == matter
                          && (c.caller().isEmpty() || c.caller().equals(caller))
                          && (c.units().isEmpty()
                              || c.units().contains(unit)
                              || c.units().contains(Unit.jurisdictionOf(unit))));
          return !said.isEmpty() && ((Coverage) said.getLast().fact()).extent() == Extent.COMPLETE;
        });
  }

  boolean isComplete(Matter matter) {
    return isComplete(matter, Optional.empty(), Unit.NATION)
        && all(
                Coverage.class,
                c ->
                    c.of() == matter
                        && !c.units().isEmpty()
                        && c.extent() != Extent.COMPLETE
                        && c.units().stream().anyMatch(u -> u.indexOf('-') < 0))
            .isEmpty();
  }

  RungFigures rung(Rung rung) {
    return standing().ladder().stream().filter(r -> r.rung() == rung).findFirst().orElseThrow();
  }

  /** Whether every elector stands on a rung. */
  boolean isWhole(Rung rung) {
    RungFigures figures = rung(rung);
    return figures.electors().sum() > 0 && figures.unassigned() == 0;
  }

  /**
   * Whether all electors have voted, by then; those who were not appointed or were absent aside.
   */
  boolean haveVoted() {
    Boolean known = haveVoted;
    if (known == null) {
      known = areVotesIn();
      haveVoted = known;
    }
    return known;
  }

  private boolean areVotesIn() {
    RungFigures voted = rung(Rung.VOTED);
    return voted.electors().sum() > 0
        && voted.unknown() == 0
        && isComplete(Matter.ELECTOR_VOTES, Optional.empty(), Unit.NATION)
        && standing().units().stream()
            .filter(row -> row.unit().atLarge())
            .allMatch(row -> row.electorVotes().isPresent() || isWithoutElectors(row));
  }

  /** Whether a unit is on record as one that appointed no electors. */
  boolean isWithoutElectors(UnitRow row) {
    return all(Fact.NotAppointed.class, f -> f.jurisdiction().equals(row.unit().id())).size() > 0;
  }

  Optional<UnitRow> row(String unit) {
    Map<String, UnitRow> known = rows;
    if (known == null) {
      known =
          standing().units().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      row -> row.unit().id(), row -> row, (one, other) -> other));
      rows = known;
    }
    return Optional.ofNullable(known.get(unit));
  }

  /** How many electors a whole jurisdiction has, by law. */
  int electors(String jurisdiction) {
    return history.law().units().stream()
        .filter(unit -> unit.jurisdiction().equals(jurisdiction))
        .mapToInt(Unit::electors)
        .sum();
  }

  boolean takesPart(String jurisdiction) {
    return electors(jurisdiction) > 0;
  }

  /** Votes of a jurisdiction's electors for President: of several slates those that counted. */
  Optional<Entry> electorVotes(String jurisdiction) {
    List<Entry> all = all(Fact.ElectorVotes.class, f -> f.jurisdiction().equals(jurisdiction));
    if (all.size() < 2) return all.stream().findFirst();
    return last(
            Fact.Counted.class,
            f -> f.jurisdiction().equals(jurisdiction) && f.ballots().isPresent())
        .map(each -> ((Fact.Counted) each.fact()).ballots().orElseThrow().of(Office.PRESIDENT))
        .flatMap(
            counted ->
                all.stream()
                    .filter(
                        each ->
                            ((Fact.ElectorVotes) each.fact())
                                .ballots()
                                .of(Office.PRESIDENT)
                                .equals(counted))
                    .findFirst())
        .or(() -> Optional.of(all.getLast()));
  }

  /** The votes that electors have cast for President, as far as they are known by then. */
  Votes cast() {
    return rung(Rung.VOTED).electors();
  }

  /** Who has been chosen President, by the law and the record of then, if it is decided. */
  Optional<String> chosen() {
    return standing()
        .president()
        .candidate()
        .filter(
            c ->
                standing()
                    .president()
                    .stage()
                    .filter(s -> s.compareTo(Rung.VOTED) >= 0)
                    .isPresent());
  }

  /** The candidate for Vice President of a ticket. */
  Optional<String> mate(String president) {
    return history.header().tickets().stream()
        .filter(ticket -> ticket.president().equals(president))
        .flatMap(ticket -> ticket.vicePresident().stream())
        .findFirst();
  }

  boolean isPresidential(String candidate) {
    return history.header().tickets().stream().anyMatch(t -> t.president().equals(candidate));
  }

  Optional<String> party(String candidate) {
    return history.header().candidates().stream()
        .filter(c -> c.id().equals(candidate))
        .flatMap(c -> c.party().stream())
        .findFirst();
  }

  List<Ticket> tickets() {
    return history.header().tickets();
  }

  List<Candidate> candidates() {
    return history.header().candidates();
  }

  /** The figures of a unit: by its certificate, else by its tally. */
  Optional<Votes> votes(String unit) {
    return row(unit).map(row -> row.certifiedVotes().orElse(row.votes())).filter(v -> !v.isEmpty());
  }

  /** Whether what the record has of a unit's votes is what was certified, or all of it. */
  boolean isFinal(String unit) {
    return row(unit).filter(row -> row.certifiedVotes().isPresent()).isPresent()
        || (isComplete(Matter.RETURNS, Optional.empty(), unit)
            && row(unit)
                .flatMap(UnitRow::stage)
                .filter(s -> s.compareTo(Rung.VOTED) >= 0)
                .isPresent());
  }

  /** The entries that a unit's figures rest on. */
  List<Entry> of(UnitRow row) {
    return row.entries().stream().flatMap(i -> history.entry(i).stream()).limit(3).toList();
  }

  /** All votes of a unit, where they are known. */
  OptionalLong total(String unit) {
    Optional<Entry> certificate =
        last(Fact.Certification.class, f -> f.unit().equals(unit) && f.total().isPresent());
    if (certificate.isPresent()) return ((Fact.Certification) certificate.get().fact()).total();
    return row(unit).map(UnitRow::total).orElse(OptionalLong.empty());
  }

  LocalDate electionDay() {
    When at = history.header().attestation().at();
    return Washington.day(at.effective());
  }

  /** What a note of an entry says after a word: "Presiding: Al Gore." */
  static Optional<String> noted(Entry entry, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(entry.fact().attestation().note().orElse(""));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static final Pattern OFFICIAL =
      Pattern.compile(
          "(?:Governor|Gov\\.|[Ss]ecretary(?: of (?:[Ss]tate|the Commonwealth))?|Mayor)(?: (?:[A-Z][\\w'-]*\\.?))*? (?<name>[A-Z][a-z][\\w'-]+)(?! [A-Z])");

  /** Where the official is from whom words name by office and surname: who signed for a place. */
  Optional<String> placeOfOfficial(String words) {
    Matcher official = OFFICIAL.matcher(words);
    while (official.find()) {
      Pattern name = Pattern.compile("\\b" + Pattern.quote(official.group("name")) + "\\b");
      List<String> places =
          whole()
              .all(Fact.class, f -> f instanceof Certification || f instanceof Ascertainment)
              .stream()
              .filter(entry -> name.matcher(authority(entry.fact())).find())
              .map(entry -> place(entry.fact()))
              .distinct()
              .toList();
      if (places.size() == 1) return Optional.of(places.getFirst());
    }
    return Optional.empty();
  }

  /** Whether a word is one of the name of who certified or signed by one of some entries. */
  boolean isOfficial(List<Long> entries, String name) {
    Pattern whole = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    return entries.stream()
        .flatMap(index -> history.entry(index).stream())
        .anyMatch(entry -> whole.matcher(authority(entry.fact())).find());
  }

  private static String authority(Fact fact) {
    return fact instanceof Certification c
        ? c.authority()
        : fact instanceof Ascertainment a ? a.authority() : "";
  }

  private static String place(Fact fact) {
    return fact instanceof Certification c
        ? c.unit()
        : fact instanceof Ascertainment a ? a.jurisdiction() : "";
  }

  /** Who takes the oath of an office. */
  Optional<Entry> oath(String person, Office office) {
    return first(Fact.Oath.class, f -> f.person().equals(person) && f.office() == office);
  }

  /** The jurisdictions that take part. */
  List<String> jurisdictions() {
    return history.law().units().stream().map(Unit::jurisdiction).distinct().toList();
  }

  static boolean isState(String jurisdiction) {
    return !jurisdiction.equals(Jurisdiction.DC.name());
  }

  /** Whether a time lies wholly between two days. */
  static boolean within(When when, LocalDate from, LocalDate to) {
    return !Washington.day(when.begins()).isBefore(from)
        && !Washington.day(when.effective()).isAfter(to);
  }

  /** Whether a time may lie between two days. */
  static boolean mayBeWithin(When when, LocalDate from, LocalDate to) {
    return !Washington.day(when.effective()).isBefore(from)
        && !Washington.day(when.begins()).isAfter(to);
  }
}
