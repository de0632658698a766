package org.ascertain.server;

import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Person;
import org.ascertain.desk.Role;
import org.ascertain.desk.Token;
import org.ascertain.desk.TypingScore;
import org.ascertain.ledger.LedgerException;
import org.jboss.logging.Logger;

/**
 * The addresses of the desk, installed from {@link Routes}. Each request has a thread of its own
 * that may wait: for a body, for the disk.
 */
@ApplicationScoped
class DeskRoutes {

  private static final Logger LOG = Logger.getLogger(DeskRoutes.class);

  /** Before {@link Methods}, which refuses what is no reading. */
  private static final int BEFORE_METHODS = -16_000;

  /** How many requests are worked on at a time. */
  private static final int MOST_AT_ONCE = 256;

  private final HttpAuthenticator authenticator;
  private final Desks desks;
  private final DeskAnswers answers;
  private final PeopleAnswers people;
  private final ProviderAnswers provider;
  private final ProposalAnswers proposals;
  private final KeptDecisions kept;
  private final ScanAnswers scans;
  private final FreezeAnswers freezes;
  private final HoldAnswers holds;
  private final NewElections elections;
  private final CheckedTexts texts;
  private final WatchAnswers watches;
  private final MailAnswers mails;
  private final RehearsedDesk rehearsal;
  private final Semaphore room = new Semaphore(MOST_AT_ONCE);

  /**
   * Threads of the system's own, for it shares the processors out among them: on virtual threads
   * two hashes of passwords, or two long texts, would keep everybody else waiting until they end.
   */
  private final ExecutorService workers =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("desk ", 1).factory());

  DeskRoutes(
      HttpAuthenticator authenticator,
      Desks desks,
      DeskAnswers answers,
      PeopleAnswers people,
      ProviderAnswers provider,
      ProposalAnswers proposals,
      KeptDecisions kept,
      ScanAnswers scans,
      FreezeAnswers freezes,
      HoldAnswers holds,
      NewElections elections,
      CheckedTexts texts,
      WatchAnswers watches,
      MailAnswers mails,
      RehearsedDesk rehearsal) {
    this.rehearsal = rehearsal;
    this.watches = watches;
    this.mails = mails;
    this.texts = texts;
    this.authenticator = authenticator;
    this.desks = desks;
    this.answers = answers;
    this.people = people;
    this.provider = provider;
    this.proposals = proposals;
    this.kept = kept;
    this.scans = scans;
    this.freezes = freezes;
    this.holds = holds;
    this.elections = elections;
  }

  void install(@Observes Router router) {
    for (Routes route : Routes.values())
      router
          .route(HttpMethod.valueOf(route.method), route.path)
          .order(BEFORE_METHODS)
          .handler(context -> handle(context, route));
  }

  private void handle(RoutingContext context, Routes route) {
    if (!room.tryAcquire()) {
      Refusal.later("Too much at once", "Too many requests are being worked on.", 1)
          .with("Connection", "close")
          .send(context);
      return;
    }
    RequestThread.keep(context);
    HandedInRequest handed = new HandedInRequest(context, route);
    workers.execute(
        () -> {
          try {
            answer(context, route, handed);
          } finally {
            room.release();
          }
        });
  }

  private void answer(RoutingContext context, Routes route, HandedInRequest handed) {
    try {
      if (!route.isLink()) OwnPages.require(context);
      Asker asker =
          SessionMechanism.asker(
              authenticator.attemptAuthentication(context).await().indefinitely());
      require(asker, route);
      switch (route) {
        case CHECK_TEXT -> texts.check(context, handed);
        case UNDERSTAND,
            CONDITION_WORDS,
            WATCH_MAKE,
            WATCHES,
            WATCH,
            WATCH_END,
            WATCH_TEST,
            WATCH_EVENTS,
            WATCH_FEED,
            WATCH_CALENDAR,
            WATCH_DELIVERIES,
            WATCH_RESEND,
            NOTICE,
            KEYS ->
            watches.answer(context, route, handed, asker);
        case MAIL_CONFIRM_PAGE, MAIL_CONFIRM, MAIL_UNSUBSCRIBE_PAGE, MAIL_UNSUBSCRIBE ->
            mails.answer(context, route);
        case UNEXPLAINED -> answers.unexplained(context);
        case HOLDS -> holds.show(context);
        case HOLD, UNHOLD ->
            holds.act(context, route, handed, asker.human().person(), desk(context, asker));
        case FREEZE -> freezes.show(context, asker);
        case FREEZE_ASK, FREEZE_AGREE, UNFREEZE ->
            freezes.act(context, route, handed, asker.human().person(), desk(context, asker));
        case SCAN_KEEP -> scans.keep(context, handed, asker.human().person(), desk(context, asker));
        case SCAN -> scans.show(context, desk(context, asker));
        case REHEARSAL -> rehearsal(context, desk(context, asker));
        case TYPING -> typing(context, asker.human().person(), desk(context, asker));
        case ELECTIONS -> elections.begin(context, handed, asker);
        case SESSION,
            SIGN_IN,
            SIGN_OUT,
            PEOPLE,
            INVITE,
            ROLES,
            TIE,
            UNTIE,
            ERASE,
            ACCEPT,
            PEOPLE_TRAIL,
            TOKENS,
            TOKEN,
            REVOKE ->
            people.answer(context, route, handed, asker);
        case PROVIDER, PROVIDER_BEGIN, PROVIDER_BACK ->
            provider.answer(context, route, handed, asker);
        case FACTS, RETURNS, FILES, INTAKES, INTAKE, KEPT, KEPT_ROW, ALERTS, DUE, CHANGES ->
            answers.answer(context, route, handed, asker, desk(context, asker));
        case CLAIM, MEND, RELEASE, DISCARD ->
            kept.answer(context, route, handed, asker.human().person(), desk(context, asker));
        case PROPOSALS,
            PROPOSE,
            PROPOSAL,
            PROSPECT,
            PROPOSAL_CLAIM,
            PROPOSAL_SAVE,
            PROPOSAL_DONE,
            PROPOSAL_RETYPE,
            PROPOSAL_DECIDE,
            PROPOSAL_APPROVE,
            PROPOSAL_SEND_BACK,
            PROPOSAL_REFUSE,
            PROPOSAL_PROPOSE,
            PROPOSAL_LOOK_AGAIN,
            PROPOSAL_WITHDRAW,
            TRAIL ->
            proposals.answer(context, route, handed, asker.human(), desk(context, asker));
      }
    } catch (IOException brokenOff) {
      LOG.debugf("a request broke off: %s", brokenOff.getMessage());
      RequestThread.of(context).runOnContext(end -> context.request().connection().close());
    } catch (LedgerException trouble) {
      refuse(context, DeskRefusals.of(trouble));
    } catch (RuntimeException | Error failed) {
      refuse(context, Refusal.of(failed)); // whoever asked is told, whatever it was
    }
  }

  private static void refuse(RoutingContext context, Refusal refusal) {
    RequestThread.of(context).runOnContext(end -> refusal.send(context));
  }

  private void requireRehearsal(ElectionDesk desk) {
    if (!rehearsal.isOf(desk.election())) throw DeskAnswers.nothing("rehearsal with people");
  }

  private void typing(RoutingContext context, Person person, ElectionDesk desk) {
    DeskAnswers.requireParameters(context, List.of());
    requireRehearsal(desk);
    boolean seesAll = person.is(Role.ADMINISTRATOR);
    List<TypingScore> scores =
        desk.proposals().typing().stream()
            .filter(each -> seesAll || each.typist().equals(person.account()))
            .toList();
    DeskAnswers.send(context, 200, TypingScore.json(scores));
  }

  private void rehearsal(RoutingContext context, ElectionDesk desk) {
    DeskAnswers.requireParameters(context, List.of());
    requireRehearsal(desk);
    DeskAnswers.send(context, 200, RehearsalAnswer.json(rehearsal, desk));
  }

  /** Lets through whom the table names. */
  private static void require(Asker asker, Routes route) {
    if (asker.may(route)) return;
    throw switch (asker) {
      case Asker.Nobody nobody ->
          nobody.why().orElseGet(() -> SessionMechanism.unknown("Sign in, or show a token."));
      case Asker.Machine machine ->
          new Refusal(403, "Not for tokens", "This is for people who are signed in.")
              .with("Connection", "close");
      case Asker.Human human ->
          new Refusal(
                  403,
                  "Not yours to do",
                  "This is for %s; you are %s."
                      .formatted(
                          roles(route.who.members().stream().sorted().map(Who::word).toList()),
                          roles(human.person().roles().stream().sorted().map(Role::word).toList())))
              .with("Connection", "close");
    };
  }

  private static String roles(List<String> words) {
    return words.isEmpty() ? "nothing yet" : String.join(", ", words);
  }

  /** The desk of an election; to whoever may not act there, there is none. */
  private ElectionDesk desk(RoutingContext context, Asker asker) {
    String id = Objects.requireNonNullElse(context.pathParam("id"), "");
    if (desks.isRehearsed(id)) throw DeskRefusals.testData(false); // it is thrown away at the end
    Optional<ElectionDesk> desk = desks.find(id);
    Optional<Set<String>> only =
        asker instanceof Asker.Machine(Token token)
            ? Optional.of(token.scope().elections())
            : Optional.empty();
    boolean isTheirs =
        desk.isPresent() && only.filter(its -> !its.contains(desk.get().election())).isEmpty();
    if (isTheirs) return desk.get();
    throw new Refusal(
            404,
            "No such election",
            only.map(
                    its ->
                        "This token may hand in to %s; '%s' is none that runs here."
                            .formatted(String.join(", ", List.copyOf(its)), Refusal.quote(id)))
                .orElseGet(() -> "'%s' is none that runs here.".formatted(Refusal.quote(id))))
        .with("Connection", "close");
  }
}
