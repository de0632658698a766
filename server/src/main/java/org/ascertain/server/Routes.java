package org.ascertain.server;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascertain.desk.Person;
import org.ascertain.desk.ProposalAct;
import org.ascertain.desk.Scan;

/**
 * What may be asked of the desk, by whom, and with how much: each route of it is installed from
 * this table and from nothing else. Longer than other files, because it is one table.
 */
enum Routes {
  SESSION(
      Routes.GET,
      "/api/session",
      Who.Group.ANYBODY_KNOWN,
      0,
      "Who is signed in, or whose token this is, and what they may do",
      "Session"),
  SIGN_IN(
      Routes.POST,
      "/api/session",
      Who.Group.ALL,
      Routes.MOST_ELSE,
      "Signs somebody in by name and password",
      "Session"),
  SIGN_OUT(
      Routes.DELETE,
      "/api/session",
      Who.Group.PEOPLE,
      0,
      "Signs out; with everywhere=true, wherever they are signed in",
      "SignedOut"),
  PROVIDER(
      Routes.GET,
      "/api/session/provider",
      Who.Group.ALL,
      0,
      "Whether one may sign in by a provider, too; and who came back from there in vain",
      "Provider"),
  PROVIDER_BEGIN(
      Routes.POST,
      "/api/session/provider",
      Who.Group.ALL,
      Routes.MOST_ELSE,
      "Begins to sign in by the provider: the address where that goes on",
      "ProviderWay"),
  PROVIDER_BACK(
      Routes.GET,
      "/api/session/provider/back",
      Who.Group.ALL,
      0,
      "Where the provider sends people back to; leads to the desk, signed in or not",
      ""),
  PEOPLE(
      Routes.GET,
      "/api/accounts",
      Who.Group.ADMINISTRATORS,
      0,
      "Everybody who has an account, or had",
      "People"),
  INVITE(
      Routes.POST,
      "/api/accounts",
      Who.Group.ADMINISTRATORS,
      Routes.MOST_ELSE,
      "Invites somebody, and tells once what opens their account",
      "Person"),
  ROLES(
      Routes.PATCH,
      "/api/accounts/:number",
      Who.Group.ADMINISTRATORS,
      Routes.MOST_ELSE,
      "Gives somebody other roles; they sign in anew",
      "Person"),
  TIE(
      Routes.POST,
      "/api/accounts/:number/tie",
      Who.Group.ADMINISTRATORS,
      Routes.MOST_ELSE,
      "Lets somebody sign in by the provider, too, as whom it knows",
      "Person"),
  UNTIE(
      Routes.POST,
      "/api/accounts/:number/untie",
      Who.Group.ADMINISTRATORS,
      Routes.MOST_ELSE,
      "Lets somebody sign in by name and password alone again",
      "Person"),
  ERASE(
      Routes.POST,
      "/api/accounts/:number/erase",
      Who.Group.ADMINISTRATORS,
      Routes.MOST_ELSE,
      "Takes somebody's name, password and sessions away; their number stays",
      "Person"),
  ACCEPT(
      Routes.POST,
      "/api/invitations/:secret",
      Who.Group.ALL,
      Routes.MOST_ELSE,
      "Sets the password of whoever was invited, once",
      "Person"),
  PEOPLE_TRAIL(
      Routes.GET,
      "/api/trail",
      Who.Group.AUDITORS,
      0,
      "Who did what about people and tokens",
      "TrailLine"),
  TOKENS(
      Routes.GET,
      "/api/tokens",
      Who.Group.ADMINISTRATORS,
      0,
      "The tokens by which programs hand in",
      "Tokens"),
  TOKEN(
      Routes.POST,
      "/api/tokens",
      Who.Group.ADMINISTRATORS,
      Routes.MOST_ELSE,
      "Makes a token, and tells it once",
      "Token"),
  REVOKE(
      Routes.DELETE,
      "/api/tokens/:number",
      Who.Group.ADMINISTRATORS,
      0,
      "Takes a token back",
      "Token"),
  ELECTIONS(
      Routes.POST,
      "/api/elections",
      Who.Group.BEGINNERS,
      Routes.MOST_NAMES,
      "Begins the record of an election",
      "Begun"),
  FACTS(
      Routes.POST,
      "/api/elections/:id/facts",
      Who.Group.SENDERS,
      Routes.MOST_HANDED_IN,
      "Hands in facts, as JSON or JSON Lines",
      "Intake"),
  RETURNS(
      Routes.POST,
      "/api/elections/:id/returns",
      Who.Group.SENDERS,
      Routes.MOST_HANDED_IN,
      "Hands in a table of returns, as CSV",
      "Intake"),
  FILES(
      Routes.POST,
      "/api/elections/:id/files",
      Who.Group.SENDERS,
      Routes.MOST_HANDED_IN,
      "Hands in a file in a format that others speak, which 'format' names",
      "Intake"),
  INTAKES(
      Routes.GET,
      "/api/elections/:id/intakes",
      Who.Group.LOOKERS,
      0,
      "What was handed in, and what became of it",
      "Intakes"),
  INTAKE(
      Routes.GET,
      "/api/elections/:id/intakes/:number",
      Who.Group.LOOKERS,
      0,
      "One intake, with its rows that were not simply recorded",
      "Intake"),
  KEPT(
      Routes.GET,
      "/api/elections/:id/kept",
      Who.Group.LOOKERS,
      0,
      "The rows that are kept aside",
      "Kept"),
  KEPT_ROW(
      Routes.GET,
      "/api/elections/:id/kept/:number",
      Who.Group.LOOKERS,
      0,
      "One row that is kept aside, with what was found in it",
      "KeptRow"),
  ALERTS(
      Routes.GET,
      "/api/elections/:id/alerts",
      Who.Group.LOOKERS,
      0,
      "What waits and could change a winner",
      "Alerts"),
  CLAIM(
      Routes.POST,
      "/api/elections/:id/kept/:number/claim",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Takes a kept row to decide about it",
      "KeptRow"),
  MEND(
      Routes.POST,
      "/api/elections/:id/kept/:number/mend",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Records a fact in the place of a kept row",
      "KeptRow"),
  RELEASE(
      Routes.POST,
      "/api/elections/:id/kept/:number/release",
      Who.Group.REVIEWERS,
      Routes.MOST_ELSE,
      "Records a kept row as it is, with the reason",
      "KeptRow"),
  DISCARD(
      Routes.POST,
      "/api/elections/:id/kept/:number/discard",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Leaves a kept row out, with the reason",
      "KeptRow"),
  PROPOSALS(
      Routes.GET,
      "/api/elections/:id/proposals",
      Who.Group.READERS,
      0,
      "What waits for a second person, and what did",
      "Proposals"),
  PROPOSE(
      Routes.POST,
      "/api/elections/:id/proposals",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Puts facts forward for another, or lays a paper before two who type it",
      "Proposal"),
  PROPOSAL(
      Routes.GET,
      "/api/elections/:id/proposals/:number",
      Who.Group.READERS,
      0,
      "One proposal, and what the asker may do about it",
      "Proposal"),
  PROSPECT(
      Routes.GET,
      "/api/elections/:id/proposals/:number/prospect",
      Who.Group.READERS,
      0,
      "What a proposal for approval would make of ladder and outcome, beside what they are",
      "Prospect"),
  SCAN_KEEP(
      Routes.POST,
      "/api/elections/:id/scans",
      Who.Group.TYPISTS,
      Scan.MOST_BYTES,
      "Keeps the picture of a paper, by its SHA-256; it is never published",
      "Scan"),
  SCAN(
      Routes.GET,
      "/api/elections/:id/scans/:hash",
      Who.Group.READERS,
      0,
      "The picture of a paper",
      ""),
  PROPOSAL_CLAIM(
      Routes.POST,
      "/api/elections/:id/proposals/:number/claim",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Takes a paper to type it",
      "Proposal"),
  PROPOSAL_SAVE(
      Routes.POST,
      "/api/elections/:id/proposals/:number/save",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Keeps what is typed so far",
      "Proposal"),
  PROPOSAL_DONE(
      Routes.POST,
      "/api/elections/:id/proposals/:number/done",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Says that one's typing is complete",
      "Proposal"),
  PROPOSAL_RETYPE(
      Routes.POST,
      "/api/elections/:id/proposals/:number/retype",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Types the fields again in which two typings differ",
      "Proposal"),
  PROPOSAL_DECIDE(
      Routes.POST,
      "/api/elections/:id/proposals/:number/decide",
      Who.Group.REVIEWERS,
      Routes.MOST_ELSE,
      "Says what the paper says where two typings stay unlike",
      "Proposal"),
  PROPOSAL_APPROVE(
      Routes.POST,
      "/api/elections/:id/proposals/:number/approve",
      Who.Group.REVIEWERS,
      Routes.MOST_ELSE,
      "Stands by what another proposed; it is recorded",
      "Proposal"),
  PROPOSAL_SEND_BACK(
      Routes.POST,
      "/api/elections/:id/proposals/:number/send-back",
      Who.Group.REVIEWERS,
      Routes.MOST_ELSE,
      "Gives a proposal back to be mended",
      "Proposal"),
  PROPOSAL_REFUSE(
      Routes.POST,
      "/api/elections/:id/proposals/:number/refuse",
      Who.Group.REVIEWERS,
      Routes.MOST_ELSE,
      "Says no",
      "Proposal"),
  PROPOSAL_PROPOSE(
      Routes.POST,
      "/api/elections/:id/proposals/:number/propose",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Puts a proposal forward again, mended",
      "Proposal"),
  PROPOSAL_LOOK_AGAIN(
      Routes.POST,
      "/api/elections/:id/proposals/:number/look-again",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Stands by a proposal with what the checks find now",
      "Proposal"),
  PROPOSAL_WITHDRAW(
      Routes.POST,
      "/api/elections/:id/proposals/:number/withdraw",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Takes back what one proposed",
      "Proposal"),
  TRAIL(
      Routes.GET,
      "/api/elections/:id/trail",
      Who.Group.AUDITORS,
      0,
      "Who did what about this election, as lines chained by their hashes",
      "TrailLine"),
  DUE(
      Routes.GET,
      "/api/elections/:id/due",
      Who.Group.READERS,
      0,
      "What the law wants of states by now, or within two days, and the record does not have",
      "Dues"),
  CHANGES(
      Routes.GET,
      "/api/elections/:id/changes",
      Who.Group.READERS,
      0,
      "How far each of the desk's lists has come; as an event stream again whenever one has",
      "Changes"),
  REHEARSAL(
      Routes.GET,
      "/api/elections/:id/rehearsal",
      Who.Group.READERS,
      0,
      "What became of the faults that are planted in a rehearsal with people",
      "Rehearsal"),
  TYPING(
      Routes.GET,
      "/api/elections/:id/typing",
      Who.Group.PEOPLE,
      0,
      "How one types in a rehearsal with people; for administrators, how each does",
      "Typing"),
  HOLDS(
      Routes.GET,
      "/api/elections/:id/holds",
      Who.Group.ALL,
      0,
      "Entries of the desk's own that somebody is looking into",
      "Holds"),
  HOLD(
      Routes.POST,
      "/api/elections/:id/entries/:number/hold",
      Who.Group.REVIEWERS,
      Routes.MOST_ELSE,
      "Tells readers that an entry of the desk's own is looked into",
      "Holds"),
  UNHOLD(
      Routes.POST,
      "/api/elections/:id/entries/:number/unhold",
      Who.Group.REVIEWERS,
      Routes.MOST_ELSE,
      "Ends that",
      "Holds"),
  FREEZE(
      Routes.GET,
      "/api/elections/:id/freeze",
      Who.Group.ALL,
      0,
      "Whether what the public sees stands still, since when, and why",
      "Freeze"),
  FREEZE_ASK(
      Routes.POST,
      "/api/elections/:id/freeze",
      Who.Group.TYPISTS,
      Routes.MOST_ELSE,
      "Asks that what the public sees stand still; another has to agree",
      "Freeze"),
  FREEZE_AGREE(
      Routes.POST,
      "/api/elections/:id/freeze/approve",
      Who.Group.REVIEWERS,
      Routes.MOST_ELSE,
      "Agrees; what the public sees stands still from now on, and the record goes on",
      "Freeze"),
  UNFREEZE(
      Routes.POST,
      "/api/elections/:id/unfreeze",
      Who.Group.REVIEWERS,
      Routes.MOST_ELSE,
      "Lets the public see everything again",
      "Freeze"),
  UNDERSTAND(
      Routes.POST,
      "/api/conditions/understand",
      Who.Group.ALL,
      Routes.MOST_ELSE,
      "How a condition is understood, and when it would have come true in the last elections",
      "Understood"),
  CONDITION_WORDS(
      Routes.GET,
      "/api/elections/:id/condition-words",
      Who.Group.ALL,
      0,
      "Meanings of official that have a name, and the words that conditions have here",
      "ConditionWords"),
  WATCH_MAKE(
      Routes.POST,
      "/api/elections/:id/watches",
      Who.Group.ALL,
      Routes.MOST_ELSE,
      "Waits for a condition; what opens the watch is told once",
      "MadeWatch"),
  WATCHES(
      Routes.GET,
      "/api/elections/:id/watches",
      Who.Group.PEOPLE,
      0,
      "The watches that one has made; for administrators, all",
      "Watches"),
  WATCH(
      Routes.GET,
      "/api/watches/:secret",
      Who.Group.ALL,
      0,
      "How a watch stands, and up to where its record was read",
      "Watch"),
  WATCH_END(
      Routes.DELETE,
      "/api/watches/:secret",
      Who.Group.ALL,
      0,
      "Ends a watch, and erases where it was told",
      "WatchStands"),
  WATCH_TEST(
      Routes.POST,
      "/api/watches/:secret/test",
      Who.Group.ALL,
      Routes.MOST_ELSE,
      "Asks again whether somebody there wants to be told",
      "WatchStands"),
  WATCH_EVENTS(
      Routes.GET,
      "/api/watches/:secret/events",
      Who.Group.ALL,
      0,
      "The notices of a watch, as they are sent; a stream where that is asked for",
      "WatchEvents"),
  WATCH_FEED(
      Routes.GET,
      "/api/watches/:secret/feed.atom",
      Who.Group.ALL,
      0,
      "The turns of a watch as an Atom feed",
      ""),
  WATCH_CALENDAR(
      Routes.GET,
      "/api/watches/:secret/calendar.ics",
      Who.Group.ALL,
      0,
      "The days that a condition still waits for, as a calendar",
      ""),
  WATCH_DELIVERIES(
      Routes.GET,
      "/api/watches/:secret/deliveries",
      Who.Group.ALL,
      0,
      "What was told of a watch, what was tried, and what waits",
      "WatchDeliveries"),
  WATCH_RESEND(
      Routes.POST,
      "/api/watches/:secret/deliveries/:turn/resend",
      Who.Group.ALL,
      Routes.MOST_ELSE,
      "Tells a turn once more, under its id and with the same bytes",
      "WatchStands"),
  NOTICE(
      Routes.GET,
      "/api/notices/:turn",
      Who.Group.ALL,
      0,
      "The notice of a turn, as it was sent; its id is known to those who were told",
      "Notice"),
  MAIL_CONFIRM_PAGE(
      Routes.GET,
      "/api/mail/confirm/:link",
      Who.Group.ALL,
      0,
      "A page with a button: to read it does nothing",
      ""),
  MAIL_CONFIRM(
      Routes.POST,
      "/api/mail/confirm/:link",
      Who.Group.ALL,
      Routes.MOST_ELSE,
      "Says that one wants to be told by mail",
      ""),
  MAIL_UNSUBSCRIBE_PAGE(
      Routes.GET,
      "/api/mail/unsubscribe/:link",
      Who.Group.ALL,
      0,
      "A page with a button: to read it does nothing",
      ""),
  MAIL_UNSUBSCRIBE(
      Routes.POST,
      "/api/mail/unsubscribe/:link",
      Who.Group.ALL,
      Routes.MOST_ELSE,
      "Ends mails, at once (RFC 8058)",
      ""),
  KEYS(
      Routes.GET,
      "/api/keys",
      Who.Group.ALL,
      0,
      "By what others verify what is sent from here",
      "Keys"),
  CHECK_TEXT(
      Routes.POST,
      "/api/check-text",
      Who.Group.ALL,
      Routes.MOST_TEXT_IN_JSON,
      "Holds a text against the record, or several, compared with one another; nothing is kept",
      "CheckedText"),
  UNEXPLAINED(
      Routes.GET,
      "/api/elections/:id/unexplained",
      Who.Group.ALL,
      0,
      "Entries that a check doubts and that were recorded all the same",
      "Unexplained");

  private static final String GET = "GET";
  private static final String POST = "POST";
  private static final String PATCH = "PATCH";
  private static final String DELETE = "DELETE";

  /** How many bytes a request may bring rows in. */
  static final long MOST_HANDED_IN = 64L << 20;

  /** How many bytes the names of an election that begins may have. */
  static final long MOST_NAMES = 1L << 20;

  /** How many bytes a text to be checked may have, or several together. */
  static final long MOST_TEXT = 100_000;

  /** How many the same may have as JSON, which writes some characters with six. */
  static final long MOST_TEXT_IN_JSON = 6 * MOST_TEXT + 10_000;

  /** How many bytes any other request may bring. */
  static final long MOST_ELSE = 16L << 10;

  final String method;

  /** The address, a colon before what it names. */
  final String path;

  /** Who may ask; of tokens and their intakes and kept rows, their own. */
  final Who.Group who;

  /** How many bytes its body may have. */
  final long mostBytes;

  /** What it does, for the description of the API. */
  final String summary;

  /** The schema of its answer; empty where that is no JSON. */
  final String answer;

  Routes(String method, String path, Who.Group who, long mostBytes, String summary, String answer) {
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

  /** The media type of its answer. */
  String mediaType() {
    return switch (this) {
      case TRAIL, PEOPLE_TRAIL -> "application/jsonl";
      case SCAN -> "application/octet-stream";
      case WATCH_FEED -> "application/atom+xml";
      case WATCH_CALENDAR -> "text/calendar";
      case PROVIDER_BACK,
          MAIL_CONFIRM_PAGE,
          MAIL_CONFIRM,
          MAIL_UNSUBSCRIBE_PAGE,
          MAIL_UNSUBSCRIBE ->
          "text/html";
      default -> "application/json"; // all others answer JSON
    };
  }

  /** Whether rows are handed in there. */
  boolean takesRows() {
    return this == FACTS || this == RETURNS || this == FILES;
  }

  /** Whether its address is what lets somebody act, so that no cookie counts there. */
  boolean isLink() {
    return path.startsWith("/api/mail/");
  }

  /** Whether whoever asks may, known or not. */
  boolean isPublic() {
    return who.has(Who.EVERYBODY);
  }

  /** Whether one of somebody's roles may. */
  boolean isFor(Person person) {
    return isPublic() || person.roles().stream().map(Who::of).anyMatch(who::has);
  }

  /** Whether everybody may read what is at the address. */
  private boolean isReadToo() {
    return this == ELECTIONS;
  }

  /** The route of what somebody does about a proposal. */
  static Routes of(ProposalAct.Kind act) {
    return valueOf("PROPOSAL_" + act.name());
  }

  /** What is done about a proposal by this route, if that is what it is for. */
  Optional<ProposalAct.Kind> act() {
    return Arrays.stream(ProposalAct.Kind.values()).filter(act -> of(act) == this).findFirst();
  }

  /** The address of one of an election's things. */
  String address(String election, long number) {
    return path.replace(":id", election).replace(":number", Long.toString(number));
  }

  boolean leadsTo(String address) {
    String[] due = path.split("/", -1);
    String[] given = address.split("/", -1);
    if (due.length != given.length) return false;
    for (int i = 0; i < due.length; i++)
      if (!due[i].startsWith(":") && !due[i].equals(given[i])) return false;
    return true;
  }
}
