package org.ascertain.press;

import java.util.regex.Pattern;

/** How texts write days. */
final class DayPatterns {

  private static final String MONTH =
      "(?<month>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)|May|June|July|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
  private static final String WEEKDAY =
      "(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
  private static final String PART =
      "(?:(?: at)? (?:morning|afternoon|evening|night|noon|midnight))?";
  static final Sought DAY_AND_YEAR =
      Sought.of(
          "(?:"
              + WEEKDAY
              + ",? )?(?:"
              + MONTH
              + " (?<day>[0-3]?[0-9])(?:st|nd|rd|th)?,? (?<year>1[789][0-9]{2}|20[0-9]{2})|(?<day2>[0-3]?[0-9])(?:st|nd|rd|th)? (?:of )?"
              + MONTH.replace("<month>", "<month2>")
              + ",? (?<year2>1[789][0-9]{2}|20[0-9]{2}))(?![0-9])"
              + PART);
  static final Sought DAY_OF_MONTH =
      Sought.of(
          "(?:"
              + WEEKDAY
              + ",? )?(?:"
              + MONTH
              + " (?<day>[0-3]?[0-9])(?:st|nd|rd|th)?|(?<day2>[0-3]?[0-9])(?:st|nd|rd|th)? (?:of )?"
              + MONTH.replace("<month>", "<month2>")
              + ")(?![0-9,]*[0-9])"
              + PART);
  static final Sought ISO =
      Sought.of(
          "(?<![0-9])(?<y>1[789][0-9]{2}|20[0-9]{2})-(?<m>[01][0-9])-(?<d>[0-3][0-9])(?![0-9])");
  static final Sought WEEKDAY_ALONE =
      Sought.of(
          "(?<last>(?:(?i:last)|this past|(?i:the) following|(?i:the) previous|(?i:the)|a) )?"
              + WEEKDAY
              + "(?!'s? [A-Z])"
              + PART);
  static final Sought MONTH_ALONE =
      Sought.of(
          "(?<last>(?:last|this|next) )?"
              + MONTH
              + "(?: (?:of )?(?<year>1[789][0-9]{2}|20[0-9]{2}))?(?![a-z0-9])");
  static final Sought RELATIVE =
      Sought.of(
          "(?i)(?<!ago )\\b(?<word>(?:the )?day before yesterday|(?:the )?day after tomorrow|yesterday|tomorrow|today|tonight|this month|last month|this week|last week|this morning|this afternoon|this evening|earlier this week)\\b");
  static final Sought YEAR =
      Sought.of(
          "(?<![\\w,.$-])(?<!\\bsince )(?<!\\bthan in )(?<year>1[789][0-9]{2}|20[0-9]{2})(?![\\w,.]*[0-9])(?!-[0-9])");

  private static final String COUNT =
      "(?<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,3}|[a-z]+(?:-[a-z]+)?)";

  /** "the third Tuesday of December". */
  static final Sought NTH_WEEKDAY =
      Sought.of(
          "(?i)(?:the )?\\b(?<nth>first|second|third|fourth|last) (?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) (?:of|in) (?<month>January|February|March|April|May|June|July|August|September|October|November|December)(?:,? (?<year>1[789][0-9]{2}|20[0-9]{2}))?(?![\\w])");

  /** "Monday of last week". */
  static final Sought DAY_OF_WEEK =
      Sought.of(
          "(?i)\\b(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday) of (?<which>last|this) week\\b");

  /** "the last day of December", "the next-to-last day of November". */
  static final Sought LAST_OF_MONTH =
      Sought.of(
          "(?i)\\b(?:the )?(?<nth>last|final|next-to-last|last but one|penultimate|second-to-last) day (?:of|in) (?<month>January|February|March|April|May|June|July|August|September|October|November|December)(?:,? (?<year>1[789][0-9]{2}|20[0-9]{2}))?(?![\\w])");

  /** "the second of November", "fourth of December, 1960". */
  static final Sought ORDINAL_OF_MONTH =
      Sought.of(
          "(?i)(?:(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? )?(?:the )?(?<day>[a-z]+(?:-[a-z]+)?|[0-9]{1,2}(?:st|nd|rd|th)?) (?:day )?of (?<month>January|February|March|April|May|June|July|August|September|October|November|December)(?:,? (?<year>1[789][0-9]{2}|20[0-9]{2}))?(?![\\w])");

  /** "November ninth". */
  static final Sought MONTH_AND_ORDINAL =
      Sought.of(
          "(?i)\\b(?<month>January|February|March|April|May|June|July|August|September|October|November|December) (?:the )?(?<day>[a-z]+(?:-[a-z]+)?)(?:,? (?<year>1[789][0-9]{2}|20[0-9]{2}))?(?![\\w])");

  /** "the 19th", "Monday the fifth": of the month that was last spoken of. */
  static final Sought ORDINAL_ALONE =
      Sought.of(
          "(?i)(?:\\b(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? (?:the )|(?:\\b(?:on|by|until|till|from|of|for|to) )?\\bthe )(?<day>[0-9]{1,2}(?:st|nd|rd|th|d)|[a-z]+(?:-[a-z]+)?)(?![\\w-])(?! (?:of|[a-z]+s?|[A-Z][a-z]+)(?<!was|and|but|in|at|when|as|to|after|before|while|by|for|is|with|because)\\b)");

  /** Counted from the day that was last spoken of, or from the day of the text. */
  static final Sought FROM_THE_LAST =
      Sought.of(
          "(?i)\\b(?:(?<same>(?:on )?(?:that|the|the very) same (?:day|evening|night|morning|afternoon)|(?:on )?that (?:day|evening|night|morning|afternoon)|likewise)|(?<next>(?:on )?the (?:next|following) (?:day|morning|evening|night)|the (?:day|morning) after(?! (?:the|that|his|her|election|[A-Z⟦]))|next morning|the next morning)|(?:only )?"
              + COUNT
              + " (?<unit>day|week)s? (?<way>later|after that|before that|earlier|ago))\\b(?! (?:that|the) (?:vote|election))");

  /** "Fifty-six years ago today". */
  static final Sought ANNIVERSARY =
      Sought.of(
          "(?i)\\b" + COUNT + " years? (?:ago (?:today|this (?:day|very day))|to the day)\\b");

  static final Sought SAME_WEEKDAY =
      Sought.of(
          "(?i)(?:on )?(?:the|that) same (?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b");

  /** What is still to come, said before a weekday. */
  static final Pattern AHEAD =
      Pattern.compile(
          "(?i)\\b(?:will|shall|is to|are to|going to|when they|expected|meets?|votes? on|counts)\\b");

  static final Sought LAST_NIGHT =
      Sought.of("(?i)\\b(?:last night|overnight|(?:on )?election night)\\b");

  static final Sought NEXT =
      Sought.of(
          "(?i)\\b(?:(?<a>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) next|(?:next|coming) (?<b>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\\b");

  private DayPatterns() {}
}
