package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.ClaimReviewJson;
import org.ascertain.press.PressJson;
import org.jboss.logging.Logger;

/**
 * Texts that are held against the record. Nothing of a text is kept when it is answered, and
 * nothing of it is logged, whatever goes wrong.
 */
@ApplicationScoped
class CheckedTexts {

  private static final Logger LOG = Logger.getLogger(CheckedTexts.class);
  private static final String JSON = "application/json";

  /** Types of a text that is the body itself; none said is plain text. */
  private static final List<String> TEXTS =
      List.of("", "text/plain", "text/html", "application/xhtml+xml");

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
  private static final List<String> CHARSETS = List.of("utf-8", "utf8", "us-ascii");

  private final TextChecks checks;

  CheckedTexts(TextChecks checks) {
    this.checks = checks;
  }

  /**
   * Reads the text of a request, plain, HTML or in JSON, and answers what was found in it.
   *
   * @throws Refusal saying why not
   * @throws IOException if the request breaks off
   */
  void check(RoutingContext context, HandedInRequest handed) throws IOException {
    DeskAnswers.requireParameters(context, List.of());
    AskedTexts asked = asked(context, handed);
    boolean isReviewed = DeskAnswers.accepts(context, ClaimReviewJson.TYPE);
    try {
      TextChecks.Checked checked = checks.of(asked.texts(), asked.year(), asked.day());
      List<PressJson.Named> named = new ArrayList<>();
      for (int i = 0; i < checked.texts().size(); i++)
        named.add(new PressJson.Named(asked.files().get(i), checked.texts().get(i)));
      if (isReviewed)
        DeskAnswers.send(
            context, 200, ClaimReviewJson.TYPE, ClaimReviewJson.of(named, checked.copies()));
      else
        DeskAnswers.send(
            context,
            200,
            asked.areSeveral()
                ? PressJson.all(named, checked.copies())
                : PressJson.one(named.getFirst().text()));
    } catch (RuntimeException | Error fault) {
      throw withoutItsWords(fault);
    }
  }

  /**
   * What a fault says may hold words of the text: what is logged is of what kind it is, and where
   * it happened.
   */
  private static Refusal withoutItsWords(Throwable fault) {
    Throwable bare = new IllegalStateException(fault.getClass().getName());
    bare.setStackTrace(fault.getStackTrace());
    LOG.errorf(bare, "a text could not be checked: %s", fault.getClass().getSimpleName());
    return new Refusal(
        500, "A fault of Ascertain", "The text could not be checked; nothing of it was kept.");
  }

  private static AskedTexts asked(RoutingContext context, HandedInRequest handed)
      throws IOException {
    String type =
        Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.CONTENT_TYPE), "");
    int end = type.indexOf(';');
    String kind = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    if (!TEXTS.contains(kind) && !kind.equals(JSON))
      throw unfit("'%s'".formatted(Refusal.quote(kind)));
    Matcher charset = CHARSET.matcher(type);
    if (charset.find() && !CHARSETS.contains(charset.group(1).toLowerCase(Locale.ROOT)))
      throw unfit("the charset '%s'".formatted(Refusal.quote(charset.group(1))));
    AskedTexts asked =
        kind.equals(JSON)
            ? AskedTexts.ofJson(text(handed.unpacked(Routes.MOST_TEXT_IN_JSON)))
            : AskedTexts.plain(text(handed.unpacked(Routes.MOST_TEXT)));
    long bytes = asked.texts().stream().mapToLong(text -> text.getBytes(UTF_8).length).sum();
    if (bytes > Routes.MOST_TEXT) throw DeskRefusals.tooLarge(bytes, Routes.MOST_TEXT);
    return asked;
  }

  private static String text(byte[] body) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException otherwise) {
      throw new Refusal(400, "Not UTF-8", "The text is not written in UTF-8.");
    }
  }

  private static Refusal unfit(String what) {
    return new Refusal(
            415,
            "Unsupported type",
            "This address takes text/plain, text/html or application/json in UTF-8, not %s."
                .formatted(what))
        .with("Connection", "close");
  }
}
