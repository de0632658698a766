package org.ascertain.election;

/**
 * Every check that can refuse or flag an entry, with its stable code. 1xx: the bytes of a line.
 * 2xx: its fields. 3xx: its place in the record. 4xx: the election it belongs to. 5xx: the law of
 * the day. 6xx: remarks, on facts that stand and that somebody should look at.
 */
public enum Check {
  NOT_UTF8("R101", "The line is not valid UTF-8 (%s).", "Save the file as UTF-8."),
  TOO_LONG(
      "R102", "The line has more than 65,535 bytes (%s).", "Split the fact or shorten its notes."),
  NOT_JSON("R103", "The line is not one JSON object: %s.", "Write one object a line."),
  CUT_SHORT(
      "R104",
      "The last line has no line feed at its end (%s).",
      "Add one; a file that came from elsewhere may have been cut short."),
  EMPTY_LINE("R105", "The line is empty%s.", "Remove it; every line is an entry."),
  NOT_CANONICAL(
      "R106",
      "The line differs from the form in which the record is written: %s.",
      "Write it without spaces, in the fields' order, with the shortest escapes."),

  UNKNOWN_KIND("R201", "No fact is called %s.", "See the table of facts for the kinds there are."),
  UNKNOWN_FIELD("R202", "This fact has no field %s.", "Remove it or correct its name."),
  MISSING_FIELD("R203", "The field %s is missing.", "Add it; this fact cannot do without."),
  DUPLICATE_FIELD("R204", "The field %s is there twice.", "Keep one of the two."),
  WRONG_TYPE(
      "R205",
      "%s.",
      "Write numbers without quotation marks, texts in them, lists in [] and objects in {}."),
  NOT_A_COUNT(
      "R206",
      "%s is not a whole number from 0 to 9007199254740991.",
      "Write votes as whole numbers."),
  NOT_A_TIME(
      "R207",
      "%s is not a time.",
      "Write a moment with offset, a day, or two of a kind with a slash between; the end may not precede the start."),
  UNKNOWN_WORD(
      "R208",
      "%s is none of the words allowed here.",
      "See the table of facts for the words there are."),
  SOURCE_UNKNOWN(
      "R209",
      "The source %s was not described before.",
      "Give its id and title where it occurs first."),
  SOURCE_TWICE("R210", "The source %s was described before.", "Name it by its id alone."),
  EMPTY_TEXT("R211", "%s is empty.", "Leave the field out, or fill it."),

  NO_HEADER(
      "R301",
      "The record does not begin with the election (%s).",
      "Put the fact `election` first."),
  SECOND_HEADER(
      "R302",
      "A second fact `election` stands here%s.",
      "One record tells one election; remove it."),
  WRONG_INDEX(
      "R303",
      "The index is not the entry's place in the record: %s.",
      "Number entries from 0 without gaps."),
  RECORDED_FALLS(
      "R304",
      "It was recorded before the entry above: %s.",
      "The record only grows; put entries in the order in which they were recorded."),
  MIXED_INDEXES(
      "R305",
      "Some lines have an index and some have none (%s).",
      "Give a whole record with indexes, or drafts without."),
  NOT_IN_FORCE(
      "R306",
      "Entry %s.",
      "Name an earlier entry that is in force; the election itself is added to by `addition`."),
  WRONG_REFERENCE(
      "R307",
      "The reference does not hold: %s.",
      "Name an earlier entry of the same kind and about the same place."),
  NOT_ALONE(
      "R308",
      "A correction puts a fact in the place of another; %s cannot stand there.",
      "Correct the fact itself, or retract it."),
  ROUND_STAYS(
      "R309",
      "Entry %s is a round of an audit, and without it the others would prove something else.",
      "Correct what was recorded wrongly of it."),

  UNKNOWN_UNIT(
      "R401",
      "The law of this election knows no unit %s.",
      "Use the codes of jurisdictions, districts and reporting units."),
  UNKNOWN_JURISDICTION(
      "R402",
      "%s appoints no electors in this election.",
      "Use the code of a jurisdiction that takes part."),
  UNKNOWN_TICKET(
      "R403",
      "The election has no ticket %s.",
      "Declare it, in the record's first entry or by `addition`."),
  UNKNOWN_CANDIDATE(
      "R404",
      "The election has no candidate %s.",
      "Declare the candidate, in the record's first entry or by `addition`."),
  UNKNOWN_CALLER(
      "R405",
      "The election has no caller %s.",
      "Declare the caller, in the record's first entry or by `addition`."),
  UNKNOWN_CHALLENGE("R406", "There is no challenge %s.", "Record the challenge before its ruling."),
  RULING_TOO_EARLY(
      "R407", "The ruling precedes its challenge %s.", "Correct one of the two times."),
  TOTAL_TOO_SMALL(
      "R408", "The votes add up to more than the total: %s.", "Correct the votes or the total."),
  CHALLENGE_TWICE(
      "R409",
      "There is a challenge %s already.",
      "Give this one an id of its own, or correct the other."),
  UNKNOWN_YEAR(
      "R410",
      "No law is known for an election of %s.",
      "Elections are held every four years from 1788 on; the first, of 1788 and 1789, is 1788."),
  MORE_THAN_ANY(
      "R411",
      "No place has so many votes: %s.",
      "Correct the figure; a million million is the most that is counted."),
  NOT_CALLED(
      "R412",
      "No call for %s stands there to be withdrawn.",
      "Name the candidate for whom the caller's call stands."),
  NOT_FOR_PRESIDENT(
      "R413",
      "%s does not stand for President.",
      "Name a candidate for President; only that office is called."),
  TOO_DEEP(
      "R414",
      "The reporting unit has more than four levels: %s.",
      "Name the state, then at most three levels below it."),
  UNKNOWN_CODE(
      "R415",
      "No unit below the states has this code: %s.",
      "Use the code of its county, as the Census Bureau gives it."),
  TWO_VINTAGES(
      "R416",
      "Units of two lists that cover the same ground: %s.",
      "Give all of a state's units by one list."),
  DECLARED_TWICE(
      "R417", "%s is declared already.", "Declare an id once; give another one to the other."),
  MORE_THAN_THERE_ARE(
      "R418", "There are more of them than there can be: %s.", "Correct one of the two numbers."),
  NOT_IN_THE_LOT(
      "R419",
      "The lot was not drawn between others and %s.",
      "Name those between whom it was drawn."),
  NO_EVIDENCE(
      "R420",
      "The round of an audit has no %s.",
      "Give it: without it a round is no evidence; docs/audit.md says why."),
  SEED_TOO_EARLY(
      "R421",
      "The seed was not drawn later than what it draws from was published: %s.",
      "Correct the times; who knows the seed first knows the cards."),

  TOO_MANY_ELECTORS(
      "R501", "More electors than the jurisdiction is entitled to: %s.", "Correct the number."),
  TOO_MANY_VOTES(
      "R502", "More electoral votes than the jurisdiction has electors: %s.", "Correct the votes."),
  WRONG_BALLOTS(
      "R503",
      "Electors of this election do not vote so: %s.",
      "Give two names a ballot to 1800, one for each office since."),
  AGAINST_THE_LAW(
      "R504",
      "What was done is not what the law of the day says: %s.",
      "It counts as it was done; check the sources."),

  BEFORE_THE_POLLS(
      "R601",
      "It is dated before votes can have been counted: %s.",
      "It stands as it is dated; check the time."),
  BELOW_TOTAL(
      "R602",
      "The named figures and the others come to less than the total: %s.",
      "They stand; see whether somebody is left out."),
  LEVELS_DIFFER(
      "R603",
      "What lies below does not add up to the unit's own figures: %s.",
      "The unit's own stand; see which of the two is behind."),
  SOURCES_DIFFER(
      "R604",
      "Two sources differ about one unit: %s.",
      "The preferred one makes the tally; see which is right."),
  SAME_FIGURES(
      "R605",
      "Two units of one state have the same figures: %s.",
      "Both count; see whether one was entered twice."),
  SAME_PERSONS(
      "R606",
      "Tickets have the same persons and no slate: %s.",
      "They count apart; give them one slate if they are lines of one candidate."),
  SUM_OF_SIBLINGS(
      "R607",
      "A unit has what those beside it add up to: %s.",
      "It counts beside them; see whether it is their total."),
  CERTIFICATES_DIFFER(
      "R608",
      "Certificates contradict each other, and none replaces the other: %s.",
      "None settles anything; name by `amends` or `supersedes` which of them is replaced."),
  LATER_COUNTS(
      "R609",
      "It contradicts %s about the same thing.",
      "The later counts; see which is right, and correct or retract the other.");

  private final String code;
  private final String sentence;
  private final String advice;

  Check(String code, String sentence, String advice) {
    this.code = code;
    this.sentence = sentence;
    this.advice = advice;
  }

  /** Its stable code, as {@code R201}. */
  public String code() {
    return code;
  }

  /** Whether it refuses nothing: the fact stands, and somebody should look at it. */
  public boolean isRemark() {
    return code.startsWith("R6");
  }

  /** Whether the sentence itself names the field, so that nobody has to say it before. */
  public boolean namesField() {
    return switch (this) {
      case UNKNOWN_FIELD,
          MISSING_FIELD,
          DUPLICATE_FIELD,
          WRONG_TYPE,
          NOT_A_COUNT,
          NOT_A_TIME,
          UNKNOWN_WORD,
          EMPTY_TEXT ->
          true;
      default -> false; // the others tell of what stands in the field, or of the whole entry
    };
  }

  /** What is wrong, with {@code detail} put in its place. */
  public String says(String detail) {
    return sentence.formatted(detail);
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }
}
