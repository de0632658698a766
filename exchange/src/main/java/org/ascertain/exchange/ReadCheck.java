package org.ascertain.exchange;

/**
 * What is found while a file of others is read, before what it says is held against the record.
 * Each has a stable code, and a sentence in which {@code %s} is what was found.
 */
public enum ReadCheck {
  OTHER_FORMAT("F101", Weight.REFUSE, "This is not the format that was named: %s."),
  CUT_OFF("F102", Weight.ASIDE, "What follows cannot be read: %s."),
  HAS_ENTITIES("F103", Weight.REFUSE, "It brings a document type or entities, which are refused."),
  NO_COUNT("F104", Weight.ASIDE, "%s is not a whole number of votes."),
  NO_UNIT("F105", Weight.ASIDE, "There is no unit '%s' in this election."),
  NO_TICKET("F106", Weight.ASIDE, "'%s' is nobody's ticket, and its party has one."),
  OTHER_ENCODING("F107", Weight.NOTE, "It is not written in UTF-8; it was read as %s."),
  MODES_SUMMED("F108", Weight.NOTE, "Votes by how they were cast were added up: %s."),
  OTHERS_SUMMED("F109", Weight.NOTE, "Counted as other votes: %s."),
  NO_VOTES("F110", Weight.NOTE, "Rows that are no candidate's were not counted as votes: %s."),
  LINE_REPEATED("F111", Weight.NOTE, "It repeats line %s and counts once."),
  LINES_DIFFER("F112", Weight.ASIDE, "Two figures are given for the same: %s."),
  TOTAL_ROWS("F113", Weight.NOTE, "Rows that are a total were taken as the unit above: %s."),
  TEST("F114", Weight.ASIDE, "It is test data: %s. Nothing of it is read."),
  NO_MOMENT("F115", Weight.REFUSE, "The format does not say of when its figures are: name --at."),
  NO_STATE("F116", Weight.REFUSE, "Nothing says of which state it is: name --jurisdiction."),
  ONE_OF_SEVERAL("F117", Weight.NOTE, "It is incomplete: %s."),
  NO_CALLER("F118", Weight.ASIDE, "'%s' is no caller of this election."),
  WRONG_CELLS("F119", Weight.ASIDE, "%s."),
  NOT_READ("F120", Weight.NOTE, "Not read, for it is about something else: %s."),
  OTHER_YEAR("F121", Weight.REFUSE, "It is of the year %s, and this is another election."),
  UNKNOWN_TYPE("F122", Weight.ASIDE, "'%s' is no type of unit that the format has."),
  TOO_LARGE("F123", Weight.REFUSE, "A part of it is larger than any that the format has: %s."),
  TWO_OF_NAME(
      "F124", Weight.ASIDE, "A county and a city are called %s, and nothing says which is meant."),
  OLD_LIST("F125", Weight.NOTE, "Its units are of an older list than its year's: %s."),
  NOT_THERE("F126", Weight.ASIDE, "It refers to '%s', which it does not have."),
  NO_END("F127", Weight.NOTE, "Its last line has no end, so that a part of it may be missing.");

  /** What becomes of what is found. */
  public enum Weight {
    /** Nothing of the file is read. */
    REFUSE,
    /** The row waits for a person. */
    ASIDE,
    /** It is told. */
    NOTE
  }

  private final String code;
  private final Weight weight;
  private final String sentence;

  ReadCheck(String code, Weight weight, String sentence) {
    this.code = code;
    this.weight = weight;
    this.sentence = sentence;
  }

  public String code() {
    return code;
  }

  public Weight weight() {
    return weight;
  }

  /** What it says, with … where what was found stands. */
  public String sentence() {
    return sentence.replace("%s", "…");
  }

  String says(String what) {
    boolean endsTwice = sentence.endsWith("%s.") && what.endsWith(".");
    return sentence.replace("%s", endsTwice ? what.substring(0, what.length() - 1) : what);
  }

  /** Whether a whole file may be refused for it. */
  public boolean mayRefuse() {
    return weight == Weight.REFUSE || this == CUT_OFF || this == TEST;
  }

  /** What to do about a file that is refused for it. */
  public String advice() {
    return switch (this) {
      case CUT_OFF ->
          "It is broken off or damaged: fetch it again, or ask its source for the whole of it.";
      case HAS_ENTITIES ->
          "Ask its source for a file without a document type; nothing is read from elsewhere.";
      case TEST -> "Nothing needs to be done: what is marked as a test is no result.";
      case NO_MOMENT -> "Say of when its figures are, by --at.";
      case NO_STATE -> "Say of which state it is, by --jurisdiction.";
      case OTHER_YEAR -> "Hand it in to the election of its year.";
      case TOO_LARGE -> "Look whether it is damaged, and fetch it again.";
      default -> // the others are of files in another format, or keep rows aside
          "Name the format that it has, and what it does not say itself.";
    };
  }
}
