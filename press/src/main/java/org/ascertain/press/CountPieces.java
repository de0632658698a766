package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.When;

/** Claims of the count in Congress in pieces of sentences: who presided, and what was counted. */
final class CountPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("presiding", Kind.COUNT)
              .knows("over own defeat officially @C")
              .hears(
                  "presid(?:e|ed|ing|es)\\b(?! judge| justice)",
                  "in the chair|had the chair|took the chair|held the gavel|wield(?:ed|ing)|gavels? (?:through|down|the)|gavell?ed",
                  "(?:read (?:out )?(?:his|her) own (?:defeat|loss)|read (?:out )?(?:the|what)|(?:vice.president|president of the senate).{0,30}?declared|announced (?:the )?(?:result|tally|outcome)|declares? the result|announced ⟦n|read the result|declared the result|over the count)",
                  "president of the senate,? (?:mr\\.? )?[a-z]+",
                  "as {C:c} (?:had done|did|has done).{0,12}?{D:d}",
                  "^[ ,]*(?:and )?{C:c} in {D:d}[ .,]*$")
              .ahead()
              .example(SUPPORTED, "2021-02-01", "It was Mike Pence who presided over the count.")
              .example(
                  CONTRADICTED,
                  "2005-02-01",
                  "In the House it was Dennis Hastert who had the chair as Congress counted.")
              .judges(CountPieces::presided),
          Form.of("all-certificates-counted", Kind.COUNT)
              .hears(
                  "(?:not one|none|no) of the (?:certificates|votes|returns) was (?:rejected|refused)|no (?:certificate|state's votes?) (?:was|were) rejected")
              .withDenial()
              .example(SUPPORTED, "2025-02-01", "Not one of the certificates was rejected.")
              .example(CONTRADICTED, "1873-03-05", "Not one of the certificates was rejected.")
              .judges(
                  (s, e) -> {
                    List<Entry> all = e.all(Fact.Counted.class, f -> true);
                    if (!e.isComplete(Matter.COUNTED)
                        || all.size() < 10
                        || ElectorResult.declaration(e).isEmpty())
                      return Judged.beyond("The record does not hold the count by then.");
                    // of two from one state one was not
                    boolean areRivals =
                        e.jurisdictions().stream()
                            .anyMatch(
                                of ->
                                    e.all(Fact.ElectorVotes.class, f -> f.jurisdiction().equals(of))
                                            .size()
                                        > 1);
                    if (areRivals)
                      return Judged.beyond("Of several certificates of one state one counted.");
                    List<Entry> not =
                        all.stream()
                            .filter(
                                c ->
                                    ((Fact.Counted) c.fact()).result() == Fact.CountResult.REJECTED)
                            .toList();
                    return Judged.held(
                        not.isEmpty(),
                        not.isEmpty()
                            ? "The votes of all %d were counted.".formatted(all.size())
                            : "The votes of %s were rejected."
                                .formatted(
                                    Evidence.place(
                                        ((Fact.Counted) not.getFirst().fact()).jurisdiction())),
                        not);
                  }));

  /** Who presided over the count, by the notes of the record, else by office. */
  private static Optional<String> presiding(Evidence e) {
    for (Entry each : e.all(Fact.CountOpened.class, f -> true)) {
      Optional<String> name = Evidence.noted(each, "Presiding: ((?:(?<= [A-Z])\\.|[^.;])+)");
      if (name.isPresent()) return name;
    }
    for (Entry each : e.all(Fact.Declared.class, f -> true)) {
      Optional<String> name = Evidence.noted(each, "Announced by ((?:(?<= [A-Z])\\.|[^.;])+)");
      if (name.isPresent()) return name;
    }
    boolean vicePresident =
        e.all(Fact.class, f -> f instanceof Fact.CountOpened || f instanceof Fact.Declared).stream()
            .anyMatch(x -> x.fact().attestation().note().orElse("").contains("The Vice President"));
    return vicePresident || e.year() == 2024 ? vicePresident(e) : Optional.empty();
  }

  /** Who had been chosen Vice President four years before. */
  private static Optional<String> vicePresident(Evidence e) {
    return e.of(e.year() - 4)
        .flatMap(before -> before.chosen().flatMap(before::mate).map(before::name));
  }

  private static Judged presided(Slots s, Evidence e) {
    Judged judged = presidedOver(s, e);
    if (judged.verdict() != SUPPORTED) return judged;
    // "over the count of his own defeat"
    boolean isOwn = s.hears("\\b(?:his|her) own (?:defeat|loss)\\b");
    if (isOwn && s.who().isPresent() && e.chosen().equals(s.who())) return Judged.NO_CLAIM;
    boolean isOwnSuccess =
        s.hears("\\b(?:his|her) own (?:victory|win|triumph|election|success|re-?election)\\b");
    if (isOwnSuccess && !(s.who().isPresent() && isChosen(s.who().get(), e)))
      return Judged.NO_CLAIM;
    Optional<When> at = Event.OPENING.when(e).filter(w -> judged.when().isEmpty());
    return at.isPresent() && s.day().isPresent() ? judged.at(at.get()) : judged;
  }

  private static boolean isChosen(String who, Evidence e) {
    return e.chosen()
        .filter(of -> of.equals(who) || e.mate(of).filter(who::equals).isPresent())
        .isPresent();
  }

  private static Judged presidedOver(Slots s, Evidence e) {
    if (s.hears("\\bcourt\\b|justice|jury|oath|commission|⟦k|by ⟦k|projec|called"))
      return Judged.NO_CLAIM;
    String sentence = s.piece().sentence().words();
    boolean isToo = s.has("c") && s.has("d");
    if (isToo && !Sought.has(sentence, "(?i)presid|chair|gavel")) return Judged.NO_CLAIM;
    boolean named = isToo || s.hears("presid|chair|gavel|president of the senate");
    if (!named
        && !Sought.has(
            sentence,
            "(?i)congress|count|senate|vice.president|speaker|result|defeat|numbers|figures|votes|certificates|joint|proclaim|announced|tally"))
      return Judged.NO_CLAIM;
    Optional<String> is = presiding(e);
    if (e.first(Fact.CountOpened.class, f -> true).isEmpty()) {
      if (!s.hears("presides?\\b|president of the senate")) return Judged.NO_CLAIM;
      is = presiding(e.whole());
    }
    if (is.isEmpty()) return Judged.beyond("Who presided is not in the record.");
    String surname = is.get().replaceAll(",.*", "").replaceAll(" Jr\\.?$", "");
    surname = surname.substring(surname.lastIndexOf(' ') + 1);
    String why = "The count was presided over by " + is.get() + ".";
    List<Entry> by = e.all(Fact.CountOpened.class, f -> true);
    String words = s.piece().words();
    s.read(Set.of(is.get().replaceAll("[.,]", "").split(" ", -1)));
    if (words.contains(surname) || words.contains(surname.toUpperCase(Locale.ROOT)))
      return declared(s, e, Judged.supported(why, by));
    if (s.hears("speaker")) return Judged.contradicted(why, by);
    boolean office =
        Sought.has(words, "(?i)(?:the )?vice.president(?!.elect)")
            && !s.hears("former")
            && !VICE_PRESIDENT_OF_NAME.matcher(words).find();
    if (office && vicePresident(e).filter(is.get()::equals).isPresent())
      return Judged.supported(why, by);
    if (office && isVicePresident(e, surname)) return Judged.supported(why, by);
    Set<String> others = ObjectionPieces.names(words);
    Optional<String> person = s.standing().stream().findFirst().map(e::name);
    if (person.isPresent())
      return declared(
          s,
          e,
          Judged.held(is.get().endsWith(person.get()) || person.get().endsWith(surname), why, by));
    if (!others.isEmpty()) return Judged.contradicted(why, by);
    String name = surname;
    boolean isOfSubject =
        s.earlier(Mention.Person.class)
            .flatMap(s::in)
            .map(e::name)
            .filter(of -> of.endsWith(name))
            .isPresent();
    if (isOfSubject && s.hears("^[ ,]*(?:presiding|in the chair)"))
      return Judged.supported(why, by);
    for (Piece each : s.piece().before())
      if (each.words().contains(surname)) return Judged.supported(why, by);
    boolean isOther =
        s.piece().before().stream()
            .limit(1)
            .map(Piece::words)
            .anyMatch(each -> each.contains("it was ") && !ObjectionPieces.names(each).isEmpty());
    return isOther ? Judged.contradicted(why, by) : Judged.NO_CLAIM;
  }

  /** "Vice President Lyndon B. Johnson": a name beside the office tells who is meant. */
  private static final Pattern VICE_PRESIDENT_OF_NAME =
      Pattern.compile("\\b[Vv]ice[ -][Pp]resident,? (?:[A-Z]\\.|[A-Z][a-z]{2,})");

  /** "She declared the result at 1:35": an hour beside that is the hour of the declaration. */
  private static Judged declared(Slots s, Evidence e, Judged judged) {
    boolean isOfResult = s.hears("(?:declare|announce|read)[sd]? (?:out )?(?:the|what|⟦n|his|her)");
    Optional<Entry> declared = e.last(Fact.Declared.class, f -> true);
    boolean hasHour =
        s.piece().times().stream().anyMatch(each -> each.mention() instanceof Mention.Clock);
    if (!isOfResult || !hasHour || declared.isEmpty()) return judged;
    Judged timed = judged.at(declared.get());
    return new Judged(
        timed.verdict(),
        timed.why(),
        timed.entries(),
        timed.when(),
        timed.holdsAll(),
        declared.get().fact().attestation().about());
  }

  private static boolean isVicePresident(Evidence e, String surname) {
    return vicePresident(e)
        .map(n -> n.replaceAll(" Jr\\.?$", ""))
        .filter(n -> n.endsWith(surname))
        .isPresent();
  }

  private CountPieces() {}
}
