package org.ascertain.press;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.DeadlineKind;

/** An event that texts give a day or an hour. */
enum Event {
  ELECTION(
      "election day|election (?:took place|was held|fell)|went to the polls|people voted|americans (?:voted|chose)|voters chose|the poll\\b|polling day|(?:the )?people chose between"),
  MEETING(
      "(?:affirmation|confirmation)[a-z ]{0,40} electoral college|electors? (?:all )?(?:met|meet|vote[ds]?|gathered|had met|assembled|cast|will meet|convened)|(?:vote|votes|voting|meetings?) of the electors|electoral college (?:on ⟦d[0-9]+⟧ )?(?:met|voted|votes|meets)|they meet|(?:fifty-one|51) meetings|secured the presidency in the electoral|slates voted"),
  OPENING(
      "opening of the certificates|congress (?:met|meets|counts?|counted|began|opens|convened|will count)|(?:joint )?session (?:of [^,]{0,30}? )?(?:began|opens|opened|convened|met|had opened)|count (?:began|had begun|opened|had been opened|was opened|had opened)|sitting that had opened|proceedings (?:began|opened)|(?:joint session|the count) is (?:on|set for|due)|had opened|count in congress|counting in congress|he announced|she announced"),
  DECLARATION(
      "result was (?:proclaimed|declared|announced)|declares? the result|declared elected|(?:count|it) was (?:finished|completed|over|done)|read out (?:the|what|his own|her own)|gavels? through|proclaimed|to the declaration|(?:vice.president|president of the senate).{0,40}?(?:announced|declared|read)|declared .{0,40}?(?:duly |re-)?elected|read out the numbers"),
  OATH(
      "inaugurat|sworn in|tak(?:es?|ing) (?:the )?(?:oath|office)|the (?:public |private )?oath (?:follows|is|was)|took (?:the|his|her) oath|raised (?:his|her) right hand|the ceremony|^[-* ]*oath"),
  HARBOUR("safe.harbou?r"),
  TERM("\\bterms? (?:of office )?(?:starts?|begins?|began|started)");

  private final Pattern words;

  Event(String words) {
    this.words = Starts.compile(words);
  }

  static Optional<Event> in(String heard) {
    for (Event each : values()) if (each.words.matcher(heard).find()) return Optional.of(each);
    return Optional.empty();
  }

  /** When it was; by law where it is not on record yet. */
  Optional<When> when(Evidence e) {
    return switch (this) {
      case ELECTION -> Optional.of(e.history().header().attestation().at());
      case MEETING -> e.haveVoted() ? Optional.of(span(e)) : law(e, DeadlineKind.MEET);
      case OPENING ->
          e.first(Fact.CountOpened.class, f -> true)
              .map(o -> o.fact().attestation().at())
              .or(() -> law(e, DeadlineKind.COUNT));
      case DECLARATION ->
          e.last(Fact.Declared.class, f -> true).map(d -> d.fact().attestation().at());
      case OATH ->
          e.last(Fact.Oath.class, f -> f.office() == Fact.Office.PRESIDENT)
              .map(o -> o.fact().attestation().at())
              .or(() -> Optional.of(whole(Washington.day(e.history().law().termBegins()))));
      case HARBOUR -> law(e, DeadlineKind.SAFE_HARBOUR);
      case TERM -> Optional.of(new When.AtMoment(Washington.at(e.history().law().termBegins())));
    };
  }

  boolean isAbout(Evidence e) {
    return switch (this) {
      case OPENING -> e.first(Fact.CountOpened.class, f -> true).filter(Event::about).isPresent();
      case DECLARATION -> e.last(Fact.Declared.class, f -> true).filter(Event::about).isPresent();
      case OATH ->
          e.last(Fact.Oath.class, f -> f.office() == Fact.Office.PRESIDENT)
              .filter(Event::about)
              .isPresent();
      case ELECTION, MEETING, HARBOUR, TERM -> false;
    };
  }

  private static Optional<When> law(Evidence e, DeadlineKind kind) {
    return e.history().law().deadline(kind).map(d -> whole(d.day()));
  }

  private static When span(Evidence e) {
    List<Entry> votes = e.all(Fact.ElectorVotes.class, f -> f.slate().isEmpty());
    if (votes.isEmpty()) votes = e.all(Fact.ElectorVotes.class, f -> true);
    When first = votes.getFirst().fact().attestation().at();
    When last = first;
    for (Entry each : votes) {
      When at = each.fact().attestation().at();
      if (at.begins() < first.begins()) first = at;
      if (at.effective() > last.effective()) last = at;
    }
    return When.between(first.earliest(), last.latest());
  }

  private static boolean about(Entry entry) {
    return entry.fact().attestation().about();
  }

  private static When whole(LocalDate day) {
    return new When.OnDay(day);
  }

  /** The day on which it was, or is to be. */
  Optional<LocalDate> day(Evidence e) {
    return when(e).or(() -> when(e.whole())).map(w -> Washington.day(w.begins()));
  }
}
