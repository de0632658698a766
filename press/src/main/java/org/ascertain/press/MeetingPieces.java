package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.Statement;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/**
 * Claims of the meetings of electors in pieces of sentences: at what hour, of slates without a
 * certificate; and of audits.
 */
final class MeetingPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("hour-of-a-meeting", Kind.ELECTORS)
              .hears(
                  "{U:u}.{0,30}?(?:assembled?|met|meets?|gathered|convened|voted|cast (?:its|their)).{0,25}?{T:t}",
                  "(?:began|started|opened|got under way).{0,12}?{T:t}.{0,40}?{U:u}")
              .example(
                  SUPPORTED,
                  "2020-12-14",
                  "In all Michigan's electors assembled at 2 p.m. on Monday.")
              .example(
                  CONTRADICTED,
                  "2020-12-14",
                  "In all Michigan's electors assembled at 5 p.m. on Monday.")
              .judges(MeetingPieces::hour),
          Form.of("meetings-took-place", Kind.ELECTORS)
              .knows(
                  "usually normally little-watched throughout across around all day whole entire")
              .hears(
                  "(?:procedure|meetings?|voting|votes?|ceremon(?:y|ies)|process|ritual|proceedings)(?: of the electors)? (?:took place|was held|were held|unfolded|happened|went on|was done).{0,40}?{D:d}")
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "The voting was held on Monday, and electors came from every county.")
              .example(
                  CONTRADICTED,
                  "2020-12-16",
                  "The voting was held on Tuesday, and electors came from every county.")
              .judges(MeetingPieces::tookPlace),
          Form.of("rival-slates", Kind.STATEMENT)
              .hears(
                  "(?:votes? of their own|rival (?:slates|electors)|alternate (?:slates|electors)|without (?:a |any )?(?:governor's )?certificates?).{0,60}?in {N:n} states")
              .withDenial()
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "Republicans without a certificate staged votes of their own in seven states.")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "Republicans without a certificate staged votes of their own in nine states.")
              .judges(MeetingPieces::rivals),
          Form.of("audit", Kind.SUIT)
              .hears(
                  "audit.{0,60}?(?:found|showed|turned up|confirmed|upheld|overturned|reversed|changed)",
                  "(?:found|showed|confirmed).{0,40}?audit")
              .withDenial()
              .example(SUPPORTED, "2020-12-15", "In Georgia the audit confirmed the outcome.")
              .example(CONTRADICTED, "2020-12-15", "In Georgia the audit reversed the outcome.")
              .judges(MeetingPieces::audit));

  private static Judged tookPlace(Slots s, Evidence e) {
    if (!Sought.has(s.words(), "(?i)electors|electoral college")
        || s.hears("⟦k|⟦h|⟦u|congress|\\bcourt|recount|canvass")) return Judged.NO_CLAIM;
    if (!e.haveVoted()) return ElectorResult.notYet();
    return Event.MEETING
        .when(e)
        .map(
            at ->
                Judged.supported("The electors met %s.".formatted(Evidence.time(at)), List.of())
                    .at(at))
        .orElse(Judged.NO_CLAIM);
  }

  private static Judged hour(Slots s, Evidence e) {
    if (s.hears(
        "⟦k|⟦h|congress|\\bcourt|board|certif|canvass|legislature|governor|secretary|reporters|official"))
      return Judged.NO_CLAIM;
    if (!Sought.has(s.context(), "elector|meeting|vote|voting|college|slate|⟦n"))
      return Judged.NO_CLAIM;
    Judged last = Judged.NO_CLAIM;
    for (Mention.Place each : s.here(Mention.Place.class)) {
      Optional<Entry> cast = e.electorVotes(each.unit());
      if (cast.isEmpty()) return Judged.NO_CLAIM;
      When at = cast.get().fact().attestation().at();
      Judged judged =
          Judged.supported(
                  "%s's electors voted %s."
                      .formatted(Evidence.place(each.unit()), Evidence.time(cast.get())),
                  List.of(cast.get()))
              .at(start(at))
              .undeniable();
      if (!s.fits(judged, e)) {
        // within its bounds it is not known when it was
        Judged open = judged.at(at);
        return at instanceof When.OnDay || s.fits(open, e) ? Judged.NO_CLAIM : open;
      }
      last = judged;
    }
    return last;
  }

  /**
   * Of two bounds the first: electors meet at an hour that is set, and their votes are told later.
   */
  private static When start(When at) {
    return at instanceof When.Between ? new When.AtMoment(Washington.at(at.begins())) : at;
  }

  private static Judged rivals(Slots s, Evidence e) {
    if (s.hears("\\bwith (?:a |an |the |their )?(?:governor's )?certificate"))
      return Judged.NO_CLAIM;
    Optional<Entry> said =
        e.first(Statement.class, f -> f.actor().contains("without certificates"));
    if (said.isEmpty()) return Judged.NO_CLAIM;
    int units = ((Statement) said.get().fact()).units().size();
    return Judged.held(
        s.number("n").whole() == units,
        "Such slates met in %s.".formatted(Wording.counted(units, "state", "states")),
        List.of(said.get()));
  }

  private static Judged audit(Slots s, Evidence e) {
    Optional<String> unit = s.place();
    if (unit.isEmpty()) return Judged.NO_CLAIM;
    List<Entry> audits =
        e.all(
            Fact.Challenge.class,
            f -> f.kind() == ChallengeKind.AUDIT && f.units().contains(unit.get()));
    if (audits.isEmpty()) return Judged.NO_CLAIM;
    Optional<Quantity> counties = s.count().filter(n -> s.hears("⟦n[0-9]+⟧ count(?:y|ies)"));
    for (Entry each : audits) {
      Fact.Challenge audit = (Fact.Challenge) each.fact();
      Optional<Entry> end = e.last(Fact.Ruling.class, r -> r.challenge().equals(audit.id()));
      if (end.isEmpty()) continue;
      String told =
          audit.name()
              + ", "
              + audit.venue()
              + ": "
              + ((Fact.Ruling) end.get().fact()).outcome()
              + ".";
      boolean good = Sought.has(told, "(?i)no irregularit|confirmed");
      boolean says =
          s.hears("confirmed|upheld|(?:found|showed|turned up) (?:no|nothing)|no irregularit");
      boolean saysOtherwise =
          !says
              && s.hears("(?:overturned|reversed|changed) the (?:result|outcome|count)")
              && !s.hears("\\b(?:no|not|nothing|never)\\b|n't");
      if (good && saysOtherwise)
        return Judged.contradicted(told, List.of(each, end.get())).undeniable();
      if (!good || !says) continue;
      boolean fits =
          counties.isEmpty() || told.matches("(?s).*\\b" + counties.get().whole() + "\\b.*");
      return Judged.held(fits, told, List.of(each, end.get())).undeniable();
    }
    return Judged.NO_CLAIM;
  }

  private MeetingPieces() {}
}
