package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Stance;
import org.ascertain.election.Fact.Statement;

/** Claims of concessions and of what was said, in pieces of sentences. */
final class SpeechPieces {

  /** Words that many texts have: that two have them tells nothing. */
  private static final Set<String> SAYS_NOTHING = Vocabulary.of("says-nothing");

  static final List<Form> ALL =
      List.of(
          Form.of("concession-in-words", Kind.CONCESSION)
              .knows("up conceding conceded")
              .hears(
                  "{C:c} (?:had |has )?(?:rings?|rang|phone[sd]|telephone[sd]|called) {C:whom} .{0,20}?conced",
                  "{C:c}.{0,50}?(?:conced|concession|on the phone to|bow(?:s|ed) out|rings?\\b|rang|telephon|phoned|by telephone|gave up|admitted defeat|speaks? to (?:his|her)|took it back|take it back)",
                  "(?:\\bhe|\\bshe|vice president|the loser).{0,40}?(?:conced|rang|telephon|phoned|on the phone|speaks? to)",
                  "(?<asked>^[^⟦]*on {D:d},? by telephone)",
                  "by telephone and in a speech|to take it back|message of concession")
              .example(SUPPORTED, "2016-11-09", "Hillary Clinton rings her opponent.")
              .example(CONTRADICTED, "1990-11-07", "Nixon bowed out on November 8, 1960.")
              .judges(SpeechPieces::conceded),
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
              .example(
                  CONTRADICTED,
                  "2020-12-20",
                  "Biden said on December 10 that the page should be turned.")
              .judges(SpeechPieces::stated));

  static final Pattern WORDS_OF_A_SPEECH = Pattern.compile("[a-z']{4,}");

  /** "Gore rings Bush to concede": Bush is whom he rang. */
  private static final Pattern RANG =
      Pattern.compile("(?i)\\b(?:rings?|rang|phone[sd]|telephone[sd]|called|to) $");

  private static Judged conceded(Slots s, Evidence e) {
    if (s.has("c") && !s.has("whom") && RANG.matcher(s.before()).find()) return Judged.NO_CLAIM;
    if (s.has("whom") && s.mention("c").equals(s.mention("whom"))) return Judged.NO_CLAIM;
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
        && (s.has("whom") || !s.hears("to ⟦c|opponent|⟦c[0-9]+⟧.*to concede")))
      return s.hears("conced|bow") && e.chosen().isPresent()
          ? Judged.contradicted(e.name(who.get()) + " was chosen.", all)
          : Judged.NO_CLAIM;
    if (who.isPresent()) {
      Predicate<String> own = ConcessionForms.isNamed(e, who.get());
      boolean loser = all.stream().anyMatch(a -> own.test(((Acknowledgement) a.fact()).actor()));
      if (!loser && e.whole().chosen().equals(who)) return Judged.NO_CLAIM;
      if (!loser) return Judged.NO_CLAIM;
    }
    if (all.stream()
        .noneMatch(
            a -> Medium.fits(s.piece().sentence().words(), AcknowledgementForms.said(a).form())))
      return Judged.NO_CLAIM;
    for (Entry each : latestFirst(all, s)) {
      boolean speech = s.hears("speak|speech|address");
      String told = each.fact().attestation().note().orElse("");
      if (speech && !Sought.has(told, "(?i)speech|address|statement")) continue;
      if (s.hears("telephon|rings?\\b|rang|phone")
          && !s.hears("speech")
          && told.matches("(?is)^(?:speech|address).*")) continue;
      if (s.fits(each, e))
        return Judged.supported(AcknowledgementForms.told(each), List.of(each)).at(each);
    }
    Entry meant = latestFirst(all, s).getFirst();
    return Judged.supported(AcknowledgementForms.told(meant), List.of(meant)).at(meant);
  }

  /** Of several concessions a text of the day after one means that one. */
  private static List<Entry> latestFirst(List<Entry> all, Slots s) {
    List<Entry> ordered = new ArrayList<>(all);
    LocalDate day = s.textDay();
    ordered.sort(
        Comparator.comparing(
            each -> !Evidence.mayBeWithin(each.fact().attestation().at(), day.minusDays(1), day)));
    return ordered;
  }

  /** "At Howard University": where it was said. */
  private static final Pattern VENUE =
      Pattern.compile(
          "\\b(?:at|in) (?:the )?(?<name>[A-Z][A-Za-z.'-]+)(?: [A-Z][A-Za-z.'-]+)* (?<kind>University|College|Hotel|Center|Centre|Church|House|Hall|Theater|Building|Square|Park)\\b");

  private static final int SHORT = 25;

  private static Judged stated(Slots s, Evidence e) {
    if (s.hears("⟦k|congress|\\bcourt|elector(?:s)? ")) return Judged.NO_CLAIM;
    if (s.hears("\\bnever\\b")) return Judged.NO_CLAIM;
    // "he said" behind a quotation says nothing of its own
    if (!s.has("q") && s.all().length() < SHORT && s.hears("⟦q")) return Judged.NO_CLAIM;
    String heard = s.piece().words().toLowerCase(Locale.ROOT) + " ";
    List<Entry> all =
        e.all(
            Fact.class,
            f ->
                f instanceof Statement
                    || (f instanceof Acknowledgement a
                        && a.country().filter("United States"::equals).isPresent()));
    if (all.isEmpty()) return Judged.NO_CLAIM;
    // "Harris called Trump": a call, and no words
    if (s.hears("called ⟦c")) return Judged.NO_CLAIM;
    Optional<String> subject =
        s.has("c") ? s.in((Mention.Person) s.mention("c")) : Optional.empty();
    Optional<Entry> best = Optional.empty();
    long most = 1;
    for (Entry each : all) {
      String told = told(each.fact()).toLowerCase(Locale.ROOT);
      long same =
          WORDS_OF_A_SPEECH
              .matcher(heard)
              .results()
              .map(w -> w.group())
              .distinct()
              .filter(w -> told.contains(w.length() > 5 ? w.substring(0, w.length() - 2) : w))
              .filter(w -> !SAYS_NOTHING.contains(w))
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
                  && ConcessionForms.isNamed(e, who.get()).test(actor(each.fact())));
      if (who.isPresent() && !own) continue;
      if (subject.isPresent()
          && !ConcessionForms.isNamed(e, subject.get()).test(actor(each.fact()))) continue;
      if (!own && same < 3) continue;
      long score = same + (own ? 1 : 0) + (s.fits(each, e) && !s.piece().times().isEmpty() ? 1 : 0);
      if (score > most) {
        most = score;
        best = Optional.of(each);
      }
    }
    if (best.isEmpty() || most < 3) return Judged.NO_CLAIM;
    // a word of denial that the record has not, or other words in the quotation marks
    if (QuotationForms.deniesMore(QuotationForms.words(heard), told(best.get().fact()))
        || isOtherQuotation(s, best.get().fact())) return Judged.NO_CLAIM;
    String why =
        "%s, %s: %s"
            .formatted(
                actor(best.get().fact()), Evidence.time(best.get()), reason(best.get().fact()));
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
    // "declared herself the winner": no other words of hers make it so
    boolean isOfClaim =
        best.get().fact() instanceof Statement claim
            && claim.about() == Fact.Topic.CLAIM_OF_VICTORY
            && !s.hears("loser");
    if (!isOfClaim
        && Sought.has(
            s.piece().words(),
            "(?i)\\b(?:him|her|them)sel(?:f|ves) (?:the |to be the |as )?(?:[a-z]+ )?(?:winner|victor|loser|elected|president)"))
      return Judged.NO_CLAIM;
    Matcher venue = VENUE.matcher(s.piece().words());
    if (venue.find() && !told(best.get().fact()).contains(venue.group("name")))
      return told(best.get().fact()).contains(venue.group("kind"))
          ? Judged.contradicted(why, List.of(best.get()))
          : Judged.NO_CLAIM;
    if (s.hears("from [a-z]+$") || s.piece().words().matches("(?s).*from [A-Z][a-z]+[.,]?$")) {
      String city = s.piece().words().replaceAll("(?s).*from ([A-Z][a-z]+)[.,]?$", "$1");
      String told = told(best.get().fact());
      if (told.contains("from ") && !told.contains(city))
        return Judged.contradicted(why, List.of(best.get()));
    }
    return Judged.supported(why, List.of(best.get())).at(best.get()).undeniable();
  }

  /** Whether words are quoted of which none of the record's are a part, and which are no part. */
  private static boolean isOtherQuotation(Slots s, Fact fact) {
    if (!s.has("q")) return false;
    String quoted =
        String.join(" ", QuotationForms.words(((Mention.Quotation) s.mention("q")).words()));
    return !String.join(" ", QuotationForms.words(told(fact))).contains(quoted)
        && QuotationForms.quotes(fact).stream()
            .map(quote -> String.join(" ", QuotationForms.words(quote)))
            .noneMatch(quoted::contains);
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
    List<String> all = new ArrayList<>(QuotationForms.quotes(fact));
    if (fact instanceof Statement said) said.text().ifPresent(all::add);
    fact.attestation().note().ifPresent(all::add);
    return String.join(" ", all);
  }

  /** The same in sentences: what was said, and what is noted beside it. */
  private static String reason(Fact fact) {
    List<String> all = new ArrayList<>();
    for (String quote : QuotationForms.quotes(fact)) all.add("\"" + quote.strip() + "\".");
    if (fact instanceof Statement said) said.text().map(Wording::sentence).ifPresent(all::add);
    fact.attestation().note().map(Wording::sentence).ifPresent(all::add);
    return String.join(" ", all);
  }

  private SpeechPieces() {}
}
