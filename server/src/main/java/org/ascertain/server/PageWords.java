package org.ascertain.server;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.answers.Language;
import org.ascertain.answers.Names;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the page in one language, for what is made of them without a browser: the words
 * stand in one place, {@code web/src/words}.
 */
final class PageWords {

  private static final Pattern BLANK = Pattern.compile("\\{(\\w+)(?:\\|([^|{}]*)\\|([^{}]*))?\\}");
  private static final PageWords ENGLISH =
      new PageWords("en", Locale.ENGLISH, "EEEE d MMMM uuuu", "d MMM");
  private static final PageWords SPANISH =
      new PageWords("es", Locale.of("es"), "EEEE, d 'de' MMMM 'de' uuuu", "d MMM");

  private final String language;
  private final Map<String, String> messages;
  private final DateTimeFormatter longDay;
  private final DateTimeFormatter shortDay;

  private PageWords(String language, Locale locale, String longDay, String shortDay) {
    this.language = language;
    this.messages = read(language);
    this.longDay = DateTimeFormatter.ofPattern(longDay, locale);
    this.shortDay = DateTimeFormatter.ofPattern(shortDay, locale);
  }

  /** As an address names it; else as the browser prefers; else English. */
  static PageWords of(@Nullable String asked, @Nullable String accepted) {
    if (asked != null && (asked.equals("es") || asked.equals("en")))
      return asked.equals("es") ? SPANISH : ENGLISH;
    return accepted != null && accepted.toLowerCase(Locale.ROOT).startsWith("es")
        ? SPANISH
        : ENGLISH;
  }

  static PageWords of(HttpServerRequest request) {
    return of(request.getParam("lang"), request.getHeader("Accept-Language"));
  }

  static PageWords english() {
    return ENGLISH;
  }

  /** "en" or "es". */
  String language() {
    return language;
  }

  /** The message of a key, its blanks filled; "{n|one|many}" chooses by number. */
  String say(String key, Map<String, ?> blanks) {
    String message =
        Objects.requireNonNull(messages.get(key), () -> "the page has no message " + key);
    return BLANK
        .matcher(message)
        .replaceAll(blank -> Matcher.quoteReplacement(fill(blank, blanks)));
  }

  String say(String key) {
    return say(key, Map.of());
  }

  private static String fill(java.util.regex.MatchResult blank, Map<String, ?> blanks) {
    Object value = blanks.get(blank.group(1));
    if (blank.group(2) != null)
      return value instanceof Number n && n.longValue() == 1 ? blank.group(2) : blank.group(3);
    return value instanceof Number n ? Names.number(n.longValue()) : String.valueOf(value);
  }

  /** What a state is called. */
  String place(String unit) {
    return Names.place(unit, language.equals("es") ? Language.SPANISH : Language.ENGLISH);
  }

  /** "Monday 14 December 2020". */
  String day(LocalDate day) {
    return longDay.format(day);
  }

  /** "14 Dec". */
  String dayOfYear(LocalDate day) {
    return shortDay.format(day).replace(".", "");
  }

  /** "17:30". */
  String clock(LocalTime time) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
  }

  private static Map<String, String> read(String language) {
    String file = "/org/ascertain/web/words/" + language + ".json";
    try (InputStream words = PageWords.class.getResourceAsStream(file)) {
      return new ObjectMapper()
          .readValue(Objects.requireNonNull(words, file), new TypeReference<>() {});
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
