package org.ascertain.desk;

import java.util.Optional;

/**
 * What may be done next about something that was answered.
 *
 * @param act in a word
 * @param method by which it is asked for over HTTP
 * @param href where; empty on the command line
 * @param why in a clause
 */
public record Next(String act, String method, Optional<String> href, String why) {

  public static Next of(String act, String method, String href, String why) {
    return new Next(act, method, Optional.of(href), why);
  }
}
