package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.desk.Freeze;
import org.ascertain.desk.Person;
import org.ascertain.desk.Role;
import org.ascertain.election.Caller;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Washington;
import org.ascertain.ledger.Secret;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.standing.History;
import org.ascertain.watch.Endpoint;
import org.ascertain.watch.Meaning;
import org.ascertain.watch.Notice;
import org.ascertain.watch.PastElections;
import org.ascertain.watch.Phrase;
import org.ascertain.watch.WatchCalendar;
import org.ascertain.watch.WatchFeed;
import org.ascertain.watch.WatchJson;
import org.ascertain.watch.WatchStore;
import org.ascertain.watch.WatchStore.Kept;
import org.ascertain.watch.WatchStore.Watch;

/**
 * Watches over HTTP. A watch is opened by the secret that was told when it was made, in its
 * address; to whoever is signed in it opens by its id too, if they made it or administer the desk.
 */
@ApplicationScoped
class WatchAnswers {

  /** How many of the last elections are asked. */
  private static final int ELECTIONS = 7;

  /** Characters of a condition; the longest that has a name has half as many. */
  static final int LONGEST = 4_000;

  private static final int MOST_EVENTS = 200;
  private static final int MOST_LOGGED = 100;

  private final Watches watches;
  private final ServedElections elections;
  private final NewWatches made;

  /** Seven elections are asked one beside another, as many as there are processors. */
  private final Semaphore room = new Semaphore(Runtime.getRuntime().availableProcessors());

  private final Map<String, CompletableFuture<List<Phrase>>> phrases = new ConcurrentHashMap<>();

  WatchAnswers(Watches watches, ServedElections elections, NewWatches made) {
    this.watches = watches;
    this.elections = elections;
    this.made = made;
  }

  /** A watch that somebody opened. */
  private record Opened(Watches.Desk desk, Watch watch, Endpoint endpoint) {}

  /** Answers one of its routes. */
  void answer(RoutingContext context, Routes route, HandedInRequest handed, Asker asker)
      throws IOException {
    DeskAnswers.requireParameters(
        context, route == Routes.WATCH_EVENTS ? List.of("after") : List.of());
    switch (route) {
      case UNDERSTAND -> understand(context, handed);
      case CONDITION_WORDS -> words(context, asker);
      case WATCH_MAKE -> made.make(context, handed, asker);
      case WATCHES -> list(context, asker);
      case KEYS ->
          DeskAnswers.send(
              context,
              200,
              WatchJson.keys(watches.key().orElseThrow(() -> DeskAnswers.nothing("key"))));
      case WATCH -> show(context, opened(context, asker));
      case WATCH_END -> end(context, opened(context, asker));
      case WATCH_TEST -> test(context, opened(context, asker));
      case WATCH_EVENTS -> events(context, opened(context, asker));
      case WATCH_FEED -> {
        Opened of = opened(context, asker);
        List<Kept> turns = of.desk().store().newest(of.watch().id(), MOST_EVENTS);
        String tag = "\"%s\"".formatted(turns.isEmpty() ? "" : turns.getFirst().notice().id());
        String self = watches.site() + context.request().path();
        if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH)))
          unchanged(context, tag);
        else
          text(
              context,
              route,
              WatchFeed.of(of.watch(), turns, self),
              Map.of(HttpHeaders.ETAG, tag, HttpHeaders.CACHE_CONTROL, "no-cache"));
      }
      case WATCH_CALENDAR -> calendar(context, opened(context, asker));
      case WATCH_DELIVERIES -> {
        Opened of = opened(context, asker);
        DeskAnswers.send(
            context,
            200,
            WatchJson.deliveries(of.desk().store().deliveries().log(of.watch().id(), MOST_LOGGED)));
      }
      case WATCH_RESEND -> resend(context, opened(context, asker));
      case NOTICE -> notice(context);
      default -> throw new IllegalStateException(route + " is answered elsewhere");
    }
  }

  static String id(RoutingContext context) {
    return Objects.requireNonNullElse(context.pathParam("id"), "");
  }

  private History history(String id) {
    return elections.find(id).orElseThrow(() -> Refusal.noElection(id)).snapshot().history();
  }

  private void understand(RoutingContext context, HandedInRequest handed) throws IOException {
    SentObject sent = SentObject.read(handed, "election", "condition");
    History history = history(sent.text("election"));
    String asked = sent.text("condition");
    Condition condition = condition(asked, history);
    room.acquireUninterruptibly();
    try {
      DeskAnswers.send(
          context,
          200,
          WatchJson.understood(
              asked,
              condition,
              history.header(),
              PastElections.of(condition, history.header().year(), ELECTIONS, this::archived)));
    } finally {
      room.release();
    }
  }

  private void words(RoutingContext context, Asker asker) {
    History history = history(id(context));
    Optional<WatchJson.Room> left =
        elections.folder(history.header().election()).isPresent()
            ? Optional.of(made.room(history.header().election(), context, asker))
            : Optional.empty();
    DeskAnswers.send(
        context, 200, WatchJson.words(history.header(), history.law(), phrases(history), left));
  }

  /**
   * What is past stays so: it is asked once for an election, and again when it has more callers.
   * Nobody waits for it: who asks first is told none.
   */
  private List<Phrase> phrases(History history) {
    Header header = history.header();
    return phrases
        .computeIfAbsent(
            header.election() + " " + header.callers().stream().map(Caller::id).toList(),
            first ->
                CompletableFuture.supplyAsync(
                    () -> Phrase.all(header, history.law(), this::archived),
                    // seconds of work: in the pool that all share, nothing else would go on
                    work -> Thread.ofPlatform().daemon().name("past of phrases").start(work)))
        .exceptionally(fault -> List.of())
        .getNow(List.of());
  }

  /** What runs under an archived election's id is no past election. */
  private History archived(String id) {
    return elections.folder(id).isEmpty() ? history(id) : PastElections.history(id);
  }

  /**
   * A condition, or the name of a meaning.
   *
   * @throws Refusal if it is not understood
   */
  static Condition condition(String text, History history) {
    if (text.length() > LONGEST)
      throw new Refusal(
          400,
          "Too long",
          "A condition has %,d characters at most; this has %,d."
              .formatted(LONGEST, text.length()));
    String asked = Meaning.named(text, history.law()).map(Meaning::condition).orElse(text);
    return switch (ConditionParser.parse(asked, history.header(), history.law())) {
      case Parsed.Understood(var understood) -> understood;
      case Parsed.NotUnderstood(int place, var problem) ->
          throw new Refusal(
              400,
              "The condition is not understood",
              "At character %d: %s.".formatted(place + 1, problem));
    };
  }

  private void list(RoutingContext context, Asker asker) {
    String election =
        elections
            .find(id(context))
            .filter(each -> elections.folder(each.id()).isPresent())
            .orElseThrow(() -> Refusal.noElection(id(context)))
            .id();
    Person person = asker.human().person();
    OptionalLong account =
        person.roles().contains(Role.ADMINISTRATOR)
            ? OptionalLong.empty()
            : OptionalLong.of(person.account().number());
    DeskAnswers.send(
        context,
        200,
        WatchJson.list(
            watches.known(election).stream()
                .flatMap(desk -> listed(desk.store(), election, account))
                .toList()));
  }

  private static Stream<WatchJson.Listed> listed(
      WatchStore store, String election, OptionalLong account) {
    return store.endpoints().all(election, account).stream()
        .flatMap(
            each ->
                store.watch(each.watch()).stream().map(watch -> new WatchJson.Listed(watch, each)));
  }

  /** The watch of a secret, or of an id that the asker may open; to all others there is none. */
  private Opened opened(RoutingContext context, Asker asker) {
    String shown = Objects.requireNonNullElse(context.pathParam("secret"), "");
    return watches
        .desks()
        .flatMap(
            desk ->
                endpoint(desk.store(), shown, asker).stream()
                    .map(
                        each ->
                            new Opened(desk, desk.store().watch(each.watch()).orElseThrow(), each)))
        .findFirst()
        .orElseThrow(() -> DeskAnswers.nothing("watch"));
  }

  private static Optional<Endpoint> endpoint(WatchStore store, String shown, Asker asker) {
    Optional<Endpoint> opened = Secret.read(shown).flatMap(store.endpoints()::opened);
    if (opened.isPresent()) return opened;
    if (!(asker instanceof Asker.Human human)) return Optional.empty();
    boolean isAdministrator = human.person().roles().contains(Role.ADMINISTRATOR);
    long account = human.person().account().number();
    return store
        .endpoints()
        .of(shown)
        .filter(each -> isAdministrator || each.account().equals(OptionalLong.of(account)));
  }

  private void show(RoutingContext context, Opened of) {
    String election = of.watch().election();
    String id = of.watch().id();
    WatchStore store = of.desk().store();
    StoredRecord stored = of.desk().folder().election(election);
    Freeze freeze = Freeze.of(stored);
    List<String> holds =
        of.endpoint().state() == Endpoint.State.ENDED
            ? List.of()
            : record(election).with(following -> following.holds(id));
    DeskAnswers.send(
        context,
        200,
        WatchJson.state(
            of.watch(),
            of.endpoint(),
            store.turns(id),
            holds,
            store.cursor(WatchedRecord.FOLLOWER, election),
            freeze instanceof Freeze.Frozen frozen ? frozen.entries() : stored.size(),
            freeze instanceof Freeze.Frozen));
  }

  private WatchedRecord record(String election) {
    return watches.find(election).orElseThrow(() -> Refusal.noElection(election));
  }

  private void end(RoutingContext context, Opened of) {
    of.desk().store().endpoints().end(of.watch().id());
    record(of.watch().election()).forget(of.watch().id());
    stands(context, of, Optional.empty());
  }

  private void test(RoutingContext context, Opened of) throws IOException {
    if (of.endpoint().state() == Endpoint.State.ENDED)
      throw new Refusal(409, "Ended", "This watch has ended; make another.");
    Optional<String> why = made.askAgain(of.desk(), of.endpoint(), of.watch().condition());
    of.desk().delivering().wake();
    stands(context, of, why);
  }

  private void resend(RoutingContext context, Opened of) {
    String turn = Objects.requireNonNullElse(context.pathParam("turn"), "");
    if (!of.desk()
        .store()
        .deliveries()
        .resend(of.watch().id(), turn, Washington.nanos(Instant.now())))
      throw DeskAnswers.nothing("turn");
    of.desk().delivering().wake();
    stands(context, of, Optional.empty());
  }

  private static void stands(RoutingContext context, Opened of, Optional<String> why) {
    Endpoint now = of.desk().store().endpoints().of(of.watch().id()).orElseThrow();
    DeskAnswers.send(context, 200, WatchJson.stands(of.watch(), now, why));
  }

  private static void events(RoutingContext context, Opened of) {
    boolean isStream = DeskAnswers.accepts(context, ChangeStream.TYPE);
    WatchStore store = of.desk().store();
    String id = of.watch().id();
    String last = context.request().getHeader("Last-Event-ID");
    long after =
        last == null
            ? DeskAnswers.number(context, "after").orElse(0)
            : store.seq(id, last).orElse(0L);
    if (isStream) new TurnStream(context, store, id, after).tell();
    else DeskAnswers.send(context, 200, WatchJson.events(store.turns(id, after, MOST_EVENTS)));
  }

  /** A turn's id follows from its watch's, which nobody guesses: a link may be passed on. */
  private void notice(RoutingContext context) {
    String turn = Objects.requireNonNullElse(context.pathParam("turn"), "");
    DeskAnswers.send(
        context,
        200,
        watches
            .desks()
            .flatMap(desk -> desk.store().notice(turn).stream())
            .map(Notice::body)
            .findFirst()
            .orElseThrow(() -> DeskAnswers.nothing("notice")));
  }

  private void calendar(RoutingContext context, Opened of) {
    History history = history(of.watch().election());
    Instant now = Instant.now();
    // A rehearsal's own day is that of the election that happens again.
    LocalDate from = Washington.day(Math.min(history.end(), Washington.nanos(now)));
    text(
        context,
        Routes.WATCH_CALENDAR,
        WatchCalendar.of(
            of.watch().id(), condition(of.watch().condition(), history), history.law(), from, now),
        Map.of(HttpHeaders.CACHE_CONTROL, "no-store"));
  }

  private static void text(
      RoutingContext context, Routes route, String text, Map<CharSequence, String> headers) {
    context
        .vertx()
        .runOnContext(
            send -> {
              headers.forEach(context.response()::putHeader);
              context
                  .response()
                  .putHeader(HttpHeaders.CONTENT_TYPE, route.mediaType() + "; charset=utf-8")
                  .end(text);
            });
  }

  private static void unchanged(RoutingContext context, String tag) {
    context
        .vertx()
        .runOnContext(
            send -> context.response().setStatusCode(304).putHeader(HttpHeaders.ETAG, tag).end());
  }
}
