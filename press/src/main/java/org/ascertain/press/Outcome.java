package org.ascertain.press;

import java.util.regex.Pattern;

/**
 * Whether a score is told as how it ended. One that stood for an hour, that a reporter adds up for
 * himself or that would have been is no claim of the outcome: the outcome contradicts none of them.
 */
final class Outcome {

  /** What would have been, in the whole sentence. */
  private static final Sought SUPPOSED =
      Sought.of(
          "(?i)\\bwould\\b|\\bmight\\b|\\bcould\\b|(?:^|[,;:\u2014] ?)(?:and |but )?(?:had|were|should) (?:one|two|three|only|but|just|a|an|the|he|she|it|they|his|her|its|their|some|enough|any|no|⟦)|\\band (?:it is|it's|it was|you (?:have|get)|we (?:have|get)|he is|she is|there is)\\b|(?:minds?|hands|way|placed|differently|otherwise|instead)[ ,]|\\b(?:if|suppose|imagine|without|flip(?:ping|ped)?|swing(?:ing)?|shift(?:ing|ed)?|swap(?:ping|ped)?|switch(?:ing|ed)?|turn(?:ing|ed)? round|scenario|polls?|model|forecast|predict\\w*|expect\\w*|guess\\w*)\\b");

  /** How it stood before all were in. */
  private static final Sought RUNNING =
      Sought.of(
          "(?i)\\b(?:ahead|behind|level|tied|abreast|so far|by then|at that point|running|stood|stands?|tally|after|until|till|when|with only|over the top|lift\\w*|climb\\w*|grew|rose|turned it|then|already|by (?:midnight|noon|dawn|evening|⟦T)|undisputed|unquestioned|questioned|nobody|no one|dispute\\w*|doubt\\w*)\\b");

  /** By its own words the end. */
  private static final Sought TOLD =
      Sought.of(
          "(?i)\\b(?:won|win|wins|winning|lost|defeat\\w*|beat\\w*|victory|triumph\\w*|elect(?:ed|ing)|chose|chosen|final\\w*|in all|in the end|result\\w*|outcome|gave|voted|cast|declar\\w*|count(?:ed|s)?|announced|proclaim\\w*|certif\\w*|pledged|appointed|received|got|bagged|finish\\w*|ended|ends|end|polled|drew|took|collected|earned|had|has|have|went|shrank|sank|dropped|fell|became|stayed|read|were|was)\\b");

  /** Whether the sentence only supposes it. */
  static boolean isSupposed(Tagged sentence) {
    return SUPPOSED.isIn(sentence.line());
  }

  /** Whether the sentence tells it as the end, and nothing in it as a step. */
  static boolean isTold(Tagged sentence) {
    String words = sentence.words();
    String before = SAME.matcher(words).replaceFirst("");
    return before.length() < words.length()
        ? TOLD.isIn(before) && !RUNNING.isIn(before)
        : TOLD.isIn(sentence.line()) && !RUNNING.isIn(sentence.line());
  }

  /** "306 to 232 - the same result that was projected days after the vote": told of the result. */
  private static final Pattern SAME =
      Starts.compile(
          "(?:, | ?\u2014 ?| - )(?:exactly |precisely |just )?(?:the|a|an|his|its) (?:same |very |exact |larger |smaller |identical )?(?:result|margin|score|count|total|tally|outcome|numbers|figures)\\b.*$");

  private Outcome() {}
}
