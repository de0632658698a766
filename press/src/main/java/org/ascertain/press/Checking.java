package org.ascertain.press;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Matcher;
import org.ascertain.press.Mention.Placed;

/**
 * One text that is checked: each sentence is marked, read by every form, and held against records.
 */
final class Checking {

  private final Text text;
  private final LocalDate day;
  private final Verdicts verdicts;
  private final PieceFindings pieces;
  private final ElectionMeant election;
  private final Marking marking;
  private final Standees standees;
  private final Optional<Integer> given;
  private final Optional<Integer> main;

  /**
   * @param isUndated whether the day is not the text's own, so that "Tuesday" is not read
   * @param given the election that was asked for, if one was
   * @param main the one that the text speaks of
   */
  Checking(
      KeptEvidence records,
      Standees standees,
      Text text,
      LocalDate day,
      boolean isUndated,
      Optional<Integer> given,
      Optional<Integer> main) {
    this.verdicts = new Verdicts(records, text, day, standees, main);
    this.text = text;
    this.day = day;
    this.standees = standees;
    this.given = given;
    this.main = main;
    this.election = new ElectionMeant(standees, given, main);
    this.pieces = new PieceFindings(text, day, election, verdicts);
    int season = main.orElseGet(() -> Seasons.ofDay(day).orElse(day.getYear()));
    this.marking =
        new Marking(
            standees,
            READERS.submit(() -> main.flatMap(this::lookAhead).map(Evidence::actors)),
            new Calendar(
                isUndated ? Optional.empty() : Optional.of(Dateline.wired(text.plain(), day)),
                season),
            new References(standees.headers(), season),
            Zone.ofAll(text.plain()));
  }

  private static final int MOST_READERS = 4;

  /**
   * Reads the record of the election that the text speaks of, while its days are marked; nearly
   * every text asks how that stood on its day and stands today.
   */
  private Optional<Evidence> lookAhead(int year) {
    Optional<Evidence> then = verdicts.evidence(year);
    then.ifPresent(
        known -> {
          READERS.execute(known::standing);
          READERS.execute(() -> known.whole().standing());
        });
    return then.map(Evidence::whole);
  }

  /** What forms need is made ready while records are read and a text is cut into sentences. */
  static void prepare() {
    READERS.execute(() -> Forms.OF_PIECES.cue(0));
  }

  /** Sentences are marked in their order; each is then read by itself, several at a time. */
  List<Finding> findings(List<Sentences.Place> places) {
    List<ReadSentence> all = marked(places);
    return READERS.submit(() -> read(all)).join();
  }

  /** Threads of its own: in the pool that all share others would wait for a long text. */
  private static final ForkJoinPool READERS =
      new ForkJoinPool(Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors()));

  private List<Finding> read(List<ReadSentence> all) {
    return all.parallelStream().map(this::findings).flatMap(List::stream).toList();
  }

  private List<ReadSentence> marked(List<Sentences.Place> places) {
    List<String> words = new ArrayList<>();
    List<Integer> skipped = new ArrayList<>();
    for (Sentences.Place place : places) {
      String whole = text.plain().substring(place.start(), place.end()).replace('\n', ' ');
      int skip = place.start() < Dateline.BEGINNING ? Dateline.leading(whole) : 0;
      skipped.add(skip);
      words.add(Headlines.read(Capitals.read(whole.substring(skip))));
    }
    List<Marking.Found> found = marking.found(words, READERS);
    List<ReadSentence> all = new ArrayList<>();
    List<Tagged> sentences = new ArrayList<>();
    Set<Integer> begin = new HashSet<>();
    Scene scene = new Scene(Dateline.state(text.plain()));
    int end = 0;
    for (int i = 0; i < places.size(); i++) {
      Sentences.Place place = places.get(i);
      Tagged sentence = marking.mark(found.get(i), scene);
      if (text.plain().substring(end, place.start()).indexOf('\n') >= 0) begin.add(all.size());
      end = place.end();
      sentences.add(sentence);
      all.add(
          new ReadSentence(
              new Sentences.Place(place.start() + skipped.get(i), place.end()),
              sentence,
              scene.copy(),
              Set.of(),
              List.of(),
              List.of()));
      scene.after(sentence);
    }
    return withElections(all, sentences, begin);
  }

  /** What is asked makes no claim; of the others each with the elections that it may be of. */
  private List<ReadSentence> withElections(
      List<ReadSentence> all, List<Tagged> sentences, Set<Integer> begin) {
    OtherElections others =
        new OtherElections(standees, main, Seasons.ofDay(day), sentences, begin);
    List<ReadSentence> told = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ReadSentence each = all.get(i);
      if (!each.tagged().words().endsWith("?"))
        told.add(
            new ReadSentence(
                each.place(),
                each.tagged(),
                each.scene(),
                given.isPresent() ? Set.of() : others.of(i),
                new ArrayList<>(),
                new ArrayList<>()));
    }
    return told;
  }

  private List<Finding> findings(ReadSentence of) {
    Sentences.Place place = of.place();
    Tagged sentence = of.tagged();
    List<Finding> found = new ArrayList<>();
    BitSet full = mayMatch(Forms.FULL, sentence.full());
    BitSet bare = mayMatch(Forms.BARE, sentence.bare());
    for (int i = 0; i < Forms.ALL.size(); i++) {
      Form form = Forms.ALL.get(i);
      FormIndex index = form.isBare() ? Forms.BARE : Forms.FULL;
      BitSet these = form.isBare() ? bare : full;
      Tagged.Line line = form.isBare() ? sentence.bare() : sentence.full();
      for (int c = index.first(i, these); c < index.end(i); c = index.next(i, these, c + 1)) {
        Matcher match = index.cue(c).pattern().matcher(line.text());
        while (match.find()) finding(of, form, line, match).ifPresent(found::add);
      }
    }
    List<Finding> kept = new ArrayList<>(TextCheck.apart(found));
    for (PieceFindings.Wide each : pieces.of(of)) {
      if (isFree(each.finding(), kept)) kept.add(each.finding());
      else
        each.last()
            .flatMap(last -> pieces.endOf(each.finding(), place, last))
            .filter(end -> isFree(end, kept))
            .ifPresent(kept::add);
    }
    kept.addAll(besideOthers(of, kept));
    kept.removeIf(each -> each.verdict() == Verdict.SUPPORTED && of.isDoubted(text, each));
    kept.sort(Comparator.comparingInt(Finding::start));
    return kept;
  }

  /** Claims beside which something was not read that belongs to the findings. */
  private List<Finding> besideOthers(ReadSentence of, List<Finding> kept) {
    List<Remainder.Other> places =
        kept.stream()
            .filter(Checking::isSo)
            .map(
                each ->
                    new Remainder.Other(
                        of.placeIn(text, each.start()),
                        of.placeIn(text, each.end() - 1) + 1,
                        Optional.empty()))
            .toList();
    return HalfRead.settled(
        of.pending().stream().filter(each -> isFree(each.finding(), kept)).toList(), places);
  }

  private static boolean isSo(Finding each) {
    return each.verdict() == Verdict.SUPPORTED || each.verdict() == Verdict.IMPRECISE;
  }

  private static BitSet mayMatch(FormIndex forms, Tagged.Line line) {
    return forms.mayMatch(Form.Cue.letters(line.text()), Trigger.Runs.of(line.text()));
  }

  private static boolean isFree(Finding each, List<Finding> kept) {
    return kept.stream().noneMatch(k -> k.start() < each.end() && each.start() < k.end());
  }

  private Optional<Finding> finding(ReadSentence of, Form form, Tagged.Line line, Matcher match) {
    Tagged sentence = of.tagged();
    if (match.start() == match.end()) return Optional.empty();
    Clause clause =
        Clause.of(
            sentence,
            line.place(match.start()),
            sentence.end(line, match.end()),
            taken(match),
            form.ownsDays());
    return held(of, form, line, match, clause, true);
  }

  /**
   * What a form has read, held against the record.
   *
   * @param isTimed whether the days of the clause are those of the claim
   */
  private Optional<Finding> held(
      ReadSentence of, Form form, Tagged.Line line, Matcher match, Clause clause, boolean isTimed) {
    Tagged sentence = of.tagged();
    Set<Integer> taken = taken(match);
    if (!form.mayBeAhead() && (clause.isSupposed() || clause.isForeseen())) return Optional.empty();
    if (Unread.isExcepted(sentence, clause.start())) return Optional.empty();
    Optional<Integer> year = election.of(sentence, clause, taken);
    if (year.isEmpty()) return Optional.empty();
    Optional<Evidence> evidence = verdicts.evidence(year.get());
    if (evidence.isEmpty()) return Optional.empty();
    Slots slots =
        new Slots(
            match, line.text(), sentence, year.get(), clause, day, Optional.empty(), of.scene());
    Judged judged = Verdicts.judged(form, slots, clause, evidence.get());
    Optional<Clause> headed = clause.headed(sentence).filter(in -> judged.when().isPresent());
    if (headed.isPresent()) return held(of, form, line, match, headed.get(), isTimed);
    // a figure has no day of its own: the one beside it is left to what else is told there
    if (judged.verdict() == Verdict.BEYOND && judged.when().isEmpty() && !clause.days().isEmpty()) {
      Clause bare = clause.without(line.place(match.start()), sentence.end(line, match.end()));
      if (Verdicts.judged(form, slots, bare, evidence.get()).verdict() == Verdict.SUPPORTED)
        return held(of, form, line, match, bare, false);
    }
    if (judged.why().isEmpty()
        || isDayBesideAgainst(sentence, clause, judged)
        || of.isNoOutcome(form, judged, clause.start(), clause.end())) return Optional.empty();
    if (judged.verdict() == Verdict.CONTRADICTED
        && (Guesses.isOfPronounOnly(sentence, taken)
            || clause.isOfUncertainDay()
            || clause.mayBeOtherwise(form.judge().judge(slots, evidence.get()), evidence.get())
            || verdicts.isSoByTheNextDay(form, slots, clause, year.get()))) return Optional.empty();
    boolean isDoublyDenied = form.ownsNegation() && Clause.denials(match.group()) > 1;
    if (judged.verdict() == Verdict.SUPPORTED
        && (isDoublyDenied || slots.passesOver(clause.start(), clause.end())))
      return Optional.empty();
    int[] around =
        Unread.around(sentence, clause.start(), clause.end(), form.kind() == Kind.ACKNOWLEDGEMENT);
    if (judged.verdict() == Verdict.SUPPORTED
        && Unread.isMore(
            form,
            slots,
            sentence,
            around[0],
            clause.start(),
            clause.end(),
            around[1],
            judged,
            isTimed)) return Optional.empty();
    Remainder remainder =
        new Remainder(
            form,
            slots,
            sentence,
            around[0],
            around[1],
            clause.start(),
            judged,
            isTimed,
            clause.isDenied() && !form.ownsNegation(),
            name -> evidence.get().isOfficial(judged.entries(), name));
    // beside what was not read nothing is contradicted
    if (judged.verdict() == Verdict.CONTRADICTED && remainder.isLeft()) return Optional.empty();
    if (judged.verdict() != Verdict.BEYOND
        && !verdicts.otherElections(
            of,
            named(sentence, taken, clause),
            form,
            clause,
            year.get(),
            judged,
            match,
            line.text(),
            Optional.empty())) return Optional.empty();
    return HalfRead.wholeOrLater(
        of,
        verdicts.found(of.place(), form, slots, clause, judged, evidence.get(), year.get()),
        clause,
        judged,
        remainder);
  }

  /** What a claim has taken, and what stands between its first and its last character. */
  private static List<Placed> named(Tagged sentence, Set<Integer> taken, Clause clause) {
    List<Placed> all = new ArrayList<>();
    for (int i = 0; i < sentence.mentions().size(); i++) {
      Placed each = sentence.mentions().get(i);
      if (taken.contains(i) || (each.start() >= clause.start() && each.end() <= clause.end()))
        all.add(each);
    }
    return all;
  }

  /** The places of the mentions that the slots of a match have taken. */
  private static Set<Integer> taken(Matcher match) {
    Set<Integer> taken = new HashSet<>();
    Matcher marks = Slots.MARK.matcher(match.group());
    while (marks.find()) taken.add(Integer.parseInt(marks.group(1)));
    return taken;
  }

  /**
   * Whether a day that goes on from a claim may be its own, and is not: "by telephone on Nov. 2".
   */
  private static boolean isDayBesideAgainst(Tagged sentence, Clause clause, Judged judged) {
    return judged.verdict() == Verdict.SUPPORTED
        && clause.days().isEmpty()
        && judged.when().isPresent()
        && clause.daysBeside(sentence).stream()
            .anyMatch(day -> !Evidence.mayBeWithin(judged.when().get(), day.from(), day.to()));
  }
}
