package org.ascertain.server;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ascertain.condition.Condition;
import org.ascertain.ledger.Secret;
import org.ascertain.standing.History;
import org.ascertain.watch.Endpoint;
import org.ascertain.watch.Endpoint.Kind;
import org.ascertain.watch.Endpoints;
import org.ascertain.watch.Following;
import org.ascertain.watch.WatchJson;
import org.ascertain.watch.WatchJson.Room;
import org.ascertain.watch.WatchMail;
import org.ascertain.watch.WatchStore.Watch;
import org.ascertain.watch.WebhookAddress;
import org.ascertain.watch.Webhooks;

/** Makes watches: who may, what for, and where they are told once somebody there has said yes. */
@ApplicationScoped
class NewWatches {

  /** How many watches may be made from one network by those who are not signed in. */
  private static final int MOST_FROM_A_NETWORK = 20;

  private static final int MOST_OF_AN_ACCOUNT = 100;

  private final Watches watches;
  private final ServedElections elections;
  private final Invitations invitations = new Invitations();

  NewWatches(Watches watches, ServedElections elections) {
    this.watches = watches;
    this.elections = elections;
  }

  /** Makes one, as a request asks for. */
  void make(RoutingContext context, HandedInRequest handed, Asker asker) throws IOException {
    SentObject sent =
        SentObject.read(handed, "condition", "endpoint", "steady", "language", "still", "already");
    String id = WatchAnswers.id(context);
    ServedElection served = elections.find(id).orElseThrow(() -> Refusal.noElection(id));
    History history = served.snapshot().history();
    Condition condition =
        WatchAnswers.condition(steady(sent.text("condition"), sent, history), history);
    Watches.Desk desk =
        watches
            .desk(id)
            .orElseThrow(
                () ->
                    new Refusal(
                        409,
                        "It is over",
                        "The record of '%s' does not grow here; 'ascertain watch' tells it once more."
                            .formatted(served.id())));
    Map<String, String> where = sent.has("endpoint") ? sent.fields("endpoint") : Map.of();
    OptionalLong account = account(asker);
    String network = Network.of(context.request());
    requireRoom(desk, account, network);
    Secret opens = Secret.random(new SecureRandom());
    String watch = Following.watchOf(served.id(), condition, opens.text());
    byte[] secret = Webhooks.newSecret();
    Endpoint endpoint =
        endpoint(desk, where, watch, opens, secret, language(sent), still(sent), account, network);
    invitations.first(desk.store().endpoints(), endpoint, Instant.now());
    add(served.id(), watch, condition, endpoint, tellsAlready(sent));
    Optional<String> why = ask(desk, endpoint, condition.toString());
    Endpoint now = desk.store().endpoints().of(watch).orElseThrow();
    Watch kept = desk.store().watch(watch).orElseThrow();
    desk.delivering().wake();
    DeskAnswers.send(
        context,
        201,
        WatchJson.made(
            kept,
            now,
            now.kind() == Kind.WEBHOOK ? Optional.of(Webhooks.told(secret)) : Optional.empty(),
            opens.text(),
            watches.site() + "/watch.html#" + opens.text(),
            why));
  }

  private static String steady(String condition, SentObject sent, History history) {
    Optional<String> steady = sent.optionalText("steady");
    if (steady.isEmpty()) return condition;
    try {
      var _ = Duration.parse(steady.get());
    } catch (DateTimeParseException unfit) {
      throw SentObject.unfit("'steady' is a length of time, as PT10M or P2D.");
    }
    return "(%s) steady for %s".formatted(WatchAnswers.condition(condition, history), steady.get());
  }

  private static String language(SentObject sent) {
    String language = sent.optionalText("language").orElse("en");
    if (Set.of("en", "es").contains(language)) return language;
    throw SentObject.unfit("'language' is en or es.");
  }

  private static boolean still(SentObject sent) {
    String still = sent.optionalText("still").orElse("no");
    if (Set.of("daily", "no").contains(still)) return still.equals("daily");
    throw SentObject.unfit("'still' is daily or no.");
  }

  /** Whether somebody wants to be told of what holds when they ask. */
  private static boolean tellsAlready(SentObject sent) {
    String already = sent.optionalText("already").orElse("tell");
    if (Set.of("tell", "silent").contains(already)) return already.equals("tell");
    throw SentObject.unfit("'already' is tell or silent.");
  }

  private static OptionalLong account(Asker asker) {
    return asker instanceof Asker.Human human
        ? OptionalLong.of(human.person().account().number())
        : OptionalLong.empty();
  }

  /** How many watches there are of those that whoever asks may have in a running election. */
  Room room(String election, RoutingContext context, Asker asker) {
    return room(watches.known(election), account(asker), Network.of(context.request()));
  }

  private static Room room(Optional<Watches.Desk> desk, OptionalLong account, String network) {
    Optional<Endpoints> made = desk.map(each -> each.store().endpoints());
    return account.isPresent()
        ? new Room(made.map(of -> of.madeBy(account.getAsLong())).orElse(0L), MOST_OF_AN_ACCOUNT)
        : new Room(made.map(of -> of.madeFrom(network)).orElse(0L), MOST_FROM_A_NETWORK);
  }

  private static void requireRoom(Watches.Desk desk, OptionalLong account, String network) {
    Room room = room(Optional.of(desk), account, network);
    if (room.made() >= room.most())
      throw new Refusal(
          429,
          "Too many watches",
          "From one address come %d watches at most, %d of an account; end one that is not needed."
              .formatted(MOST_FROM_A_NETWORK, MOST_OF_AN_ACCOUNT));
  }

  private static Endpoint endpoint(
      Watches.Desk desk,
      Map<String, String> where,
      String watch,
      Secret opens,
      byte[] secret,
      String language,
      boolean still,
      OptionalLong account,
      String network) {
    for (String name : where.keySet())
      if (!Set.of("kind", "address", "contact").contains(name))
        throw SentObject.unfit("An endpoint has kind, address, and contact of a webhook.");
    String word = where.getOrDefault("kind", Kind.NONE.word());
    String address = where.getOrDefault("address", "");
    String contact = where.getOrDefault("contact", "");
    Kind kind =
        switch (word) {
          case "webhook" -> Kind.WEBHOOK;
          case "mail" -> Kind.MAIL;
          case "none" -> Kind.NONE;
          default -> throw SentObject.unfit("An endpoint's kind is webhook, mail or none.");
        };
    requireFit(desk, kind, address, contact);
    return Endpoint.made(
        watch,
        opens,
        kind,
        address,
        contact,
        kind == Kind.WEBHOOK ? desk.key().seal(secret, watch) : "",
        language,
        still,
        account,
        network);
  }

  private static void requireFit(Watches.Desk desk, Kind kind, String address, String contact) {
    boolean writes = kind == Kind.MAIL || !contact.isEmpty();
    if (writes && desk.mail().isEmpty())
      throw new Refusal(409, "No mail", "This server has no server of mail (--mail).");
    Optional<String> unfit =
        switch (kind) {
          case WEBHOOK ->
              desk.webhooks().read(address) instanceof WebhookAddress.Reading.Barred(var why)
                  ? Optional.of(why)
                  : contact.isEmpty() ? Optional.empty() : WatchMail.unfit(contact);
          case MAIL -> WatchMail.unfit(address);
          case NONE ->
              address.isEmpty() && contact.isEmpty()
                  ? Optional.empty()
                  : Optional.of("What is only read has no address.");
        };
    if (unfit.isPresent()) throw new Refusal(422, "Not an address", unfit.get());
  }

  private void add(
      String election, String watch, Condition condition, Endpoint endpoint, boolean tellsAlready) {
    boolean isAdded =
        watches
            .find(election)
            .orElseThrow(() -> Refusal.noElection(election))
            .with(
                following -> following.add(watch, condition, Optional.of(endpoint), tellsAlready));
    if (!isAdded) throw Refusal.later("Not begun", "The record has no entry yet.", 5);
  }

  /** Asks whether somebody there wants to be told; why not yet. */
  private static Optional<String> ask(Watches.Desk desk, Endpoint endpoint, String condition)
      throws IOException {
    if (!endpoint.contact().isEmpty())
      desk.mail().ifPresent(mail -> mail.reach(endpoint, condition));
    return atItsPlace(desk, endpoint, condition);
  }

  private static Optional<String> atItsPlace(Watches.Desk desk, Endpoint endpoint, String condition)
      throws IOException {
    return switch (endpoint.kind()) {
      case WEBHOOK -> challenge(desk, endpoint);
      case MAIL -> mail(desk, endpoint, condition);
      case NONE -> Optional.empty();
    };
  }

  /** Asks once more whether somebody there wants to be told; why not yet. */
  Optional<String> askAgain(Watches.Desk desk, Endpoint endpoint, String condition)
      throws IOException {
    invitations.again(desk.store().endpoints(), endpoint, Instant.now());
    return atItsPlace(desk, endpoint, condition);
  }

  /** Asks a webhook to send something back; why it is not told. */
  private static Optional<String> challenge(Watches.Desk desk, Endpoint endpoint)
      throws IOException {
    try {
      return desk.messenger().challenge(endpoint);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server ends");
    }
  }

  /** Writes to an address; it is told from when somebody there has said yes. */
  private static Optional<String> mail(Watches.Desk desk, Endpoint endpoint, String condition) {
    desk.mail().ifPresent(mail -> mail.confirm(endpoint, condition));
    return Optional.of("a mail asks whether somebody there wants to be told");
  }
}
