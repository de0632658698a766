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

  /** Answers one of its routes. */
  void answer(RoutingContext context, Routes route) {
    DeskAnswers.requireParameters(context, List.of());
    String text = Objects.requireNonNullElse(context.pathParam("link"), "");
    boolean isEnd = route == Routes.MAIL_UNSUBSCRIBE || route == Routes.MAIL_UNSUBSCRIBE_PAGE;
    boolean isAct = route == Routes.MAIL_UNSUBSCRIBE || route == Routes.MAIL_CONFIRM;
    Optional<MailLink> link =
        watches
            .desks()
            .flatMap(
                desk ->
                    MailLink.read(text, isEnd, desk.key(), desk.store(), Instant.now()).stream()
                        .peek(
                            each -> {
                              if (!isAct) return;
                              each.follow(desk.store());
                              if (each.isEnd()) forget(each);
                              desk.delivering().wake();
                            }))
            .findFirst();
    if (isAct) context.vertx().runOnContext(go -> context.request().resume());
    send(
        context,
        link.isPresent() ? 200 : 404,
        link.map(each -> MailPage.of(each, isAct)).orElseGet(MailPage::unknown));
  }

  private void forget(MailLink link) {
    watches
        .find(link.election())
        .ifPresent(
            record -> {
              boolean _ =
                  record.with(
                      following -> {
                        following.remove(link.watch());
                        return true;
                      });
            });
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
