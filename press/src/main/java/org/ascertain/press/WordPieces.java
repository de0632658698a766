package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Stance;
import org.ascertain.election.Fact.Statement;

/** Claims of what was said and sent on the strength of a result, in pieces of sentences. */
final class WordPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("no-government", Kind.ACKNOWLEDGEMENT)
              .hears(
                  "no (?:head of (?:government|state)|foreign leader|government|leader).{0,30}?congratulated {C:c}")
              .withDenial()
              .example(CONTRADICTED, "2020-12-15", "No head of government had congratulated Trump.")
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
          Form.of("act-of-an-actor", Kind.ACKNOWLEDGEMENT)
              .hears(
                  "{A:a}.{0,60}?(?:congratul|sent|wrote|issued|published|tweeted|telephoned|called|conveyed|followed|recognised|recognized|greet|spoke of|message|telegram|letter|statement|announced|waited|wait|await|said|repeated|not aware|praised|wished|hailed|own message)",
                  "(?:congratulat|message|telegram|letter|greetings|wishes).{0,30}?(?:of|from|by) {A:a}",
                  "(?:the |her |his )(?<colleague>french|british|german|canadian|italian|spanish|japanese|israeli|mexican|brazilian|polish|russian|chinese|turkish|indian|australian|irish|hungarian) (?:colleague|counterpart|president|chancellor|prime minister|leader).{0,30}?(?:wrote|sent|followed|congratulated|tweeted|did)",
                  "\\b(?<pronoun>he|she|it) (?:repeated|wrote|sent|congratulated|called|said|did) ",
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
              .judges(WordPieces::acted),
          Form.of("concession-in-words", Kind.CONCESSION)
              .hears(
                  "{C:c}.{0,50}?(?:conced|bow(?:s|ed) out|rings?\\b|rang|telephon|phoned|by telephone|gave up|admitted defeat|speaks? to (?:his|her)|took it back|take it back)",
                  "(?:\\bhe|\\bshe|vice president|the loser).{0,40}?(?:conced|rang|telephon|phoned|speaks? to)",
                  "(?<asked>^[^⟦]*on {D:d},? by telephone)",
                  "by telephone and in a speech|to take it back|message of concession")
              .example(
                  SUPPORTED, "2016-11-09", "A little later Hillary Clinton rings her opponent.")
              .example(
                  CONTRADICTED,
                  "1990-11-07",
                  "It is told of 1960 that Nixon bowed out on November 8, 1960.")
              .judges(WordPieces::conceded),
          Form.of("statement-in-words", Kind.STATEMENT)
              .hears(
                  "{C:c}.{0,60}?(?:said|told|spoke|promised|declared|claimed|went on|called).{0,60}?",
                  "most secure in (?:american )?history",
                  "[A-Z][a-z]+ told the crowd",
                  "turn the page|page should be turned|groups without certificates|no legal effect|joint statement",
                  "{Q:q}")
              .ahead()
              .withDenial()
              .example(
                  SUPPORTED,
                  "2020-12-20",
                  "Biden said on December 14 that the page should be turned.")
              .judges(WordPieces::stated),
          Form.of("recognised", Kind.ACKNOWLEDGEMENT)
              .hears(
                  "(?:gsa|general services|emily murphy|murphy).{0,60}?(?:recogni|ascertain|letter|apparent winner)")
              .example(
                  SUPPORTED,
                  "2020-11-24",
                  "On Monday Emily Murphy recognised Biden as the apparent winner.")
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

  private static final Pattern WORDS_OF_A_SPEECH = Pattern.compile("[a-z']{4,}");

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
    if (actor.isEmpty() || s.hears("\\bcourt|annex|hack|sanction|poll\\b|interference"))
      return Judged.NO_CLAIM;
    List<Entry> own =
        e.all(
            Acknowledgement.class,
            f ->
                actor.get().person().isEmpty()
                    ? f.country().filter(actor.get().country()::equals).isPresent()
                    : AcknowledgementForms.isBy(f, actor.get()));
    if (own.isEmpty() && !actor.get().person().isEmpty() && s.hears("kremlin|spokes"))
      own =
          e.all(
              Acknowledgement.class,
              f -> f.country().filter(actor.get().country()::equals).isPresent());
    boolean congratulates = s.hears("congratul|greet");
    boolean waits = s.hears("wait|await|hold off|not aware|official result");
    boolean sent =
        s.hears(
            "sent|wrote|letter|telegram|tweet|message|issued|published|telephon|called|statement|followed|did\\b|praised|spoke of|repeated|wished");
    if (!congratulates && !waits && !sent) return Judged.NO_CLAIM;
    if (s.hears("never") || (!waits && s.hears("\\b(?:not|no)\\b|n't"))) return Judged.NO_CLAIM;
    boolean dated =
        s.piece().times().stream()
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
                  if (waits && !s.hears("until|till")) return isWait;
                  if (congratulates)
                    return AcknowledgementForms.congratulates(f) || s.hears("to congratulate");
                  return true;
                })
            .toList();
    Optional<String> toward = s.standing().stream().filter(e::isPresidential).findFirst();
    if (congratulates && toward.isPresent() && !waits) {
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
      if (fitsTime(s, e, each)) {
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
      String heard = s.piece().words().toLowerCase(java.util.Locale.ROOT);
      boolean told =
          meant.stream()
              .anyMatch(
                  a ->
                      (AcknowledgementForms.quotes(a.fact()).toString()
                                  + a.fact().attestation().note().orElse("")
                                  + ((Acknowledgement) a.fact()).waits().orElse(""))
                              .toLowerCase(java.util.Locale.ROOT)
                              .transform(
                                  q ->
                                      WORDS_OF_A_SPEECH
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
    return Judged.supported(AcknowledgementForms.told(of), List.of(of)).at(of).undeniable();
  }

  private static boolean fitsTime(Slots s, Evidence e, Entry entry) {
    return Clause.of(s.piece(), 0, 0)
            .timed(Judged.supported("x", List.of(entry)).at(entry), e)
            .verdict()
        == SUPPORTED;
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

  private static Judged conceded(Slots s, Evidence e) {
    if (s.hears("has not conceded|never (?:used|said)|⟦k|\\bno message|did not")) {
      if (!s.hears("conced|concession")) return Judged.NO_CLAIM;
      return Judged.beyond("The record does not hold all that was said.");
    }
    boolean back = s.hears("tak(?:e|es) it back|took it back|taken back");
    List<Entry> all =
        e.all(
            Acknowledgement.class,
            f ->
                back
                    ? f.form().contains("withdrawn")
                        || f.attestation().note().orElse("").contains("taken back")
                    : f.stance().filter(Stance.CONCEDES::equals).isPresent()
                        || f.form().equals("concession"));
    if (all.isEmpty())
      return e.whole()
              .all(
                  Acknowledgement.class,
                  f -> f.stance().filter(Stance.CONCEDES::equals).isPresent())
              .isEmpty()
          ? s.hears("conced|concession")
              ? Judged.beyond("The record holds no concession, and may not hold all.")
              : Judged.NO_CLAIM
          : Judged.beyond("The record holds no concession by then.");
    Optional<String> who = s.standing().stream().filter(e::isPresidential).findFirst();
    if (who.isPresent()
        && e.whole().chosen().equals(who)
        && !s.hears("to ⟦c|opponent|⟦c[0-9]+⟧.*to concede"))
      return s.hears("conced|bow") && e.chosen().isPresent()
          ? Judged.contradicted(e.name(who.get()) + " was chosen.", all)
          : Judged.NO_CLAIM;
    if (who.isPresent()) {
      Predicate<String> own = AcknowledgementForms.isNamed(e, who.get());
      boolean loser = all.stream().anyMatch(a -> own.test(((Acknowledgement) a.fact()).actor()));
      if (!loser && e.whole().chosen().equals(who)) return Judged.NO_CLAIM;
      if (!loser) return Judged.NO_CLAIM;
    }
    for (Entry each : all) {
      boolean speech = s.hears("speak|speech|address");
      String told = each.fact().attestation().note().orElse("");
      if (speech && !told.matches("(?is).*(?:speech|address|statement).*")) continue;
      if (s.hears("telephon|rings?\\b|rang|phoned")
          && !s.hears("speech")
          && told.matches("(?is)^(?:speech|address).*")) continue;
      if (fitsTime(s, e, each))
        return Judged.supported(AcknowledgementForms.told(each), List.of(each)).at(each);
    }
    Entry meant = all.getFirst();
    return Judged.supported(AcknowledgementForms.told(meant), List.of(meant)).at(meant);
  }

  private static Judged stated(Slots s, Evidence e) {
    if (s.hears("⟦k|congress|\\bcourt|elector(?:s)? ")) return Judged.NO_CLAIM;
    if (s.hears("\\bnever\\b")) return Judged.NO_CLAIM;
    String heard = s.piece().words().toLowerCase(java.util.Locale.ROOT) + " ";
    List<Entry> all =
        e.all(
            Fact.class,
            f ->
                f instanceof Statement
                    || (f instanceof Acknowledgement a
                        && a.country().filter("United States"::equals).isPresent()));
    if (all.isEmpty()) return Judged.NO_CLAIM;
    Optional<Entry> best = Optional.empty();
    long most = 1;
    for (Entry each : all) {
      String told = told(each.fact()).toLowerCase(java.util.Locale.ROOT);
      long same =
          WORDS_OF_A_SPEECH
              .matcher(heard)
              .results()
              .map(w -> w.group())
              .distinct()
              .filter(w -> told.contains(w.length() > 5 ? w.substring(0, w.length() - 2) : w))
              .filter(
                  w ->
                      !List.of(
                              "that",
                              "with",
                              "have",
                              "said",
                              "says",
                              "this",
                              "from",
                              "were",
                              "been",
                              "will",
                              "they",
                              "when",
                              "what",
                              "should",
                              "time",
                              "told",
                              "first",
                              "before",
                              "vote",
                              "state",
                              "came",
                              "than",
                              "then",
                              "more",
                              "election",
                              "votes",
                              "states",
                              "about",
                              "their",
                              "would",
                              "which",
                              "after",
                              "there",
                              "result")
                          .contains(w))
              .count();
      Predicate<String> speaker =
          name ->
              s.piece()
                  .words()
                  .contains(
                      name.replaceAll(",.*", "").replaceAll(" Jr\\.?$", "").replaceAll(".* ", ""));
      Optional<String> who = s.standing().stream().findFirst();
      boolean own =
          speaker.test(actor(each.fact()))
              || (who.isPresent()
                  && AcknowledgementForms.isNamed(e, who.get()).test(actor(each.fact())));
      if (who.isPresent() && !own) continue;
      if (!own && same < 3) continue;
      long score =
          same + (own ? 1 : 0) + (fitsTime(s, e, each) && !s.piece().times().isEmpty() ? 1 : 0);
      if (score > most) {
        most = score;
        best = Optional.of(each);
      }
    }
    if (best.isEmpty() || most < 3) return Judged.NO_CLAIM;
    String why =
        "%s, %s: %s"
            .formatted(
                actor(best.get().fact()), Evidence.time(best.get()), told(best.get().fact()));
    Optional<Quantity> n = s.count();
    if (best.get().fact() instanceof Statement said
        && n.isPresent()
        && !said.units().isEmpty()
        && s.hears("⟦n[0-9]+⟧ states"))
      return Judged.held(n.get().whole() == said.units().size(), why, List.of(best.get()));
    if (s.hears("congratulated")) {
      return best.get().fact() instanceof Acknowledgement a
              && !AcknowledgementForms.congratulates(a)
          ? Judged.contradicted(why, List.of(best.get()))
          : Judged.NO_CLAIM;
    }
    if (s.hears("from [a-z]+$") || s.piece().words().matches("(?s).*from [A-Z][a-z]+[.,]?$")) {
      String city = s.piece().words().replaceAll("(?s).*from ([A-Z][a-z]+)[.,]?$", "$1");
      String told = told(best.get().fact());
      if (told.contains("from ") && !told.contains(city))
        return Judged.contradicted(why, List.of(best.get()));
    }
    return Judged.supported(why, List.of(best.get())).at(best.get()).undeniable();
  }

  private static String actor(Fact fact) {
    return switch (fact) {
      case Statement said -> said.actor();
      case Acknowledgement said -> said.actor();
      // only these two are asked for
      default -> "";
    };
  }

  private static String told(Fact fact) {
    List<String> all = new ArrayList<>(AcknowledgementForms.quotes(fact));
    if (fact instanceof Statement said) said.text().ifPresent(all::add);
    fact.attestation().note().ifPresent(all::add);
    return String.join(" ", all);
  }

  private WordPieces() {}
}
