package org.ascertain.press;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What forms find in the pieces of the sentences of one text. */
final class PieceFindings {

  private final Text text;
  private final LocalDate day;
  private final ElectionMeant election;
  private final Verdicts verdicts;

  PieceFindings(Text text, LocalDate day, ElectionMeant election, Verdicts verdicts) {
    this.text = text;
    this.day = day;
    this.election = election;
    this.verdicts = verdicts;
  }

  /** A finding, and of one that goes over several pieces the last. */
  record Wide(Finding finding, Optional<Piece> last) {}

  /** A piece, which patterns may match it, and the election that it speaks of. */
  private final class Window {
    private final Piece piece;
    private final BitSet mayMatch;
    private Optional<Integer> year = Optional.empty();
    private boolean isYearKnown;

    Window(Piece piece) {
      this.piece = piece;
      this.mayMatch =
          Forms.OF_PIECES.mayMatch(Form.Cue.letters(piece.marked()), piece.heard().runs());
    }

    Optional<Integer> year() {
      if (!isYearKnown) {
        year = election.of(piece);
        isYearKnown = true;
      }
      return year;
    }
  }

  /** What forms of pieces find, those first that come first among the forms. */
  List<Wide> of(ReadSentence of) {
    List<Piece> pieces = Piece.of(of.tagged(), of.scene());
    List<Window> windows = pieces.stream().map(Window::new).toList();
    List<Window> wide = new ArrayList<>();
    List<Optional<Window>> wider = new ArrayList<>();
    for (int i = 0; i + 1 < pieces.size(); i++) {
      wide.add(new Window(pieces.get(i).with(pieces.get(i + 1))));
      boolean isAside =
          i + 2 < pieces.size() && pieces.get(i + 1).marked().length() <= LONGEST_ASIDE;
      wider.add(
          isAside
              ? Optional.of(new Window(pieces.get(i).with(pieces.get(i + 2))))
              : Optional.empty());
    }
    BitSet anywhere = new BitSet();
    windows.forEach(each -> anywhere.or(each.mayMatch));
    wide.forEach(each -> anywhere.or(each.mayMatch));
    wider.forEach(each -> each.ifPresent(some -> anywhere.or(some.mayMatch)));
    List<Wide> found = new ArrayList<>();
    for (int form = 0; form < Forms.ALL.size(); form++) {
      if (!Forms.OF_PIECES.has(form, anywhere)) continue;
      for (int i = 0; i < windows.size(); i++) {
        List<Finding> own = ofPiece(of, form, windows.get(i), -1, -1);
        int first = windows.get(i).piece.marked().length();
        Optional<Piece> last = Optional.empty();
        if (own.isEmpty() && i < wide.size()) {
          own = ofPiece(of, form, wide.get(i), first, first);
          last = Optional.of(pieces.get(i + 1));
        }
        if (own.isEmpty() && i < wider.size() && wider.get(i).isPresent()) {
          last = Optional.of(pieces.get(i + 2));
          own =
              ofPiece(
                  of, form, wider.get(i).get(), first, last.get().from() - pieces.get(i).from());
        }
        for (Finding each : own) found.add(new Wide(each, last));
      }
    }
    return found;
  }

  /** How many characters are enough to be a claim. */
  private static final int LEAST_CLAIM = 12;

  /**
   * What of a claim over several pieces lies in the last: "put him over the top" of "Texas, with
   * its 40, put him over the top", where its beginning is a claim of its own.
   */
  Optional<Finding> endOf(Finding each, Sentences.Place place, Piece last) {
    int start = text.origin(place.start() + last.start());
    while (start < each.end() && !Character.isLetterOrDigit(text.words(start, start + 1).charAt(0)))
      start++;
    if (start <= each.start() || each.end() - start < LEAST_CLAIM) return Optional.empty();
    return Optional.of(
        new Finding(
            start,
            each.end(),
            each.election(),
            each.verdict(),
            each.kind(),
            each.form(),
            text.words(start, each.end()),
            each.why(),
            each.entries(),
            each.today()));
  }

  /** "California, voting about 5:30 p.m., carried him": how long what stands between may be. */
  private static final int LONGEST_ASIDE = 45;

  /**
   * @param edge where in a piece of several the first ends: what lies in one of them the one alone
   *     would have told; -1 of one
   * @param last where in it the last begins
   */
  private List<Finding> ofPiece(ReadSentence of, int form, Window window, int edge, int last) {
    FormIndex index = Forms.OF_PIECES;
    BitSet these = window.mayMatch;
    List<Finding> found = new ArrayList<>();
    for (int c = index.first(form, these);
        c < index.end(form);
        c = index.next(form, these, c + 1)) {
      Matcher match = index.cue(c).pattern().matcher(window.piece.marked());
      while (match.find())
        if (edge < 0 || (match.start() < edge && match.end() > last))
          ofPiece(of, Forms.ALL.get(form), window, match, edge, last).ifPresent(found::add);
      if (!found.isEmpty()) break;
    }
    return found;
  }

  private Optional<Finding> ofPiece(
      ReadSentence of, Form form, Window window, Matcher match, int edge, int last) {
    Piece piece = window.piece;
    Optional<Integer> year = window.year();
    if (match.start() == match.end() || year.isEmpty()) return Optional.empty();
    Optional<Evidence> evidence = verdicts.evidence(year.get());
    if (evidence.isEmpty()) return Optional.empty();
    Tagged.Line line = piece.sentence().full();
    int from = line.place(piece.from() + match.start());
    int to = piece.endOfWord(piece.sentence().end(line, piece.from() + match.end()));
    if (Unread.isExcepted(piece.sentence(), from)) return Optional.empty();
    Clause first = Clause.of(piece, from, to);
    if (form.ownsNegation() && piece.denials() > 1) return Optional.empty();
    if (!form.isOverYears() && first.isDenied() && SINCE.matcher(piece.words()).find())
      return Optional.empty();
    if (!form.mayBeAhead() && (first.isSupposed() || first.isForeseen())) return Optional.empty();
    Slots slots =
        new Slots(
            match,
            piece.marked(),
            piece.sentence(),
            year.get(),
            first,
            day,
            Optional.of(piece),
            of.scene());
    Judged judged = Verdicts.judged(form, slots, first, evidence.get());
    if (judged.why().isEmpty() || of.isNoOutcome(form, judged, from, to)) return Optional.empty();
    if (judged.verdict() == Verdict.CONTRADICTED
        && (Guesses.isOfPronounOnly(piece)
            || first.isOfUncertainDay()
            || first.mayBeOtherwise(form.judge().judge(slots, evidence.get()), evidence.get())
            || verdicts.isSoByTheNextDay(form, slots, first, year.get()))) return Optional.empty();
    // what the form itself has heard denied is not denied once more
    if (first.isDenied() && !form.ownsNegation() && slots.hasHeardDenial()) return Optional.empty();
    // a word of denial after the claim is of something else: "gathered at a place not made public"
    if (first.isDenied()
        && !form.ownsNegation()
        && !(form.kind() == Kind.SUIT && slots.isRefusal())
        && !Clause.isDenied(piece.sentence().words().substring(piece.start(), to)))
      return Optional.empty();
    int start = form.isWhole() ? from : Math.min(from, slots.from());
    int end = form.isWhole() ? to : Math.max(to, slots.to());
    // a figure stands on its own: the day beside it is that of something else
    Clause clause =
        !form.isWhole()
                && (judged.when().isPresent()
                    || (judged.verdict() == Verdict.CONTRADICTED
                        && !first.days().isEmpty()
                        && piece.marked().indexOf('|') < 0))
            ? Clause.of(piece, start, end)
            : first.without(start, end);
    // of two words of denial it is not clear what each denies
    if (judged.verdict() == Verdict.SUPPORTED
        && (slots.passesOverName(edge, last)
            || piece.denials() > 1
            || slots.passesOver(clause.start(), clause.end()))) return Optional.empty();
    if (judged.verdict() == Verdict.SUPPORTED
        && Unread.isMore(
            form,
            slots,
            piece.sentence(),
            piece.start(),
            start,
            to,
            piece.end(),
            judged,
            judged.when().isPresent())) return Optional.empty();
    Remainder remainder =
        new Remainder(
            form,
            slots,
            piece.sentence(),
            piece.start(),
            piece.end(),
            from,
            judged,
            judged.when().isPresent(),
            first.isDenied() && !form.ownsNegation(),
            name -> evidence.get().isOfficial(judged.entries(), name));
    // beside what was not read nothing is contradicted
    if (judged.verdict() == Verdict.CONTRADICTED && remainder.isLeft()) return Optional.empty();
    if (judged.verdict() != Verdict.BEYOND
        && !verdicts.otherElections(
            of,
            piece.mentions(),
            form,
            first,
            year.get(),
            judged,
            match,
            piece.marked(),
            Optional.of(piece))) return Optional.empty();
    return HalfRead.wholeOrLater(
        of,
        verdicts.found(of.place(), form, slots, clause, judged, evidence.get(), year.get()),
        clause,
        judged,
        remainder);
  }

  /** "No objection since 1969": what is denied is of other elections. */
  private static final Pattern SINCE = Pattern.compile("\\bsince .*[0-9]{4}");
}
