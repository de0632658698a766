package org.ascertain.law;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascertain.law.DayRule.Anchor;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.StateLawTable.Row;
import org.ascertain.law.Verdict.Alternative;
import org.ascertain.law.Verdict.Alternatives;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;
import org.ascertain.law.Verdict.NoRule;
import org.ascertain.law.Verdict.NotYet;

/**
 * What the law of one jurisdiction says for one election, value by value, each with how it is
 * known. What rests on general knowledge is told and decides nothing.
 */
public final class StateLaw {

  /** No day can be reckoned from the law alone. */
  private static final String NO_DAY = "-";

  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "Eastern", ZoneId.of("America/New_York"),
          "Central", ZoneId.of("America/Chicago"),
          "Mountain", ZoneId.of("America/Denver"),
          "Pacific", ZoneId.of("America/Los_Angeles"),
          "Alaska", ZoneId.of("America/Anchorage"),
          "Aleutian", ZoneId.of("America/Adak"),
          "Hawaii", ZoneId.of("Pacific/Honolulu"));

  private final String jurisdiction;
  private final int election;
  private final LocalDate electionDay;
  private final Optional<Deadline> certification;
  private final Map<Field, List<Row>> rows = new EnumMap<>(Field.class);

  private StateLaw(String jurisdiction, int election, List<Row> rows) {
    this.jurisdiction = jurisdiction;
    this.election = election;
    this.electionDay = ElectorsAppointed.days(election).getFirst().last();
    for (Row row : rows) this.rows.computeIfAbsent(row.field(), f -> new ArrayList<>()).add(row);
    this.certification =
        latest(Field.CERT_DEADLINE)
            .map(day -> new Deadline(DeadlineKind.CERTIFY, day, StateRules.CERTIFY));
  }

  /** Empty where nothing of that jurisdiction and election was gathered. */
  static Optional<StateLaw> of(String jurisdiction, int election) {
    List<Row> rows = StateLawTable.of(jurisdiction, election);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new StateLaw(jurisdiction, election, rows));
  }

  /** Its code, as {@code GA}. */
  public String jurisdiction() {
    return jurisdiction;
  }

  /** Everything that was found, in the order in which a desk asks for it. */
  public Map<Field, Verdict<Provision>> answers() {
    Map<Field, Verdict<Provision>> answers = new EnumMap<>(Field.class);
    for (Field field : Field.values()) if (isFound(field)) answers.put(field, answer(field));
    return answers;
  }

  /** What was looked for and not found. */
  public List<Field> notFound() {
    return Arrays.stream(Field.values())
        .filter(field -> field != Field.REMARK && field != Field.COMPACT && !isFound(field))
        .toList();
  }

  /** What the law says of one thing: two readings where two sources differ. */
  public Verdict<Provision> answer(Field field) {
    if (field == Field.BINDING_LAW) return BindingLaws.provision(jurisdiction, election);
    if (field == Field.COMPACT) return InterstateCompact.provision(jurisdiction, election);
    List<Row> of = rowsOf(field);
    Optional<Row> silent = of.stream().filter(row -> row.how().isEmpty()).findFirst();
    if (of.isEmpty()) return new NoRule<>("not found", grounds(field));
    if (silent.isPresent()) return new NoRule<>(withSources(silent.get()), grounds(field));
    if (of.size() == 1) return new Determined<>(provision(of.getFirst()), grounds(field));
    return new Alternatives<>(
        of.stream()
            .map(row -> new Alternative<>(provision(row), titles(row.sources()), grounds(field)))
            .toList());
  }

  private boolean isFound(Field field) {
    return switch (field) {
      case BINDING_LAW -> BindingLaws.isKnownOf(jurisdiction, election);
      case COMPACT -> InterstateCompact.isMember(jurisdiction, election);
      default -> rows.containsKey(field);
    };
  }

  /**
   * The last day that any reading of the law gives for a thing; after it, it is late. Empty where
   * nothing but general knowledge gives a day.
   */
  public Optional<LocalDate> latest(Field field) {
    return rowsOf(field).stream()
        .filter(Row::decides)
        .flatMap(row -> day(row).stream())
        .max(Comparator.naturalOrder());
  }

  /** The day by which the state certifies its result; empty where there is none to hold it to. */
  public Optional<Deadline> certification() {
    return certification;
  }

  /** When the first polls of the jurisdiction close, unless only general knowledge says so. */
  public Optional<OffsetDateTime> firstPollsClose() {
    return pollsClose().stream().min(OffsetDateTime.timeLineOrder());
  }

  /** When its last polls close. */
  public Optional<OffsetDateTime> lastPollsClose() {
    return pollsClose().stream().max(OffsetDateTime.timeLineOrder());
  }

  private List<OffsetDateTime> pollsClose() {
    return rowsOf(Field.POLLS_CLOSE).stream()
        .filter(Row::decides)
        .flatMap(row -> Arrays.stream(row.formal().split("; ", -1)))
        .map(this::moment)
        .toList();
  }

  /** Such as {@code 20:00 Central}. */
  private OffsetDateTime moment(String hour) {
    String[] words = hour.split(" ", 2);
    ZoneId zone =
        Optional.ofNullable(ZONES.get(words[1]))
            .orElseThrow(() -> new IllegalStateException("no such zone: " + hour));
    return electionDay.atTime(LocalTime.parse(words[0])).atZone(zone).toOffsetDateTime();
  }

  /**
   * Whether a recount is ordered or may be asked for. A threshold that rests on general knowledge
   * neither opens nor closes anything: then there is no rule, with the reason.
   *
   * @param certified the day on which the state certified, if it has
   */
  public Verdict<RecountChance> recount(Margin margin, Optional<LocalDate> certified) {
    Optional<Boolean> ordered = within(Field.RECOUNT_AUTOMATIC, margin);
    if (ordered.equals(Optional.of(true)))
      return determined(
          new RecountChance.Ordered(
              decisive(Field.RECOUNT_AUTOMATIC), until(Field.RECOUNT_FINISH, certified)));
    Optional<Boolean> onRequest = within(Field.RECOUNT_ON_REQUEST, margin);
    if (onRequest.equals(Optional.of(true)))
      return determined(
          new RecountChance.OnRequest(
              decisive(Field.RECOUNT_ON_REQUEST),
              threshold(Field.RECOUNT_ON_REQUEST).orElseThrow() instanceof Threshold.AnyMargin,
              until(Field.RECOUNT_DEADLINE, certified)));
    if (ordered.isPresent() && onRequest.isPresent()) return determined(new RecountChance.None());
    return new NoRule<>(
        unknown(ordered.isEmpty() ? Field.RECOUNT_AUTOMATIC : Field.RECOUNT_ON_REQUEST),
        grounds(Field.RECOUNT_AUTOMATIC));
  }

  /**
   * The last day on which the result may be contested in the state's own way.
   *
   * @param certified the day on which the state certified, if it has
   */
  public Verdict<LocalDate> contestUntil(Optional<LocalDate> certified) {
    return until(Field.CONTEST_DEADLINE, certified);
  }

  private Verdict<LocalDate> until(Field field, Optional<LocalDate> certified) {
    List<Row> rows = rowsOf(field).stream().filter(Row::decides).toList();
    if (rows.isEmpty()) return new NoRule<>(unknown(field), grounds(field));
    Row row = rows.getFirst();
    if (row.formal().equals(NO_DAY))
      return new NoRule<>(Sentence.of("no day can be reckoned: {t}", row.words()), grounds(field));
    DayRule rule = DayRule.of(row.formal());
    Optional<LocalDate> anchor =
        switch (rule.anchor()) {
          case ELECTION -> Optional.of(electionDay);
          case MEETING -> Optional.of(ElectorsMeet.day(election));
          case COUNTY -> latest(Field.COUNTY_DEADLINE);
          case CERTIFICATION -> certified;
        };
    if (anchor.isPresent())
      return new Determined<>(rule.reckon().apply(anchor.get()), grounds(field));
    return rule.anchor() == Anchor.CERTIFICATION
        ? new NotYet<>(List.of(new Missing.Certification(jurisdiction)), grounds(field))
        : new NoRule<>(unknown(Field.COUNTY_DEADLINE), grounds(field));
  }

  private Optional<Boolean> within(Field field, Margin margin) {
    return threshold(field).flatMap(threshold -> threshold.holds(margin));
  }

  private Optional<Threshold> threshold(Field field) {
    return rowsOf(field).stream()
        .filter(Row::decides)
        .findFirst()
        .map(row -> Threshold.of(row.formal()));
  }

  private Provision decisive(Field field) {
    return provision(rowsOf(field).stream().filter(Row::decides).findFirst().orElseThrow());
  }

  /** Why nothing can be said of a thing. */
  private Sentence unknown(Field field) {
    List<Row> rows = rowsOf(field);
    if (rows.isEmpty()) return Sentence.of("{t}: not found", Sentence.of(field.words()));
    Row row = rows.getFirst();
    if (row.how().isEmpty()) return Sentence.of("{x}", withSources(row));
    return row.decides()
        ? Sentence.of(
            "{t}: the votes cast for the office are not known", Sentence.of(field.words()))
        : Sentence.of(
            "{t}: only general knowledge says \"{x}\"", Sentence.of(field.words()), row.words());
  }

  /** The day that a line gives from the law alone. */
  private Optional<LocalDate> day(Row row) {
    if (!isDay(row)) return Optional.empty();
    DayRule rule = DayRule.of(row.formal());
    return switch (rule.anchor()) {
      case ELECTION -> Optional.of(rule.reckon().apply(electionDay));
      case MEETING -> Optional.of(rule.reckon().apply(ElectorsMeet.day(election)));
      case COUNTY, CERTIFICATION -> Optional.empty();
    };
  }

  private static boolean isDay(Row row) {
    return switch (row.field()) {
      case COUNTY_DEADLINE,
          CERT_DEADLINE,
          RECOUNT_DEADLINE,
          RECOUNT_FINISH,
          CONTEST_DEADLINE,
          MAIL_RECEIPT,
          CURE,
          PROVISIONAL,
          OVERSEAS ->
          !row.formal().isEmpty() && !row.formal().equals(NO_DAY);
      default -> false;
    };
  }

  private Provision provision(Row row) {
    return new Provision(
        row.field(),
        row.words(),
        day(row),
        row.how().orElseThrow(),
        row.sources(),
        row.field().rule());
  }

  private List<Row> rowsOf(Field field) {
    return rows.getOrDefault(field, List.of());
  }

  private static String withSources(Row row) {
    return row.words() + " (" + titles(row.sources()) + ")";
  }

  private static String titles(List<LawSource> sources) {
    return sources.stream().map(LawSource::title).collect(Collectors.joining("; "));
  }

  private static <T> Verdict<T> determined(T value) {
    return new Determined<>(value, grounds(Field.RECOUNT_AUTOMATIC));
  }

  private static Grounds grounds(Field field) {
    return new Grounds(field.rule().stream().toList(), List.of());
  }
}
