package org.ascertain.exchange;

import java.util.regex.Pattern;

/** Whether a race of others is that for President of the United States. */
final class OfficeNames {

  private static final Pattern PRESIDENT =
      Pattern.compile("(?:for )?(?:(?:the )?(?:u ?s|united states) )?president(?:ial)?\\b.*");

  /** Boards, boroughs and senates have presidents too. */
  private static final Pattern ANOTHER =
      Pattern.compile(
          ".*\\bpresident of (?!(?:the )?(?:u ?s\\b|united states\\b)).*"
              + "|.*\\b(?:board|council|borough|senate|primary|preference|pro tem)\\b.*");

  static boolean isPresident(String office) {
    String plain = String.join(" ", TicketNames.words(office));
    return PRESIDENT.matcher(plain).matches() && !ANOTHER.matcher(plain).matches();
  }

  private OfficeNames() {}
}
