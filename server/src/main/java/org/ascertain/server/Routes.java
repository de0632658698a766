package org.ascertain.server;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What may be asked of the desk, by whom, and with how much: each route of it is installed from
 * this table and from nothing else.
 */
enum Routes {
  SESSION(
      Routes.GET,
      "/api/session",
      Who.TOKEN,
      0,
      "Whose token this is, and what it may hand in",
      "Session"),
  ELECTIONS(
      Routes.POST,
      "/api/elections",
      Who.TOKEN,
      Routes.MOST_NAMES,
      "Begins the record of an election",
      "Begun"),
  FACTS(
      Routes.POST,
      "/api/elections/:id/facts",
      Who.TOKEN,
      Routes.MOST_HANDED_IN,
      "Hands in facts, as JSON or JSON Lines",
      "Intake"),
  RETURNS(
      Routes.POST,
      "/api/elections/:id/returns",
      Who.TOKEN,
      Routes.MOST_HANDED_IN,
      "Hands in a table of returns, as CSV",
      "Intake"),
  INTAKES(
      Routes.GET,
      "/api/elections/:id/intakes",
      Who.TOKEN,
      0,
      "What was handed in, and what became of it",
      "Intakes"),
  INTAKE(
      Routes.GET,
      "/api/elections/:id/intakes/:number",
      Who.TOKEN,
      0,
      "One intake, with its rows that were not simply recorded",
      "Intake"),
  KEPT(Routes.GET, "/api/elections/:id/kept", Who.TOKEN, 0, "The rows that are kept aside", "Kept"),
  KEPT_ROW(
      Routes.GET,
      "/api/elections/:id/kept/:number",
      Who.TOKEN,
      0,
      "One row that is kept aside, with what was found in it",
      "KeptRow"),
  ALERTS(
      Routes.GET,
      "/api/elections/:id/alerts",
      Who.TOKEN,
      0,
      "What waits and could change a winner",
      "Alerts"),
  CLAIM(
      Routes.POST,
      "/api/elections/:id/kept/:number/claim",
      Who.NOBODY_YET,
      Routes.MOST_ELSE,
      "Takes a kept row to decide about it",
      "KeptRow"),
  MEND(
      Routes.POST,
      "/api/elections/:id/kept/:number/mend",
      Who.NOBODY_YET,
      Routes.MOST_ELSE,
      "Records a fact in the place of a kept row",
      "KeptRow"),
  RELEASE(
      Routes.POST,
      "/api/elections/:id/kept/:number/release",
      Who.NOBODY_YET,
      Routes.MOST_ELSE,
      "Records a kept row as it is, with the reason",
      "KeptRow"),
  DISCARD(
      Routes.POST,
      "/api/elections/:id/kept/:number/discard",
      Who.NOBODY_YET,
      Routes.MOST_ELSE,
      "Leaves a kept row out, with the reason",
      "KeptRow"),
  CHECK_TEXT(
      Routes.POST,
      "/api/check-text",
      Who.EVERYBODY,
      Routes.MOST_TEXT,
      "Holds a text against the record; nothing of it is kept",
      "CheckedText"),
  UNEXPLAINED(
      Routes.GET,
      "/api/elections/:id/unexplained",
      Who.EVERYBODY,
      0,
      "Entries that a check doubts and that were recorded all the same",
      "Unexplained");

  private static final String GET = "GET";
  private static final String POST = "POST";

  /** How many bytes a request may bring rows in. */
  static final long MOST_HANDED_IN = 64L << 20;

  /** How many bytes the names of an election that begins may have. */
  static final long MOST_NAMES = 1L << 20;

  /** How many bytes a text to be checked may have. */
  static final long MOST_TEXT = 100_000;

  /** How many bytes any other request may bring. */
  static final long MOST_ELSE = 16L << 10;

  /** Who may ask. */
  enum Who {
    /** Whoever asks. */
    EVERYBODY,
    /** The holder of a token: of intakes and kept rows, their own. */
    TOKEN,
    /**
     * Nobody over HTTP as long as there are no people with accounts: whoever may write to the data
     * folder decides, by the command line.
     */
    NOBODY_YET
  }

  final String method;

  /** The address, a colon before what it names. */
  final String path;

  final Who who;

  /** How many bytes its body may have. */
  final long mostBytes;

  /** What it does, for the description of the API. */
  final String summary;

  /** The schema of its answer. */
  final String answer;

  Routes(String method, String path, Who who, long mostBytes, String summary, String answer) {
    this.method = method;
    this.path = path;
    this.who = who;
    this.mostBytes = mostBytes;
    this.summary = summary;
    this.answer = answer;
  }

  /** The methods that an address takes, where it is one of these routes. */
  static Optional<String> methods(String address) {
    List<Routes> there =
        List.of(values()).stream().filter(route -> route.leadsTo(address)).toList();
    return there.isEmpty()
        ? Optional.empty()
        : Optional.of(
            there.stream()
                .map(route -> route.isReadToo() ? "GET, HEAD, " + route.method : route.method)
                .distinct()
                .collect(Collectors.joining(", ", "", ", OPTIONS")));
  }

  /** Whether everybody may read what is at the address. */
  private boolean isReadToo() {
    return this == ELECTIONS;
  }

  private boolean leadsTo(String address) {
    String[] due = path.split("/", -1);
    String[] given = address.split("/", -1);
    if (due.length != given.length) return false;
    for (int i = 0; i < due.length; i++)
      if (!due[i].startsWith(":") && !due[i].equals(given[i])) return false;
    return true;
  }
}
