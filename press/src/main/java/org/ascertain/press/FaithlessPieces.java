package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;

/** Claims of electors who voted against their pledge, in pieces of sentences. */
final class FaithlessPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("against-the-pledge", Kind.FAITHLESS)
              .knows("any")
              .hears(
                  "(?<none>not) {N:one} elector",
                  "(?<none>faithless: none|no faithless|not (?:a single|one) elector|no elector|no other elector).{0,30}?",
                  "(?<none>(?:all|every one|each)(?: (?:of )?(?:them|the electors|⟦N[0-9]+⟧))*.{0,20}? (?:kept|honou?red|stuck to|held to) (?:their|his or her|the) (?:pledges?|word))",
                  "(?<none>none|nobody|no one|not one)(?: of (?:them|the electors))? (?:broke (?:ranks|faith|(?:their|his|a|the) (?:pledge|word))|strayed|defected|deserted)",
                  "{N:n}.{0,30}?(?:had cast (?:deviant|stray|rogue|maverick) votes|went elsewhere|deserted|abandoned|went to others|went for others|went astray|strayed|went (?:their|his|her) own way|broke|who had been pledged|from {U:u}|defected|faithless)",
                  "when {N:n} did",
                  "{N:n} who had been pledged to {C:c}")
              .withDenial()
              .example(SUPPORTED, "2017-02-01", "Of the electors of 2016 seven went their own way.")
              .example(
                  CONTRADICTED, "2017-02-01", "Of the electors of 2016 five went their own way.")
              .judges(FaithlessPieces::strayed),
          Form.of("strays-for", Kind.FAITHLESS)
              .knows(
                  "electors elector people others vote votes each them those republican democratic activist native american former general")
              .hears(
                  "{N:n}.{0,40}?\\b(?:chose|picked|preferred|named|backed|wrote(?: in| down)?|put down|opted for|plumped for|went (?:for|to)|voted for|for) (?:the .{0,30}?)?{C:c}",
                  "{C:c} (?:received|got|had|drew|took) {N:n}(?: votes?| electors?)?")
              .example(
                  SUPPORTED,
                  "2017-02-01",
                  "Of the electors who strayed three in Washington state picked Colin Powell.")
              .example(
                  CONTRADICTED,
                  "2017-02-01",
                  "Of the electors who strayed two in Washington state picked Colin Powell.")
              .judges(FaithlessPieces::forOne),
          Form.of("named-elector", Kind.FAITHLESS)
              .hears(
                  "(?:went for|goes(?: for)?|put down) {C:c}|(?:wrote (?:in|down)|preferred|picked|opted for|wrote the name of) {C:c}|replaced by [A-Z]|was replaced|pledged to {C:c}|voted for {C:c}|{C:c}.{0,20}?from {U:u}|(?:named|chose) {C:c}|(?:elector|belonged to|thought for) [A-Z]|left (?:his|her|it) (?:ballot )?blank|fined|wrote the wrong name|protest|no vote in congress|failed")
              .example(
                  SUPPORTED,
                  "2001-02-01",
                  "In protest Barbara Lett-Simmons, an elector, voted for nobody.")
              .example(
                  CONTRADICTED,
                  "2001-02-01",
                  "Barbara Lett-Simmons had been pledged to George W. Bush.")
              .judges(FaithlessPieces::named));

  private static Judged strayed(Slots s, Evidence e) {
    Optional<Long> is = CollegeForms.strayed(e);
    String sentence = s.piece().sentence().words().toLowerCase(Locale.ROOT);
    String context = sentence + s.scene().words().toLowerCase(Locale.ROOT);
    if (!Sought.has(context, "elector|pledge|faithless|stray|astray|deviant"))
      return Judged.NO_CLAIM;
    if (is.isEmpty())
      return e.haveVoted()
          ? Judged.beyond("The record does not tell how every elector was pledged.")
          : Judged.NO_CLAIM;
    String why = CollegeForms.strayedInWords(is.get());
    if (s.has("none")) {
      if (!s.hears("faithless|broke|stray|defect|desert|did\\b|pledge|word\\b"))
        return Judged.NO_CLAIM;
      boolean other = s.hears("no other");
      return Judged.held(is.get() == (other ? 1 : 0), why, List.of());
    }
    // beside those of whom was told before
    if (s.hears("⟦n[0-9]+⟧ (?:other|more|further)\\b")) return Judged.NO_CLAIM;
    long n = s.number("n").whole();
    if (n > 60
        || s.hears("attempt|failed|electoral votes|state(?:'s)? |⟦n[0-9]+⟧ of |votes? for|each"))
      return Judged.NO_CLAIM;
    if (s.has("c")) {
      Optional<String> from = s.in((Mention.Person) s.mention("c"));
      if (from.isEmpty()) return Judged.NO_CLAIM;
      if (!s.hears("pledged to")) return Judged.NO_CLAIM;
      long own = from(e, from.get());
      return Judged.held(
          n == own,
          "Of those who had been pledged to %s %d strayed.".formatted(e.name(from.get()), own),
          List.of());
    }
    if (s.has("u") || s.hears("from ⟦u")) {
      Optional<String> unit = s.placeHere();
      if (unit.isEmpty()) return Judged.NO_CLAIM;
      long own = in(e, unit.get());
      return Judged.held(
          n == own, "In %s %d strayed.".formatted(Evidence.place(unit.get()), own), List.of());
    }
    if (s.hears("who had been pledged")) return Judged.NO_CLAIM;
    // "Clinton's electors, of whom five deserted": of the electors of one
    if (n != is.get()
        && (s.hears("\\b(?:of (?:whom|them|his|her)|him|her)\\b")
            || Sought.has(sentence, "'s? (?:[a-z]+ )?electors\\b"))) return Judged.NO_CLAIM;
    return Judged.held(n == is.get(), why, List.of());
  }

  private static long from(Evidence e, String candidate) {
    long sum = 0;
    for (Entry entry : e.all(Fact.ElectorVotes.class, f -> true)) {
      Fact.ElectorVotes cast = (Fact.ElectorVotes) entry.fact();
      Optional<Votes> pledged = CollegeForms.pledged(e, cast.jurisdiction());
      if (pledged.isEmpty()) continue;
      sum +=
          Math.max(
              0,
              pledged.get().count(candidate).orElse(0)
                  - cast.ballots().of(Office.PRESIDENT).count(candidate).orElse(0));
    }
    return sum;
  }

  private static long in(Evidence e, String unit) {
    Optional<Entry> entry = e.electorVotes(unit);
    Optional<Votes> pledged = CollegeForms.pledged(e, unit);
    if (entry.isEmpty() || pledged.isEmpty()) return 0;
    Votes cast = ((Fact.ElectorVotes) entry.get().fact()).ballots().of(Office.PRESIDENT);
    long sum = 0;
    for (String id : pledged.get().ids())
      sum += Math.max(0, pledged.get().count(id).orElse(0) - cast.count(id).orElse(0));
    return sum;
  }

  /** How many electors voted for somebody who was on no ticket that had electors pledged to it. */
  private static Judged forOne(Slots s, Evidence e) {
    Optional<String> who = s.in((Mention.Person) s.mention("c"));
    String context = (s.scene().words() + " " + s.words()).toLowerCase(Locale.ROOT);
    if (who.isEmpty()
        || e.isPresidential(who.get())
        || s.here(Mention.Person.class).size() != 1
        || s.hears("\\b(?:second|vice|president|not|never|times?|million|percent|states?)\\b")
        || !Sought.has(context, "elector|faithless|pledge|stray|defect|bolt"))
      return Judged.NO_CLAIM;
    List<Entry> all =
        e.all(
            Fact.ElectorVotes.class,
            f -> f.ballots().of(Office.PRESIDENT).count(who.get()).orElse(0) > 0);
    if (all.isEmpty() || !e.haveVoted()) return Judged.NO_CLAIM;
    Optional<String> here = s.placeHere();
    long in = 0;
    long sum = 0;
    for (Entry each : all) {
      Fact.ElectorVotes cast = (Fact.ElectorVotes) each.fact();
      long votes = cast.ballots().of(Office.PRESIDENT).count(who.get()).orElse(0);
      sum += votes;
      if (here.isEmpty() || here.get().equals(cast.jurisdiction())) in += votes;
    }
    String why =
        "%s had votes of electors: %s."
            .formatted(
                e.name(who.get()),
                all.stream()
                    .map(each -> (Fact.ElectorVotes) each.fact())
                    .map(
                        cast ->
                            "%s %d"
                                .formatted(
                                    Evidence.place(cast.jurisdiction()),
                                    cast.ballots().of(Office.PRESIDENT).count(who.get()).orElse(0)))
                    .collect(Collectors.joining(", ")));
    long said = s.number("n").whole();
    if (said == in) return Judged.supported(why, all);
    // of another place than the piece names it may be told before
    return here.isPresent() || (said > sum && s.earlier(Mention.Place.class).isEmpty())
        ? Judged.contradicted(why, all)
        : Judged.NO_CLAIM;
  }

  private static final Pattern PLEDGED = Starts.compile("pledged to (⟦c[0-9]+⟧)");
  private static final Pattern VOTED =
      Starts.compile(
          "(?:voted for|named|chose|wrote (?:in|down)|preferred|picked|opted for|went for|goes(?: for)?|put down) (⟦c[0-9]+⟧)");

  /** What the notes say of electors by name. */
  private static Judged named(Slots s, Evidence e) {
    String sentence = s.piece().sentence().words();
    String context = s.scene().words() + " " + sentence;
    List<Entry> strays =
        e.all(
            Fact.ElectorVotes.class, f -> f.attestation().note().orElse("").contains("pledged to"));
    if (strays.isEmpty()) return Judged.NO_CLAIM;
    boolean election = Sought.has(context, "(?i)elector|pledged|ballot|vote|blank");
    // a clause of a note: "NAME, pledged to A and B, voted for C for President and D for Vice
    // President."
    for (Entry each : strays) {
      String note = each.fact().attestation().note().orElse("");
      String where = ((Fact.ElectorVotes) each.fact()).jurisdiction();
      for (String clause : note.split("(?<=[a-z])\\. ", -1)) {
        if (!clause.contains("pledged to")) continue;
        String name = clause.substring(0, Math.max(0, clause.indexOf(',')));
        String surname = name.substring(name.lastIndexOf(' ') + 1);
        if (surname.length() < 3) continue;
        Pattern own = Pattern.compile("(?<![\\w])" + Pattern.quote(surname) + "(?![\\w]| [A-Z])");
        boolean here = own.matcher(s.piece().words()).find();
        // without a word of electors only the whole name tells of whom it is
        if (!election
            && !s.piece().words().contains(name.replaceAll("^(\\S+) .*", "$1") + " " + surname))
          continue;
        boolean isOfPronoun =
            s.hears("\\b(?:he|she|his|her|who)\\b|^[ ,]*(?:had|was|voted|named|left|belonged)");
        boolean before =
            isOfPronoun && (own.matcher(sentence).find() || own.matcher(s.scene().words()).find());
        if (!here && !before) continue;
        String why =
            "%s: %s."
                .formatted(
                    Evidence.place(where),
                    clause.endsWith(".") ? clause.substring(0, clause.length() - 1) : clause);
        List<Entry> by = List.of(each);
        Optional<String> unit = s.placeHere();
        if (s.hears("only (?:one|⟦n)")) return Judged.NO_CLAIM;
        boolean isElsewhere = unit.isPresent() && !unit.get().equals(where);
        boolean ofUnit = s.hears("elector.{0,40}⟦u");
        if (ofUnit && isElsewhere && here) return Judged.contradicted(why, by);
        if (isElsewhere) return Judged.NO_CLAIM;
        String pledge = clause.replaceAll("(?s).*pledged to ", "").replaceAll("(?s), .*", "");
        String vote = clause.replaceAll("(?s).*?, (?=voted|cast|left|abstain)", "");
        Optional<String> told = Optional.empty();
        for (Mention.Placed stood : s.piece().mentions()) {
          if (!(stood.mention() instanceof Mention.Person)) continue;
          Optional<String> candidate = s.in((Mention.Person) s.look(stood)).map(e::name);
          if (candidate.isEmpty()) continue;
          String mark = "⟦c" + s.piece().sentence().mentions().indexOf(stood) + "⟧";
          boolean ofPledge =
              PLEDGED.matcher(s.heard()).results().anyMatch(m -> m.group(1).equals(mark));
          boolean ofVote =
              VOTED.matcher(s.heard()).results().anyMatch(m -> m.group(1).equals(mark));
          if (ofPledge && !ofVote && !pledge.contains(candidate.get()))
            return Judged.contradicted(why, by);
          if (ofVote && !ofPledge && !vote.contains(candidate.get()))
            return Judged.contradicted(why, by);
          if (ofPledge || ofVote) told = candidate;
        }
        // "the elector of Minnesota" is no claim yet
        if (told.isEmpty() && name.contains("elector")) continue;
        if (told.isEmpty()
            && unit.isEmpty()
            && !s.hears("blank|protest|no vote in congress|replaced")) continue;
        return Judged.supported(why, by).undeniable();
      }
    }
    return election ? ofVotes(s, e) : Judged.NO_CLAIM;
  }

  /** "Bernie Sanders received one, from Hawaii": where the votes of one came from. */
  private static Judged ofVotes(Slots s, Evidence e) {
    Optional<String> unit = s.placeHere();
    Optional<String> who =
        s.standing().stream().findFirst().or(() -> s.earlier(Mention.Person.class).flatMap(s::in));
    if (unit.isEmpty() || who.isEmpty() || e.isPresidential(who.get()) || !s.hears("from ⟦u"))
      return Judged.NO_CLAIM;
    List<Entry> from =
        e.all(
            Fact.ElectorVotes.class,
            f -> f.ballots().of(Office.PRESIDENT).count(who.get()).orElse(0) > 0);
    if (from.isEmpty()) return Judged.NO_CLAIM;
    boolean only =
        from.stream()
            .allMatch(f -> ((Fact.ElectorVotes) f.fact()).jurisdiction().equals(unit.get()));
    return Judged.held(
        only,
        "His votes came from "
            + Wording.listed(
                from.stream()
                    .map(f -> Evidence.place(((Fact.ElectorVotes) f.fact()).jurisdiction()))
                    .toList())
            + ".",
        from);
  }

  private FaithlessPieces() {}
}
