package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;

/**
 * Claims of votes of electors for others than the two: how many, from where, what became of those
 * who cast them.
 */
final class MinorPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("votes-for-others", Kind.FAITHLESS)
              .hears(
                  "{N:n} of (?:its|the|their|the state's) {N:m}(?: {electors}| votes?)?.{0,12}? (?:to|for|chose|named|backed|picked) {C:c}",
                  "(?<!of its |of the |of their ){N:n}(?: {electors}| votes?| electors?)?,? (?:went to|for|to|chose|named|backed|picked|wrote in|voted for) {C:c}",
                  "{C:c}(?:,? (?:and|the .{0,20}?,))? (?:{got}|was given|were given) {N:n}(?: {electors}| votes?)?(?! (?:percent|points|million|states))",
                  "{C:c} and {C:d} (?:{got}|were given) {N:n}(?: {electors}| votes?)? (?<each>each|apiece)")
              .example(
                  SUPPORTED,
                  "2017-02-01",
                  "In Washington three of its twelve votes went to Colin Powell.")
              .example(
                  CONTRADICTED,
                  "2017-02-01",
                  "In Washington four of its twelve votes went to Colin Powell.")
              .judges(MinorPieces::votes),
          Form.of("what-became-of-electors", Kind.FAITHLESS)
              .knows("@U")
              .hears(
                  "{N:n} (?:electors )?(?:in all )?(?<tried>tried|attempted|sought) to (?:deviate|defect|break|stray|vote (?:for (?:others|somebody else)|otherwise|against))",
                  "(?<fined>fined)",
                  "(?<replaced>was replaced by|were replaced|gave way to) [A-Z]",
                  "(?<void>(?:voided|invalidated|disallowed|ruled out of order|tried and failed|attempts?.{0,40}?failed|failed attempts?))")
              .ahead()
              .withDenial()
              .example(
                  SUPPORTED,
                  "2017-02-01",
                  "Three attempts of electors in Colorado, Maine and Minnesota were voided.")
              .example(
                  CONTRADICTED,
                  "2017-02-01",
                  "Two attempts of electors in Colorado, Maine and Minnesota were voided.")
              .judges(MinorPieces::became));

  /** "Thirteen states voted for Mr. Adams, seven for General Jackson": in the House, by states. */
  private static final String BY_STATES =
      "(?i)\\b(?:states|delegations) (?:(?:voted|went|cast (?:their|its) votes?|gave their votes?) )?for\\b";

  private static Judged votes(Slots s, Evidence e) {
    Quantity said = s.number("n");
    Optional<String> who = s.in((Mention.Person) s.mention("c"));
    // "Ted Cruz and Ron Paul got one each": of two, one of whom did not stand
    if (s.hears("\\b(?:each|apiece)\\b") && !s.has("each")) return Judged.NO_CLAIM;
    if (who.isEmpty()
        || said.whole() > 60
        || !said.isExact()
        || s.hears(
            "⟦h|senat|\\bcourt|justice|objection|million|thousand|per ?cent|states\\b|precinct"))
      return Judged.NO_CLAIM;
    // where nobody stood on a ticket, none is another; "eight states for Jefferson, six for Burr"
    if (e.tickets().isEmpty() || Sought.has(s.piece().sentence().words(), BY_STATES))
      return Judged.NO_CLAIM;
    List<String> two = e.tickets().stream().limit(2).map(t -> t.president()).toList();
    if (two.contains(who.get())) return Judged.NO_CLAIM;
    Optional<ElectorResult> result = ElectorResult.of(e);
    boolean mate =
        s.hears("vice.president|second (?:place|office)")
            || (result.isPresent() && result.get().votes().count(who.get()).isEmpty());
    Office office = mate ? Office.VICE_PRESIDENT : Office.PRESIDENT;
    Optional<String> unit = s.placeOfSentence();
    if (unit.isEmpty() && s.has("m")) unit = onlyWith(e, who.get(), office);
    if (unit.isPresent()) {
      Optional<Entry> cast = e.electorVotes(unit.get());
      if (cast.isEmpty()) return Judged.beyond("They had not voted by then.");
      Votes votes = ((Fact.ElectorVotes) cast.get().fact()).ballots().of(office);
      boolean whole = !s.has("m") || s.number("m").whole() == e.electors(unit.get());
      long has = votes.count(who.get()).orElse(0);
      // a place that is named before may be that of others
      if (has == 0 && s.placeHere().isEmpty()) return Judged.NO_CLAIM;
      return Judged.held(
          has == said.whole() && whole,
          "%s's electors cast %s.".formatted(Evidence.place(unit.get()), e.figures(votes)),
          List.of(cast.get()));
    }
    if (result.isEmpty()) return Judged.NO_CLAIM;
    Votes votes =
        mate
            ? ElectorResult.declaration(e)
                .map(d -> ElectorResult.fact(d).ballots().of(office))
                .orElse(Votes.NONE)
            : result.get().votes();
    if (votes.count(who.get()).isEmpty()) return Judged.NO_CLAIM;
    return Judged.held(
        votes.count(who.get()).getAsLong() == said.whole(),
        result.get().told(e),
        result.get().by());
  }

  /** The one place where somebody had votes of electors. */
  private static Optional<String> onlyWith(Evidence e, String who, Office office) {
    List<Entry> all =
        e.all(Fact.ElectorVotes.class, f -> f.ballots().of(office).count(who).orElse(0) > 0);
    return all.size() == 1
        ? Optional.of(((Fact.ElectorVotes) all.getFirst().fact()).jurisdiction())
        : Optional.empty();
  }

  private static final Pattern FINE =
      Pattern.compile("(?:fined |fine of |\\$)[^0-9.]{0,12}\\$?([0-9][0-9,]*)(?![0-9])");

  /** Words for electors whose votes did not stand, in notes. */
  private static final Pattern UNDONE = Pattern.compile("invalidated|ruled out of order");

  private static Judged became(Slots s, Evidence e) {
    List<Entry> all = e.all(Fact.ElectorVotes.class, f -> f.attestation().note().isPresent());
    if (s.has("tried")) return tried(s, e, all);
    if (s.has("fined")) return fined(s, all);
    if (s.has("replaced")) return replaced(s, all);
    if (!Sought.has(s.context(), "elector|pledge|faithless|defect|college|deviat"))
      return Judged.NO_CLAIM;
    if (s.hears("suit|\\bcourt|judge|petition|objection|recount")) return Judged.NO_CLAIM;
    List<Entry> undone = all.stream().filter(v -> UNDONE.matcher(note(v)).find()).toList();
    if (undone.isEmpty()) return Judged.NO_CLAIM;
    Set<String> units = new LinkedHashSet<>();
    for (Entry each : undone) units.add(((Fact.ElectorVotes) each.fact()).jurisdiction());
    List<String> said =
        s.named(Mention.Place.class).stream().map(Mention.Place::unit).distinct().toList();
    String why =
        "Votes of electors were undone in %s."
            .formatted(Wording.listed(units.stream().map(Evidence::place).toList()));
    Optional<Quantity> n = s.count();
    if (n.isPresent() && n.get().whole() <= 20 && n.get().whole() != undone.size())
      return Judged.contradicted(why, undone);
    if (said.isEmpty() && n.isEmpty()) return Judged.NO_CLAIM;
    return Judged.held(units.containsAll(said), why, undone);
  }

  /** Those whose votes were counted and those whose votes were undone. */
  private static Judged tried(Slots s, Evidence e, List<Entry> all) {
    Optional<Long> strayed = CollegeForms.strayed(e);
    if (strayed.isEmpty()) return Judged.NO_CLAIM;
    long undone = all.stream().filter(v -> UNDONE.matcher(note(v)).find()).count();
    return Judged.held(
        s.number("n").whole() == strayed.get() + undone,
        "%d votes against the pledge were counted, %d were undone."
            .formatted(strayed.get(), undone),
        List.of());
  }

  private static String note(Entry entry) {
    return entry.fact().attestation().note().orElse("");
  }

  private static Judged fined(Slots s, List<Entry> all) {
    Matcher said = FINE.matcher(s.piece().words());
    List<Entry> noted = all.stream().filter(v -> note(v).contains("fined")).toList();
    if (!said.find() || noted.isEmpty()) return Judged.NO_CLAIM;
    Matcher is = FINE.matcher(note(noted.getFirst()));
    if (!is.find()) return Judged.NO_CLAIM;
    return Judged.held(
        said.group(1).replace(",", "").equals(is.group(1).replace(",", "")),
        note(noted.getFirst()),
        noted);
  }

  private static final Pattern REPLACED =
      Pattern.compile(
          "([A-Z][\\w-]+)(?: Jr\\.)?,? (?:\\([^)]*\\) )?(?:was |were )?(?:replaced by|gave way to) (?:[A-Z][\\w.-]+ )*([A-Z][\\w-]+)");

  private static Judged replaced(Slots s, List<Entry> all) {
    Matcher said = REPLACED.matcher(s.piece().sentence().words());
    while (said.find())
      for (Entry each : all) {
        String note = note(each);
        boolean one = note.contains(said.group(1) + ",");
        boolean other =
            note.matches("(?s).*replaced by [^,.;]*\\b" + Pattern.quote(said.group(2)) + "\\b.*");
        if (one && note.contains("replaced by")) return Judged.held(other, note, List.of(each));
      }
    return Judged.NO_CLAIM;
  }

  private MinorPieces() {}
}
