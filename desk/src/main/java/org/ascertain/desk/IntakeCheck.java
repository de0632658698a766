package org.ascertain.desk;

import static org.ascertain.desk.Severity.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ascertain.election.Check;

/**
 * Every check of what is handed in, with its stable code. D1xx: the file. D2xx: units, tickets and
 * rows among themselves. D3xx: times. D4xx: the figures of a row. D5xx: whether a unit is done.
 * D6xx: what changed since the unit's last figures. D7xx: levels and sources. D8xx: certificates
 * and calls. D9xx: who may do what. The words of a finding stand here and nowhere else: {@code
 * {name}} is the figure of that name. Longer than other files: a check more is a constant more.
 */
public enum IntakeCheck {
  TOO_LARGE("D101", REFUSE, "The file has {size} bytes; the most is {most}.", "Send it in parts."),
  KEY_REUSED(
      "D102",
      REFUSE,
      "The key {key} was used at {at} for another file.",
      "Use a new key for other content."),
  WRONG_COLUMNS(
      "D103",
      REFUSE,
      "The first line is wrong: {what}.",
      "Name each column once; unit, at and at least one ticket are needed."),
  WRONG_ENCODING(
      "D104", REFUSE, "This looks like {encoding}, not UTF-8.", "Save it as text, in UTF-8."),
  WRONG_CELLS(
      "D105",
      ASIDE,
      "The row has {cells} cells, the header {columns}.",
      "Put a name with a comma in quotation marks, and close each where its cell ends."),
  SAME_FILE(
      "D106",
      REFUSE,
      "The same {rows} rows came at {at} as intake {intake}; nothing was recorded twice.",
      "Nothing needs to be done; send only what is new."),
  NOT_A_NUMBER(
      "D107",
      ASIDE,
      "'{cell}' is not a whole number.",
      "Write votes with the digits 0 to 9 alone."),
  SPREADSHEET_DATE(
      "D108",
      ASIDE,
      "'{cell}' looks like a date that a spreadsheet made.",
      "Format the column as text and write what stood there."),
  LOST_ZERO(
      "D109",
      ASIDE,
      "There is no {unit}; {meant} is {name}.",
      "Write the code with its leading zeros; mend all rows like it at once."),
  OTHER_FORMAT(
      "D110",
      REFUSE,
      "As {format} it cannot be read ({code}). {what}",
      "Name the format that it has, and what it does not say itself."),
  NOT_READ(
      "D111",
      ASIDE,
      "As {format} this cannot be read ({code}). {what}",
      "Compare with the file; write what it should say as a fact, or discard the row."),
  READ_SO(
      "D112",
      NOTE,
      "It was read as {format} so ({code}). {what}",
      "Nothing needs to be done, if that is what the file means."),
  NO_LONGER_THERE(
      "D113",
      ASIDE,
      "As {format} this came before from the same source and is no longer there: {what}.",
      "Ask the source. Record a call that it took back as withdrawn, figures as they are now; else"
          + " discard the row."),

  UNKNOWN_UNIT("D201", ASIDE, "There is no {what}.", "Write the unit's own id."),
  OTHER_VINTAGE(
      "D202", ASIDE, "There is no {what}.", "Give all of a state's units by the list of the year."),
  ROWS_DIFFER(
      "D203",
      ASIDE,
      "Rows {first} and {second} both report {unit} at {at}, unlike.",
      "Say which of the two holds, and discard the other."),
  ROW_REPEATED(
      "D204", NOTE, "The row repeats row {first}.", "Nothing needs to be done; it counts once."),
  TWO_NAMES(
      "D205",
      ASK,
      "{unit} and {other} have the same {votes} votes; one is probably the other.",
      "Report a unit by one name; discard one of the two if they are one place."),
  OTHER_SPELLING(
      "D206", ASIDE, "{ticket} is no ticket; {meant} is probably meant.", "Write the ticket's id."),
  NOT_ON_BALLOT(
      "D207",
      ASIDE,
      "{ticket} is not on the ballot in {unit} and has {votes} votes.",
      "Count write-ins under other, or mend the ballot of the state."),

  POLLS_OPEN(
      "D301",
      ASIDE,
      "The last polls in {unit} close at {closes}; this is dated {at}.",
      "Mend the time; if a place there counted early, say which and release the row."),
  IN_THE_FUTURE(
      "D302",
      ASIDE,
      "It is dated {at}, which is {ahead} seconds ahead of this clock.",
      "Mend the time, or set the sender's clock."),
  OLDER(
      "D303",
      NOTE,
      "It is older than {entry} of the same source.",
      "It is kept in the record and counts only if the newer one falls."),
  LATE(
      "D304",
      NOTE,
      "It is dated {at} and arrived {hours} hours later.",
      "See that nothing newer was held up with it."),
  TEST_DATA(
      "D305",
      REFUSE,
      "{what} is for {there}, and this is {here}; nothing was recorded.",
      "Send tests to a rehearsal, and returns to the election."),
  AFTER_CERTIFICATION(
      "D306",
      ASK,
      "{unit} was certified on {day} by {authority} ({entry}); these are other figures.",
      "Say whether this is a recount, an amendment or an error."),
  SILENCE_ENDED(
      "D307",
      NOTE,
      "It is the first sign of {source} for {unit} since {since}; the usual gap is {median}"
          + " seconds.",
      "See whether rows were lost meanwhile."),
  NO_OFFSET(
      "D308",
      ASIDE,
      "'{at}' is {what}; Washington had {offset} on that day.",
      "Write the moment with the offset that the place had."),

  PARTS_ABOVE_TOTAL(
      "D401",
      ASIDE,
      "The votes add up to {sum}, the total is {total}.",
      "Mend the votes or the total."),
  PARTS_BELOW_TOTAL(
      "D402",
      NOTE,
      "{remainder} of {total} votes are for nobody named; they count as other.",
      "Name them, or give other."),
  ABOVE_OFFICIAL(
      "D403",
      ASK,
      "{total} votes where {official} {of} ({share}).",
      "See which of the two figures is wrong."),
  ABOVE_ESTIMATE(
      "D404",
      NOTE,
      "{total} votes are counted where {expected} were estimated: the estimate is wrong.",
      "Nothing needs to be done; an estimate bounds nothing."),
  ABOVE_POPULATION(
      "D405",
      ASK,
      "{total} votes where {population} people of voting age live.",
      "See whether the row is of another unit, or a digit is too many."),
  COPIED(
      "D406",
      ASK,
      "{ticket} has {votes} votes, which is {what}.",
      "See whether a figure was copied one row down."),
  SAME_FIGURES(
      "D407",
      ASK,
      "Every figure is that of {other} (row {row}); the total is {total}.",
      "See whether one of the two was entered twice."),
  ESTIMATE_MOVED(
      "D408",
      NOTE,
      "The expected votes went from {was} to {is}; {counted} are counted.",
      "Nothing needs to be done; shares counted move with it."),

  MORE_AFTER_COMPLETE(
      "D501",
      NOTE,
      "It was complete with {was} votes at {entry}; {more} more came since.",
      "See whether the unit is done."),
  COMPLETE_TOO_SOON(
      "D502",
      ASK,
      "It says that it is complete with {total} of {expected} votes.",
      "See whether a part is missing."),

  TOTAL_FELL(
      "D601",
      ASK,
      "{fall} votes fewer than {entry}: {was}, now {is}.",
      "Say why votes were taken back."),
  VOTES_DISAPPEAR(
      "D602",
      ASIDE,
      "{fall} votes disappear: {entry} has {was}, this {is}.",
      "Ask the source; release the row with the reason if it holds."),
  WITHDRAWN_AGAIN(
      "D603",
      ASK,
      "The {rise} votes that {entry} added are withdrawn again ({was}, now {is}).",
      "It is probably a repair; say of what."),
  EXCHANGED(
      "D604",
      ASIDE,
      "{one} {gained} and {other} {lost} with a total that moved by {moved}: columns exchanged?",
      "Compare with the source; mend the row, or release it with the reason."),
  TICKET_FELL(
      "D605",
      ASK,
      "{ticket} fell by {fall} against {entry}, the total did not.",
      "Say why; votes may have been moved between tickets."),
  ONE_SIDED(
      "D606",
      ASK,
      "{votes} of {added} new votes are for {ticket}.",
      "A city's absentee votes can look so, and so can a typing error; say which it is."),
  JUMP(
      "D607",
      NOTE,
      "The total grew by {added}, from {was} to {is}.",
      "See whether a large place reported."),
  BACK_TO_ZERO(
      "D608",
      ASIDE,
      "{what} had {was} votes at {entry}, and has 0 here.",
      "Mend the row; an empty form is no return."),
  LEADER_CHANGES(
      "D609",
      NOTE,
      "{leader} now leads {unit} by {margin}; {before} led before.",
      "See that the row is right before it is told."),
  DIGIT_TOO_MANY(
      "D610",
      ASIDE,
      "{ticket} had {was} and has {is}, while the others stay: a digit too {more}?",
      "Mend the figure, or release the row with the reason."),
  DIGITS_EXCHANGED(
      "D611",
      ASK,
      "{ticket} had {was} and has {is}, while the others stay: two digits exchanged?",
      "Compare with the source."),
  NOTHING_CHANGED(
      "D612",
      NOTE,
      "It says what {entry} says.",
      "Nothing needs to be done; it is a sign of life and no entry."),
  SHARE_MOVED(
      "D613",
      ASK,
      "The share of {ticket} moved from {before} to {now} with {counted} already counted.",
      "Say what was added."),

  COUNTIES_BELOW(
      "D701",
      NOTE,
      "What lies below adds up to {below} of the {total} votes of {unit}; {residual} remain.",
      "Nothing needs to be done; the remainder is shown and never spread."),
  COUNTIES_ABOVE(
      "D702",
      ASK,
      "What lies below has {above} votes more than {unit}: {below}, {total}.",
      "See which of the two is behind or wrong."),
  SOURCES_DIFFER(
      "D703",
      NOTE,
      "{source} has {here}, {other} {there} ({entry}), for more than {minutes} minutes.",
      "See which of the two is behind or wrong."),
  DISTRICTS_ABOVE(
      "D704",
      ASIDE,
      "The districts of {unit} have {below} votes, {unit} itself {total}.",
      "See which of the rows is wrong."),
  SUM_OF_SIBLINGS(
      "D705",
      ASK,
      "{unit} has {votes} votes, which is what the {units} units beside it add up to.",
      "See whether it is their total; a total is no unit, and would count them twice."),

  WRONG_AUTHORITY(
      "D801",
      ASIDE,
      "In {unit} {lawful} certifies; this is signed by {authority}.",
      "Compare with the paper; name the authority that the law names."),
  AFTER_DEADLINE(
      "D802",
      NOTE,
      "It was due on {due} ({rule}) and is dated {at}; it counts, and stands as late.",
      "See whether the date is right."),
  TOO_MANY_ELECTORS("D803", ASIDE, "{what}.", "Compare with the paper before it is proposed."),
  CERTIFICATE_DIFFERS(
      "D804",
      ASK,
      "The certificate says {certified}, the tally {tally} ({entry}).",
      "Compare with the paper; say what explains the difference."),
  SECOND_CERTIFICATE(
      "D805",
      ASIDE,
      "{unit} was certified already, by {entry}.",
      "If this replaces it, name that entry; else see which of the two holds."),
  PERSONAL(
      "D806",
      ASK,
      "The public record would show {what} in {field}; it cannot be taken back.",
      "Leave it out, unless it is of a public office."),
  EARLY_CALL(
      "D807",
      ASK,
      "{caller} calls {unit} for {candidate} {why}.",
      "See that unit and candidate are the ones meant."),
  CALL_MOVED(
      "D808",
      ASK,
      "{caller}'s call of {unit} for {before} stands ({entry}); this is for {candidate}.",
      "Withdraw that call first: otherwise both stand in the record."),
  CALL_ALONE(
      "D809",
      ASK,
      "This desk calls {unit} for {candidate}; {others} call it for {other}.",
      "See that unit and candidate are the ones meant."),
  NO_SCAN(
      "D810", ASIDE, "The paper is not attached.", "Attach the scan; this election asks for it."),

  OUT_OF_SCOPE(
      "D901", REFUSE, "This token may send {scope}, not {what}.", "Ask for a token that may."),
  SOURCE_OUT_OF_SCOPE(
      "D902",
      ASIDE,
      "The source {source} is none of those of this token ({sources}).",
      "Mend the source, or add it to the token."),
  TOO_FAST(
      "D903",
      REFUSE,
      "More than {most} requests came within a minute; the next begins in {seconds} seconds.",
      "Wait so long; many rows may come in one request."),
  MOVED_ON("D904", REFUSE, "{what}", "Look at it again, and act on what is there now."),
  NEEDS_TWO(
      "D911",
      REFUSE,
      "{kind} binds: two people stand by it, and it is not handed in by one.",
      "Let one account propose it at the desk and another approve it; import --to FILE writes a"
          + " record file, which binds nobody.");

  private final String code;
  private final Severity severity;
  private final String sentence;
  private final String advice;

  IntakeCheck(String code, Severity severity, String sentence, String advice) {
    this.code = code;
    this.severity = severity;
    this.sentence = sentence;
    this.advice = advice;
  }

  /** Its stable code, as {@code D604}. */
  public String code() {
    return code;
  }

  public Severity severity() {
    return severity;
  }

  /** The version of its rule; it grows when the same row would be judged otherwise. */
  public int version() {
    return 1;
  }

  /** The checks of which a row says no more once this one has spoken: one mistake, one message. */
  public Set<IntakeCheck> silences() {
    return switch (this) {
      case LOST_ZERO, OTHER_VINTAGE -> EnumSet.of(UNKNOWN_UNIT);
      case ROW_REPEATED -> EnumSet.of(NOTHING_CHANGED);
      case TWO_NAMES -> EnumSet.of(SAME_FIGURES, COPIED);
      case SAME_FIGURES -> EnumSet.of(COPIED);
      case ABOVE_OFFICIAL -> EnumSet.of(ABOVE_ESTIMATE);
      case VOTES_DISAPPEAR -> EnumSet.of(TOTAL_FELL, TICKET_FELL);
      case WITHDRAWN_AGAIN -> EnumSet.of(TOTAL_FELL, VOTES_DISAPPEAR);
      case EXCHANGED -> EnumSet.of(TICKET_FELL);
      case BACK_TO_ZERO ->
          EnumSet.of(TOTAL_FELL, VOTES_DISAPPEAR, WITHDRAWN_AGAIN, EXCHANGED, TICKET_FELL);
      case DIGIT_TOO_MANY -> EnumSet.of(TICKET_FELL, ONE_SIDED, JUMP, SHARE_MOVED);
      case DIGITS_EXCHANGED -> EnumSet.of(TICKET_FELL);
      default -> EnumSet.noneOf(IntakeCheck.class); // the others speak of different mistakes
    };
  }

  /** The checks of form and sense that say the same in other words: this one is told instead. */
  public Set<Check> insteadOf() {
    return switch (this) {
      case NOT_A_NUMBER -> EnumSet.of(Check.NOT_A_COUNT, Check.WRONG_TYPE);
      case SPREADSHEET_DATE -> EnumSet.of(Check.NOT_A_COUNT, Check.NOT_A_TIME);
      case NO_OFFSET -> EnumSet.of(Check.NOT_A_TIME);
      case LOST_ZERO, UNKNOWN_UNIT -> EnumSet.of(Check.UNKNOWN_UNIT, Check.UNKNOWN_CODE);
      case OTHER_VINTAGE -> EnumSet.of(Check.UNKNOWN_CODE, Check.TWO_VINTAGES);
      case OTHER_SPELLING -> EnumSet.of(Check.UNKNOWN_TICKET);
      case PARTS_ABOVE_TOTAL -> EnumSet.of(Check.TOTAL_TOO_SMALL);
      case TOO_MANY_ELECTORS -> EnumSet.of(Check.TOO_MANY_ELECTORS, Check.TOO_MANY_VOTES);
      default -> EnumSet.noneOf(Check.class); // the others tell what no check of sense tells
    };
  }

  /** What it says, with a name in braces where a figure stands. */
  public String sentence() {
    return sentence;
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }

  /**
   * What it says of these figures.
   *
   * @throws IllegalStateException if the sentence names a figure that is not there
   */
  String says(List<Figure> figures) {
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
      int close = sentence.indexOf('}', open);
      said.append(sentence, from, open)
          .append(figure(sentence.substring(open + 1, close), figures).text());
      from = close + 1;
    }
    return said.append(sentence, from, sentence.length()).toString();
  }

  private Figure figure(String name, List<Figure> figures) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(code + " was not told the " + name));
  }
}
