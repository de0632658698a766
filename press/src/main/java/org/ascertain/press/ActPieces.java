package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Stance;

/** Claims of what was sent and published on the strength of a result, in pieces of sentences. */
final class ActPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("no-government", Kind.ACKNOWLEDGEMENT)
              .hears(
                  "no (?:head of (?:government|state)|foreign leader|government|leader).{0,30}?congratulated {C:c}")
              .withDenial()
              .example(CONTRADICTED, "2020-12-15", "No head of government had congratulated Trump.")
              .example(BEYOND, "2020-11-05", "No head of government had congratulated Biden.")
              .judges(
                  (s, e) -> {
                    Optional<String> who = s.in((Mention.Person) s.mention("c"));
                    if (who.isEmpty()) return Judged.NO_CLAIM;
                    List<Entry> all =
                        e.all(
                            Acknowledgement.class,
                            f ->
                                f.country().filter(c -> !c.equals("United States")).isPresent()
                                    && f.toward().equals(who.get())
                                    && AcknowledgementForms.congratulates(f));
                    return all.isEmpty()
                        ? Judged.beyond("The record does not hold all that was said.")
                        : Judged.contradicted(AcknowledgementForms.told(all.getFirst()), all);
                  }),
          Form.of("yet-to-congratulate", Kind.ACKNOWLEDGEMENT)
              .hears(
                  "{A:a}.{0,40}?(?:(?:has|have|had) (?:yet to|not yet|still not)|still (?:has|had) not) (?:write|written|congratulat|call|send|sent|recogni|follow)")
              .withDenial()
              .example(CONTRADICTED, "2020-12-15", "Viktor Orban has yet to write.")
              .example(BEYOND, "2020-11-05", "Xi Jinping has yet to write.")
              .judges(
                  (s, e) -> {
                    Mention.Actor actor = (Mention.Actor) s.mention("a");
                    List<Entry> sent =
                        e.all(
                            Acknowledgement.class,
                            f ->
                                f.country().filter(actor.country()::equals).isPresent()
                                    && AcknowledgementForms.congratulates(f));
                    return sent.isEmpty()
                        ? Judged.beyond(
                            "The record holds nothing of theirs by then, and may not hold all.")
                        : Judged.contradicted(AcknowledgementForms.told(sent.getFirst()), sent);
                  }),
          Form.of("act-of-an-actor", Kind.ACKNOWLEDGEMENT)
              .knows("want wanted right greetings felicitations wishes")
              .hears(
                  "{A:a}.{0,60}?(?:congratul|felicitat|salut|hailed|good wishes|sent|wrote|cabled|wired|issued|published|tweeted|telephoned|called|conveyed|followed|recognised|recognized|greet|spoke of|message|telegram|letter|statement|announced|waited|wait|await|said|repeated|not aware|praised|wished|hailed|own message)",
                  "(?:congratulat|message|telegram|letter|greetings|wishes).{0,30}?(?:of|from|by) {A:a}",
                  "(?:the |her |his )(?<colleague>french|british|german|canadian|italian|spanish|japanese|israeli|mexican|brazilian|polish|russian|chinese|turkish|indian|australian|irish|hungarian) (?:colleague|counterpart|president|chancellor|prime minister|leader).{0,30}?(?:wrote|sent|followed|congratulated|tweeted|did)",
                  "\\b(?<pronoun>he|she|it) (?:repeated|wrote|sent|congratulated|called|said|did) ",
                  "\\b(?<they>they) (?:want(?:ed)? to |would |will |had to )?(?:wait|hold off)",
                  "the pope.{0,40}?(?:wrote|sent|called|telephoned|letter|call)",
                  "in (?:november|december) praised only")
              .ahead()
              .withDenial()
              .example(
                  SUPPORTED,
                  "2020-12-16",
                  "As expected Benjamin Netanyahu had sent his message on November 8.")
              .example(
                  CONTRADICTED,
                  "2020-12-16",
                  "As expected Xi Jinping had sent his message on November 9.")
              .judges(ActPieces::acted),
          Form.of("recognised", Kind.ACKNOWLEDGEMENT)
              .knows(
                  "apparent winner recognised recognized ascertained head heads heading headed administration administrator services formally")
              .hears(
                  "(?:gsa|general services|emily murphy|murphy).{0,60}?(?:recogni|ascertain|letter|apparent winner)")
              .example(
                  SUPPORTED,
                  "2020-11-24",
                  "On Monday Emily Murphy recognised Biden as the apparent winner.")
              .example(
                  CONTRADICTED,
                  "2020-11-24",
                  "On Sunday Emily Murphy recognised Biden as the apparent winner.")
              .judges(
                  (s, e) -> {
                    Optional<Entry> act =
                        e.first(Acknowledgement.class, f -> f.actor().contains("Murphy"));
                    if (act.isEmpty()) return Judged.NO_CLAIM;
                    boolean fits =
                        s.standing().isEmpty()
                            || s.standing().contains(((Acknowledgement) act.get().fact()).toward());
                    return Judged.held(
                            fits, AcknowledgementForms.told(act.get()), List.of(act.get()))
                        .at(act.get());
                  }));

  private static Optional<Mention.Actor> actor(Slots s) {
    if (s.has("a")) return Optional.of((Mention.Actor) s.mention("a"));
    if (s.has("colleague")) {
      String word = s.words("colleague");
      Optional<Mention.Actor> own = s.one(Mention.Actor.class);
      if (own.isPresent()) return own;
      return Optional.of(
          new Mention.Actor(
              Actors.country(Character.toUpperCase(word.charAt(0)) + word.substring(1)), ""));
    }
    if (s.hears("\\bpope\\b")) return Optional.of(new Mention.Actor("Holy See", ""));
    Optional<Mention.Actor> earlier = s.earlier(Mention.Actor.class);
    if (earlier.isPresent()) return earlier;
    return s.scene().isOfActor()
            && s.here(Mention.Person.class).stream().allMatch(p -> !p.isPronoun())
        ? s.scene().actor()
        : Optional.empty();
  }

  private static Judged acted(Slots s, Evidence e) {
    Optional<Mention.Actor> actor = actor(s);
    if (actor.isEmpty() || s.hears("\\bcourt|impeach|annex|hack|sanction|poll\\b|interference"))
      return Judged.NO_CLAIM;
    // "Putin was congratulated by Biden": it was done to him
    if (s.hears(
        "⟦a[0-9]+⟧ (?:(?:had|has) been|was|were|is|are|got|being) (?:[a-z]+ )?(?:congratulated|greeted|telephoned|called|hailed|sent|praised|felicitated|saluted|written)"))
      return Judged.NO_CLAIM;
    // "according to them, while a number of leaders congratulated": others did it
    if (s.has("a")
        && Sought.has(
            s.all(),
            "(?i)\\b(?:while|leaders|others|(?:after|before|when|since|because) (?:he|she|they|it))\\b"))
      return Judged.NO_CLAIM;
    boolean isOfOtherTimes =
        s.here(Mention.Days.class).stream()
            .anyMatch(
                d ->
                    d.weekday().isEmpty() && Clause.season(d).filter(y -> y == e.year()).isEmpty());
    if (isOfOtherTimes) return Judged.NO_CLAIM;
    // "announced that he would hold off on his congratulations": the waiting is what was told
    boolean isAnnounced = s.hears("(?:would|will) (?:hold off|wait|await)");
    List<Entry> own =
        e.all(
            Acknowledgement.class,
            f ->
                actor.get().person().isEmpty()
                    ? f.country().filter(actor.get().country()::equals).isPresent()
                    : AcknowledgementForms.isBy(f, actor.get()));
    if (isAnnounced
        || (own.isEmpty() && !actor.get().person().isEmpty() && s.hears("kremlin|spokes")))
      own =
          e.all(
              Acknowledgement.class,
              f -> f.country().filter(actor.get().country()::equals).isPresent());
    // "Justin Trudeau of Canada"
    for (Mention.Placed each : s.placed(Mention.Actor.class))
      if (each.start() >= s.piece().start()
          && each.end() <= s.piece().end()
          && each.mention() instanceof Mention.Actor of
          && of.person().isEmpty()
          && of.country().equals(actor.get().country())) s.look(each);
    boolean congratulates = s.hears("congratul|greet|felicitat|good wishes|hailed|best wishes");
    boolean waits = s.hears("wait|await|hold off|not aware|official result");
    boolean sent =
        s.hears(
            "sent|wrote|cabled|wired|letter|telegram|tweet|message|issued|published|telephon|called|statement|followed|did\\b|praised|spoke of|repeated|wished");
    if (!congratulates && !waits && !sent) return Judged.NO_CLAIM;
    if (s.hears("never") || (!waits && s.hears("\\b(?:not|no)\\b|n't"))) return Judged.NO_CLAIM;
    boolean dated =
        !DAY_OF_ELSE.matcher(s.heard()).find()
            && s.piece().times().stream()
                .anyMatch(t -> !(t.mention() instanceof Mention.Days d && d.isYear()));
    String form = form(s);
    if (own.isEmpty())
      return e.whole()
                  .all(
                      Acknowledgement.class,
                      f -> f.country().filter(actor.get().country()::equals).isPresent())
                  .isEmpty()
              && !congratulates
          ? Judged.NO_CLAIM
          : Judged.beyond("The record holds nothing of theirs by then, and may not hold all.");
    List<Entry> meant =
        own.stream()
            .filter(
                a -> {
                  Acknowledgement f = (Acknowledgement) a.fact();
                  boolean isWait =
                      f.stance().filter(x -> x == Stance.WAITS || x == Stance.WITHHOLDS).isPresent()
                          || f.toward().equals("none");
                  if (isAnnounced || (waits && !s.hears("until|till"))) return isWait;
                  if (congratulates)
                    return AcknowledgementForms.congratulates(f) || s.hears("to congratulate");
                  return true;
                })
            .toList();
    Optional<String> toward = s.standing().stream().filter(e::isPresidential).findFirst();
    boolean isTo = congratulates || s.hears("\\b(?:to|for|towards?) ⟦c");
    if (isTo && toward.isPresent() && !waits) {
      List<Entry> to =
          meant.stream()
              .filter(a -> ((Acknowledgement) a.fact()).toward().equals(toward.get()))
              .toList();
      if (to.isEmpty() && !meant.isEmpty())
        return Judged.contradicted(AcknowledgementForms.told(meant.getFirst()), meant);
      meant = to;
    }
    if (meant.isEmpty())
      return Judged.beyond(
          "The record holds no such words of theirs by then, and may not hold all.");
    Optional<Entry> best = Optional.empty();
    for (Entry each : meant)
      if (s.fits(each, e)) {
        best = Optional.of(each);
        if (form.isEmpty() || isOfForm(form, (Acknowledgement) each.fact())) break;
      }
    if (dated && best.isEmpty()) {
      boolean one =
          meant.size() == 1
              || congratulates
              || (waits && s.hears("until|till"))
              || (!waits
                  && meant.stream()
                          .filter(a -> !((Acknowledgement) a.fact()).toward().equals("none"))
                          .count()
                      == 1);
      if (!one) {
        // a day or two beside an act that is on record
        Optional<Mention.Days> said = s.day();
        for (Entry each : meant)
          if (said.isPresent()
              && Evidence.mayBeWithin(
                  each.fact().attestation().at(),
                  said.get().from().minusDays(2),
                  said.get().to().plusDays(2)))
            return Judged.supported(AcknowledgementForms.told(each), List.of(each))
                .at(each)
                .undeniable();
      }
      if (!one)
        return Judged.beyond(
            "Of that day the record holds nothing of theirs, and may not hold all.");
      Entry last =
          meant.stream()
              .filter(a -> !((Acknowledgement) a.fact()).toward().equals("none"))
              .reduce((a, b) -> b)
              .orElse(meant.getLast());
      return Judged.supported(AcknowledgementForms.told(last), List.of(last)).at(last).undeniable();
    }
    Entry of = best.orElse(meant.getLast());
    // "to wait before he congratulated": of the two it is the waiting that is on record
    if (waits && !isAnnounced && Sought.has(s.all(), "(?i)congratul")) return Judged.NO_CLAIM;
    Acknowledgement fact = (Acknowledgement) of.fact();
    if (form.isEmpty() && s.hears("\\bwrote\\b") && fact.form().contains("call"))
      return Judged.contradicted(
          AcknowledgementForms.told(of) + " It was a " + fact.form() + ".", List.of(of));
    if (!form.isEmpty() && !isOfForm(form, fact) && (dated || meant.size() == 1))
      return isOther(form, fact)
          ? Judged.contradicted(
              AcknowledgementForms.told(of) + " It was a " + fact.form() + ".", List.of(of))
          : dated
              ? Judged.supported(AcknowledgementForms.told(of), List.of(of)).at(of).undeniable()
              : Judged.NO_CLAIM;
    if (!dated && form.isEmpty() && !congratulates && !waits) {
      // without a day only words that the record has tell which of theirs is meant
      String heard = s.piece().words().toLowerCase(Locale.ROOT);
      boolean told =
          meant.stream()
              .anyMatch(
                  a ->
                      (QuotationForms.quotes(a.fact()).toString()
                                  + a.fact().attestation().note().orElse("")
                                  + ((Acknowledgement) a.fact()).waits().orElse(""))
                              .toLowerCase(Locale.ROOT)
                              .transform(
                                  q ->
                                      SpeechPieces.WORDS_OF_A_SPEECH
                                          .matcher(heard)
                                          .results()
                                          .filter(
                                              w -> w.group().length() >= 7 && q.contains(w.group()))
                                          .count())
                          >= 1);
      return told
          ? Judged.supported(AcknowledgementForms.told(of), List.of(of)).at(of).undeniable()
          : Judged.NO_CLAIM;
    }
    return undated(s, Judged.supported(AcknowledgementForms.told(of), List.of(of)), of);
  }

  /**
   * "Congratulates him after the college had voted on Monday": the day is that of something else.
   */
  private static final Pattern DAY_OF_ELSE =
      Pattern.compile(
          "(?:congratul|wrote|sent|message).*\\b(?:after|when|once) (?:[^ ]+ ){3,}?.*⟦d");

  private static Judged undated(Slots s, Judged judged, Entry at) {
    return DAY_OF_ELSE.matcher(s.heard()).find() ? judged : judged.at(at).undeniable();
  }

  private static String form(Slots s) {
    for (String each :
        List.of("telegram", "letter", "tweet", "statement", "telephone", "telephoned", "call"))
      if (s.hears("\\b" + each + "(?:ed)?\\b") && !s.hears("not (?:through|by|a) " + each))
        return each.startsWith("tele") && !each.equals("telegram")
            ? "telephone call"
            : each.equals("call")
                ? (s.hears("a (?:phone |telephone )?call\\b") ? "telephone call" : "")
                : each;
    return "";
  }

  private static boolean isOfForm(String form, Acknowledgement said) {
    return said.form().contains(form)
        || (form.equals("telephone call") && said.form().contains("call"));
  }

  /** Of two forms that exclude each other. */
  private static boolean isOther(String form, Acknowledgement said) {
    Set<String> media = Set.of("telegram", "letter", "telephone call", "tweet");
    return media.contains(form) && media.stream().anyMatch(said.form()::contains);
  }

  private ActPieces() {}
}
