package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ascertain.watch.MailLink;
import org.ascertain.watch.MailPage;

/**
 * The links in mails. To look at one does nothing, because programs that read mail look at every
 * link; its button does what it says, and so does a mail program's own (RFC 8058), without a
 * cookie: what is in the link is all that counts.
 */
@ApplicationScoped
class MailAnswers {

  /** As every page's, but that its form may be sent. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final Watches watches;

  MailAnswers(Watches watches) {
    this.watches = watches;
  }

  /** A link that is good, and whose it is. */
  private record Good(Watches.Desk desk, MailLink link) {}

  /** Answers one of its routes. */
  void answer(RoutingContext context, Routes route) {
    DeskAnswers.requireParameters(context, List.of());
    String text = Objects.requireNonNullElse(context.pathParam("link"), "");
    boolean isEnd = route == Routes.MAIL_UNSUBSCRIBE || route == Routes.MAIL_UNSUBSCRIBE_PAGE;
    boolean isAct = route == Routes.MAIL_UNSUBSCRIBE || route == Routes.MAIL_CONFIRM;
    // What is sent along with a click says nothing that the link does not.
    if (isAct) context.vertx().runOnContext(go -> context.request().resume());
    Optional<Good> good = find(text, isEnd);
    if (good.isPresent() && isAct) follow(good.get());
    send(
        context,
        good.isPresent() ? 200 : 404,
        good.map(each -> MailPage.of(each.link(), isAct)).orElseGet(MailPage::unknown));
  }

  private Optional<Good> find(String text, boolean isEnd) {
    return watches
        .desks()
        .flatMap(
            desk ->
                MailLink.read(text, isEnd, desk.key(), desk.store(), Instant.now()).stream()
                    .map(link -> new Good(desk, link)))
        .findFirst();
  }

  private void follow(Good good) {
    good.link().follow(good.desk().store());
    if (good.link().isEnd())
      watches.find(good.link().election()).ifPresent(each -> each.forget(good.link().watch()));
    good.desk().delivering().wake();
  }

  private static void send(RoutingContext context, int status, String page) {
    context
        .vertx()
        .runOnContext(
            send ->
                context
                    .response()
                    .setStatusCode(status)
                    .putHeader("Content-Security-Policy", POLICY)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(page));
  }
}
