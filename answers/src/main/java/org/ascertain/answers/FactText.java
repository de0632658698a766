package org.ascertain.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.ContingentBallot;
import org.ascertain.election.Fact.ContingentVotes;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Drawn;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.standing.Amendment;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing.Turnout;

/**
 * Any fact in one clause, without its time and source. Longer than other files: a kind of fact more
 * is a clause more beside the others, in both languages.
 */
public final class FactText {

  /** A fact in as few words as tell it. */
  public static String briefly(Fact fact, Names names) {
    return switch (fact) {
      case Fact.Header f -> names.tell("the election of %s", "la elección de %s", f.year());
      case Fact.Addition f ->
          names.tell("the record adds %s", "el registro añade %s", added(f, names));
      case Fact.Coverage f -> held(f, names);
      case Fact.Returns f ->
          names.tell(
              "%s reports %s",
              "%s comunica %s", names.where(f.unit()), votes(f.votes(), f.other(), names));
      case Fact.RankedReturns f ->
          names.tell(
              "%s reports ranked ballots",
              "%s comunica papeletas por orden de preferencia", names.where(f.unit()));
      case Fact.Lot f ->
          switch (f.drawn()) {
            case Drawn.Winner(String ticket) ->
                names.tell(
                    "a lot in %s is for %s",
                    "un sorteo en %s favorece a %s", names.where(f.unit()), names.of(ticket));
            case Drawn.Out(String ticket) ->
                names.tell(
                    "a lot in %s eliminates %s",
                    "un sorteo en %s elimina a %s", names.where(f.unit()), names.of(ticket));
          };
      case Fact.Call f -> call(f, called(f.unit(), names), names);
      case Fact.CallWithdrawn f -> call(f, called(f.unit(), names), names);
      case Fact.Certification f -> {
        boolean again = f.amends().isPresent();
        yield names.tell(
            again ? "%s certifies again %s" : "%s certifies %s",
            again ? "%s vuelve a certificar %s" : "%s certifica %s",
            names.where(f.unit()),
            votes(f.votes(), f.other(), names));
      }
      case Fact.Challenge f -> kind(f.kind(), names) + " " + f.id() + ", " + f.name();
      case Fact.Ruling f -> f.challenge() + ": " + names.phrase(f.outcome());
      case Fact.AuditRound f -> AuditRoundText.briefly(f, names);
      case Fact.Appointment f ->
          names.tell(
                  "%s appoints %s",
                  "%s nombra a %s", names.where(f.jurisdiction()), electors(f.number(), names))
              + pledged(f.electors(), names);
      case Fact.NotAppointed f ->
          names.tell(
              "%s does not appoint %s: %s",
              "%s no nombra a %s: %s",
              names.where(f.jurisdiction()),
              electors(f.number(), names),
              names.phrase(f.reason()));
      case Fact.Ascertainment f ->
          names.tell(
              "%s certifies the electors of %s: %s",
              "el ejecutivo de %2$s certifica a sus electores: %3$s",
              f.authority(),
              names.where(f.jurisdiction()),
              names.figures(f.electors()));
      case Fact.ElectorVotes f ->
          names.tell(
              "the electors of %s%s vote: %s",
              "los electores de %s%s votan: %s",
              names.where(f.jurisdiction()),
              f.slate().map(slate -> names.tell(" (return %s)", " (acta %s)", slate)).orElse(""),
              ballots(f.ballots(), names));
      case Fact.CountOpened f ->
          names.tell("Congress opens the count", "el Congreso abre el conteo");
      case Fact.Objection f ->
          names.tell(
              f.received()
                  ? "an objection to the votes of %s%s is received"
                  : "an objection to the votes of %s%s is not received",
              f.received()
                  ? "se admite una objeción a los votos de %s%s"
                  : "no se admite una objeción a los votos de %s%s",
              names.where(f.jurisdiction()),
              by(f, names));
      case Fact.ChamberVote f ->
          names.tell(
              "%s votes on the objection to %s: %s to sustain, %s to reject",
              "%s vota sobre la objeción a %s: %s a favor, %s en contra",
              chamber(f.chamber(), names),
              names.where(f.jurisdiction()),
              f.sustain(),
              f.reject());
      case Fact.CommissionRuling f ->
          names.tell(
              "the Electoral Commission votes %s to %s for return %s of %s",
              "la Comisión Electoral vota %s a %s por el acta %s de %s",
              f.inFavour(),
              f.against(),
              f.slate(),
              names.where(f.jurisdiction()));
      case Fact.Counted f ->
          names.tell(
                  "Congress %s the votes of %s",
                  "el Congreso %s los votos de %s",
                  counted(f.result(), names),
                  names.where(f.jurisdiction()))
              + f.ballots().map(b -> ": " + ballots(b, names)).orElse("");
      case Fact.Declared f ->
          names.tell(
              "the state of the vote is announced: %s",
              "se anuncia el estado de la votación: %s", bothOffices(f.ballots(), names));
      case Fact.ContingentBallot f ->
          names.tell("%s, ballot %s: ", "%s, votación %s: ", chamber(f, names), f.ballot())
              + contingent(f.votes(), names);
      case Fact.Oath f -> {
        boolean president = f.office() == Office.PRESIDENT;
        yield names.tell(
            president
                ? "%s takes the oath of the President"
                : "%s takes the oath of the Vice President",
            president
                ? "%s presta el juramento de la presidencia"
                : "%s presta el juramento de la vicepresidencia",
            names.of(f.person()));
      }
      case Fact.Death f -> names.tell("%s dies", "muere %s", names.of(f.person()));
      case Fact.Withdrawal f -> names.tell("%s withdraws", "%s se retira", names.of(f.person()));
      case Fact.VotingExtended f ->
          names.tell(
              "voting in %s goes on until %s under %s",
              "la votación en %s sigue hasta el %s según %s",
              names.where(f.jurisdiction()),
              TimeText.day(f.until(), names.language()),
              f.law());
      case Fact.Acknowledgement f ->
          f.actor()
              + (f.toward().equals("none")
                  ? ": "
                  : names.tell(" to %s: ", " a %s: ", names.of(f.toward())))
              + names.phrase(f.form().replace('-', ' '));
      case Fact.Statement f ->
          f.actor()
              + f.body().map(body -> " (" + body + ")").orElse("")
              + ": "
              + f.text()
                  .map(names::phrase)
                  .or(f::quote)
                  .orElseGet(
                      () ->
                          names.tell(
                              "a statement about %s",
                              "una declaración sobre %s", names.phrase(word(f.about()))));
      case Fact.Correction f ->
          names.tell(
              "entry %s is corrected: %s",
              "se corrige la entrada %s: %s", f.corrects(), names.phrase(f.reason()));
      case Fact.Retraction f ->
          names.tell(
              "entry %s is retracted: %s",
              "se retira la entrada %s: %s", f.retracts(), names.phrase(f.reason()));
    };
  }

  private static String added(Fact.Addition addition, Names names) {
    List<String> added = new ArrayList<>();
    addition.candidates().forEach(candidate -> added.add(candidate.name()));
    addition
        .tickets()
        .forEach(
            ticket -> added.add(names.tell("the ticket %s", "la candidatura %s", ticket.id())));
    addition
        .callers()
        .forEach(caller -> added.add(names.tell("the caller %s", "el medio %s", caller.name())));
    addition
        .returnsFrom()
        .forEach(source -> added.add(names.tell("returns of %s", "resultados de %s", source)));
    return added.isEmpty() ? names.tell("nothing", "nada") : String.join(", ", added);
  }

  private static String held(Fact.Coverage coverage, Names names) {
    String extent =
        switch (coverage.extent()) {
          case COMPLETE -> names.tell("all", "todo");
          case PARTIAL -> names.tell("some", "una parte");
          case NONE -> names.tell("no", "nada");
        };
    String of =
        coverage.caller().map(caller -> names.tell(" of %s", " de %s", caller)).orElse("")
            + (coverage.units().isEmpty()
                ? ""
                : names.tell(" in %s", " en %s", String.join(", ", coverage.units())));
    String until =
        coverage
            .until()
            .map(day -> TimeText.day(day, names.language()))
            .map(day -> names.tell(" until %s", " hasta el %s", day))
            .orElse("");
    return names.tell(
            "this record holds %1$s %2$s%4$s",
            "de %3$s%4$s este registro contiene %1$s",
            extent,
            word(coverage.of()),
            MissingText.matter(coverage.of(), names.language()),
            of)
        + until;
  }

  /** A word of the record as people write it: {@code claim of victory}. */
  private static String word(Enum<?> word) {
    return EnumWords.of(word).replace('-', ' ');
  }

  private static String votes(Votes votes, OptionalLong other, Names names) {
    String figures = names.figures(votes);
    if (other.isEmpty()) return figures;
    return figures
        + (figures.isEmpty() ? "" : ", ")
        + names.tell("others ", "otros ")
        + Names.number(other.getAsLong());
  }

  private static String call(Fact.Call call, String what, Names names) {
    return names.tell(
        "%s calls %s for %s",
        "%s proyecta %s para %s", call.caller(), what, names.of(call.candidate()));
  }

  private static String call(Fact.CallWithdrawn call, String what, Names names) {
    return names.tell(
        "%s withdraws its call of %s for %s",
        "%s retira su proyección de %s para %s", call.caller(), what, names.of(call.candidate()));
  }

  /** A call of a unit together with one of the presidency by the same caller. */
  static String withThePresidency(Fact.Call call, Names names) {
    return call(call, withThePresidency(call.unit(), names), names);
  }

  /** The same of calls that are withdrawn together. */
  static String withThePresidency(Fact.CallWithdrawn call, Names names) {
    return call(call, withThePresidency(call.unit(), names), names);
  }

  private static String withThePresidency(String unit, Names names) {
    return names.tell("%s and the presidency", "%s y la presidencia", called(unit, names));
  }

  private static String called(String unit, Names names) {
    return unit.equals(Unit.NATION)
        ? names.tell("the presidency", "la presidencia")
        : names.where(unit);
  }

  private static String kind(Fact.ChallengeKind kind, Names names) {
    return switch (kind) {
      case LAWSUIT -> names.tell(kind(kind), "demanda");
      case RECOUNT -> names.tell(kind(kind), "nuevo recuento");
      case AUDIT -> names.tell(kind(kind), "auditoría");
      case ELECTION_CONTEST -> names.tell(kind(kind), "impugnación electoral");
    };
  }

  public static String kind(Fact.ChallengeKind kind) {
    return switch (kind) {
      case LAWSUIT -> "lawsuit";
      case RECOUNT -> "recount";
      case AUDIT -> "audit";
      case ELECTION_CONTEST -> "election contest";
    };
  }

  public static String electors(long number) {
    return number + (number == 1 ? " elector" : " electors");
  }

  private static String electors(long number, Names names) {
    return names.tell(electors(number), number + (number == 1 ? " elector" : " electores"));
  }

  private static String pledged(Votes electors, Names names) {
    return electors.isEmpty() ? "" : ": " + names.figures(electors);
  }

  public static String ballots(Ballots ballots, Names names) {
    return names.figures(ballots.of(Office.PRESIDENT));
  }

  /** Votes for both offices. */
  public static String bothOffices(Ballots ballots, Names names) {
    return switch (ballots) {
      case Ballots.Distinct(var president, var vicePresident) ->
          names.figures(president)
              + (vicePresident.isEmpty()
                  ? ""
                  : names.tell("; for Vice President ", "; para la vicepresidencia ")
                      + names.figures(vicePresident));
      case Ballots.Pairs(var both) -> names.figures(both);
    };
  }

  private static String by(Fact.Objection objection, Names names) {
    return objection.signers().isEmpty()
        ? ""
        : names.tell(" by %s", " de %s", String.join(", ", objection.signers()));
  }

  /** What became of votes at the count. */
  public static String result(CountResult result) {
    return switch (result) {
      case COUNTED -> "counted";
      case REJECTED -> "rejected by Congress";
      case EITHER_WAY -> "announced either way";
    };
  }

  private static String counted(CountResult result, Names names) {
    return switch (result) {
      case COUNTED -> names.tell("counts", "cuenta");
      case REJECTED -> names.tell("rejects", "rechaza");
      case EITHER_WAY -> names.tell("announces either way", "anuncia de las dos maneras");
    };
  }

  /** Several ballots of a chamber that came out alike; {@code begun} says when the first was. */
  static String ballots(ContingentBallot first, ContingentBallot last, String begun, Names names) {
    return "%s, ballots %d to %d%s, each: %s"
        .formatted(
            chamber(last, names),
            first.ballot(),
            last.ballot(),
            begun,
            contingent(last.votes(), names));
  }

  private static String chamber(ContingentBallot ballot, Names names) {
    return chamber(ballot.chamber(), names);
  }

  private static String chamber(Fact.Chamber chamber, Names names) {
    return switch (chamber) {
      case HOUSE -> names.tell("the House", "la Cámara");
      case SENATE -> names.tell("the Senate", "el Senado");
    };
  }

  /** The states of a ballot by whom they are for: "Jefferson 10, Burr 4, divided 2". */
  public static String contingent(ContingentVotes votes, Names names) {
    return switch (votes) {
      case ContingentVotes.BySenator(var senators) -> names.figures(senators);
      case ContingentVotes.ByState(var states, var members) ->
          states.values().stream()
              .collect(Collectors.groupingBy(c -> c, Collectors.counting()))
              .entrySet()
              .stream()
              .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
              .map(
                  each ->
                      (each.getKey().equals("divided")
                              ? names.tell("divided", "divididos")
                              : names.of(each.getKey()))
                          + " "
                          + each.getValue())
              .collect(Collectors.joining(", "));
    };
  }

  /**
   * When something began, after a name: " since 7 Nov 2020", " between 14 and 16 Nov 2020"; ", at
   * the latest ..." where only a later fact says so, so that it may have begun before.
   */
  public static String since(When given, Entry by, boolean implied) {
    String word = given instanceof When.Between ? " " : " since ";
    return (implied ? ", at the latest " : word) + time(given, by);
  }

  /** A time that an entry gave, or the clock's own where the entry came before it. */
  public static String time(When given, Entry by) {
    return TimeText.full(given, isAbout(given, by));
  }

  /** Whether a time is approximate; the clock's own moments, as a term's beginning, never are. */
  public static boolean isAbout(When given, Entry by) {
    Attestation attestation = by.fact().attestation();
    return attestation.about() && given.equals(attestation.at());
  }

  /** What had been recorded wrongly, with what stands now, what stood before, and why. */
  public static String putRight(Amendment amendment, Names names) {
    String before =
        "; before: "
            + briefly(amendment.before().fact(), names)
            + " (entry "
            + amendment.before().index()
            + "). ";
    String after = amendment.after().map(fact -> briefly(fact, names)).orElse("taken back");
    return amendment.by().fact() instanceof Fact.Correction f
        ? "Recorded wrongly, now corrected: " + after + before + capital(f.reason())
        : amendment.by().fact() instanceof Fact.Retraction r
            ? "Recorded wrongly, now retracted: " + after + before + capital(r.reason())
            : briefly(amendment.by().fact(), names);
  }

  /** A fact with the one that it corrects, where it is a correction. */
  public static String withCorrected(Entry entry, History record, Names names) {
    if (!(entry.fact() instanceof Fact.Correction correction))
      return withTurnout(entry.fact(), names);
    Fact before = record.entry(correction.corrects()).orElseThrow().fact();
    Fact stood = before instanceof Fact.Correction earlier ? earlier.with() : before;
    return withTurnout(correction.with(), names)
        + names.tell("; corrects entry %s (", "; corrige la entrada %s (", correction.corrects())
        + briefly(stood, names)
        + "): "
        + names.phrase(correction.reason());
  }

  private static String withTurnout(Fact fact, Names names) {
    String text = briefly(fact, names);
    if (!(fact instanceof Fact.Returns returns)) return text;
    String turnout = turnout(Turnout.of(returns), names);
    return turnout.isEmpty() ? text : text + "; " + turnout;
  }

  /** "12 of 20 units reporting, 3,000 ballots cast, 5,000 voters registered"; empty for nothing. */
  static String turnout(Turnout of, Names names) {
    List<String> parts = new ArrayList<>();
    of.reporting()
        .ifPresent(
            units ->
                parts.add(
                    names.tell(
                        "%s of %s units reporting",
                        "%s de %s unidades informan",
                        Names.number(units.units()),
                        Names.number(units.of()))));
    of.ballots()
        .ifPresent(
            ballots -> {
              amount(parts, ballots.cast(), names, "%s ballots cast", "%s papeletas emitidas");
              amount(parts, ballots.over(), names, "%s with too many votes", "%s con votos de más");
              amount(parts, ballots.under(), names, "%s without a vote", "%s sin voto");
              amount(parts, ballots.invalid(), names, "%s invalid", "%s nulas");
            });
    amount(parts, of.registered(), names, "%s voters registered", "%s votantes inscritos");
    return String.join(", ", parts);
  }

  private static void amount(
      List<String> parts, OptionalLong amount, Names names, String english, String spanish) {
    amount.ifPresent(n -> parts.add(names.tell(english, spanish, Names.number(n))));
  }

  /** The same with its first letter as at the beginning of a sentence. */
  public static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private FactText() {}
}
