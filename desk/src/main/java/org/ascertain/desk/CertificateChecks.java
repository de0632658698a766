package org.ascertain.desk;

import static org.ascertain.desk.IntakeCheck.*;
import static org.ascertain.desk.Threshold.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.law.Deadline;
import org.ascertain.law.DeadlineKind;
import org.ascertain.law.Provision;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.StateLaw;
import org.ascertain.law.Verdict;

/** Certificates: who signs, when, over how many, and against what the record holds. */
final class CertificateChecks {

  /** Letters by which two words are held to be one: canvassers, canvassing. */
  private static final int STEM = 6;

  static void of(Fact fact, Before before, Context context, Findings found) {
    switch (fact) {
      case Certification f -> {
        authority(f.unit(), Field.CERT_AUTHORITY, f.authority(), context, found);
        late(fact, certification(f.unit(), context), found);
        if (f.amends().isEmpty())
          before.certified(f.unit()).ifPresent(first -> second(f.unit(), first.entry(), found));
        tally(f, before, context, found);
      }
      case Fact.Ascertainment f -> {
        authority(f.jurisdiction(), Field.EXECUTIVE, f.authority(), context, found);
        late(fact, context.law().deadline(DeadlineKind.ASCERTAIN), found);
        if (f.supersedes().isEmpty())
          before
              .ascertained(f.jurisdiction(), f.slate().orElse(""))
              .ifPresent(first -> second(f.jurisdiction(), first, found));
        electors("electors", f.jurisdiction(), f.electors().sum(), context, found);
      }
      case Fact.Appointment f -> electors("number", f.jurisdiction(), f.number(), context, found);
      case Fact.ElectorVotes f -> {
        late(fact, context.law().deadline(DeadlineKind.MEET), found);
        ballots(f.jurisdiction(), f.ballots(), context, found);
      }
      case Fact.Counted f ->
          f.ballots().ifPresent(cast -> ballots(f.jurisdiction(), cast, context, found));
      default -> {
        return; // no other kind certifies anything
      }
    }
    if (found.of(PAPER_NEEDED) == 1 && !(fact instanceof Fact.Counted))
      found.add(NO_SCAN, "", List.of(PAPER_NEEDED));
  }

  private static Optional<Deadline> certification(String unit, Context context) {
    return context.law().state(Unit.jurisdictionOf(unit)).flatMap(StateLaw::certification);
  }

  /** Whether the authority is one that the law names, by any word that both have. */
  private static void authority(
      String unit, Field field, String authority, Context context, Findings found) {
    if (unit.indexOf('/') >= 0) return; // who certifies a county is not in the table
    Optional<String> lawful =
        context
            .law()
            .state(Unit.jurisdictionOf(unit))
            .map(law -> law.answer(field))
            .flatMap(CertificateChecks::words);
    if (lawful.isEmpty()) return;
    Set<String> named = stems(lawful.get());
    if (stems(authority).stream().anyMatch(named::contains)) return;
    found.add(
        WRONG_AUTHORITY,
        "authority",
        Figure.text("unit", unit),
        Figure.text("lawful", lawful.get()),
        Figure.text("authority", authority));
  }

  private static Optional<String> words(Verdict<Provision> verdict) {
    return verdict instanceof Verdict.Determined<Provision>(Provision value, var grounds)
        ? Optional.of(value.value())
        : Optional.empty();
  }

  private static Set<String> stems(String words) {
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^a-z]+"))
        .filter(word -> word.length() >= STEM - 1 && !word.startsWith("state"))
        .map(word -> word.substring(0, Math.min(STEM, word.length())))
        .collect(Collectors.toSet());
  }

  private static void late(Fact fact, Optional<Deadline> due, Findings found) {
    LocalDate day = Washington.day(fact.attestation().at().begins());
    if (due.isEmpty() || !day.isAfter(due.get().day())) return;
    found.add(
        AFTER_DEADLINE,
        "at",
        Figure.text("due", due.get().day().toString()),
        Figure.text("rule", due.get().rule().id()),
        Figure.text("at", fact.attestation().at().toString()));
  }

  private static void second(String unit, long first, Findings found) {
    found.add(SECOND_CERTIFICATE, "", Figure.entry(first), Figure.text("unit", unit));
  }

  private static void electors(
      String path, String jurisdiction, long number, Context context, Findings found) {
    int entitled = context.law().entitled().getOrDefault(jurisdiction, 0);
    if (number > entitled)
      tooMany(path, number + " electors where " + jurisdiction + " has " + entitled, found);
  }

  private static void ballots(
      String jurisdiction, Ballots ballots, Context context, Findings found) {
    int entitled = context.law().entitled().getOrDefault(jurisdiction, 0);
    switch (ballots) {
      case Ballots.Distinct(Votes president, Votes vicePresident) -> {
        long most = Math.max(president.sum(), vicePresident.sum());
        if (most > entitled) {
          tooMany("president", most + " votes where " + jurisdiction + " has " + entitled, found);
        } else if (president.sum() != vicePresident.sum()) {
          tooMany(
              "vicePresident",
              president.sum()
                  + " votes for President and "
                  + vicePresident.sum()
                  + " for Vice President",
              found);
        }
      }
      case Ballots.Pairs(Votes both) -> {
        if (both.sum() > 2L * entitled)
          tooMany("both", both.sum() + " votes of " + entitled + " electors", found);
      }
    }
  }

  private static void tooMany(String path, String what, Findings found) {
    found.add(TOO_MANY_ELECTORS, path, Figure.text("what", what));
  }

  private static void tally(
      Certification certificate, Before before, Context context, Findings found) {
    Optional<Reported> of = before.tally(certificate.unit(), context.header().returnsFrom());
    if (of.isEmpty()) return;
    Reported tally = of.get();
    Reported certified = figures(certificate, tally);
    boolean differs = !certified.leader().equals(tally.leader()) && tally.leader().isPresent();
    for (int i = 0; i < certified.votes().size(); i++) {
      long there = tally.votes().count(certified.votes().ids().get(i)).orElse(-1);
      if (there < 0) continue;
      long difference = Math.abs(there - certified.votes().count(i));
      differs |= difference >= found.of(CERTIFICATE_VOTES);
      differs |= difference > 0 && found.isShare(difference, there, CERTIFICATE_SHARE);
    }
    if (differs)
      found.add(
          CERTIFICATE_DIFFERS,
          "votes",
          List.of(CERTIFICATE_VOTES, CERTIFICATE_SHARE),
          Figure.text("certified", certified.votes().toString()),
          Figure.text("tally", tally.votes().toString()),
          Figure.entry(tally.entry()));
  }

  /** A certificate's figures, in the form of those that they are held against. */
  private static Reported figures(Certification certificate, Reported tally) {
    return new Reported(
        tally.entry(),
        certificate.attestation().at().effective(),
        tally.source(),
        certificate.votes(),
        certificate.other(),
        certificate.total(),
        true,
        OptionalLong.empty(),
        false,
        true);
  }

  private CertificateChecks() {}
}
