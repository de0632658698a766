package org.ascertain.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ascertain.answers.GlanceJson;
import org.ascertain.election.When;

/**
 * What other programs show of a shared link: title, text and picture of the moment that it names,
 * as tags in the head of the document.
 */
final class LinkPreview {

  private static final String TITLE = "<title>Ascertain</title>";
  private static final String END = "</head>";

  /**
   * A document in two parts, between which its tags go: what a browser has to fetch stands in the
   * first, so that it need not wait for the tags.
   *
   * @param begin with all of the head but its title
   * @param end from the end of the head on
   */
  record Split(String begin, String end) {

    /** A document of the page, marked with the language that it is told in. */
    static Split of(String document, PageWords words) {
      int end = document.indexOf(END);
      String begin =
          document
              .substring(0, end)
              .replace("<html lang=\"en\">", "<html lang=\"" + words.language() + "\">")
              .replace(TITLE, "");
      return new Split(begin, document.substring(end));
    }

    /** The whole document. */
    String with(String tags) {
      return begin + tags + end;
    }
  }

  /**
   * The tags of an election at a moment.
   *
   * @param origin scheme and host under which readers have the page, such as "https://example.org"
   * @param path of the page, with its question
   */
  static String tags(
      Headline headline, String origin, String path, String picture, PageWords words) {
    String text = (headline.moment(words) + ". " + headline.rest(words)).trim();
    return tags(headline.title(words), headline.first(words), text, origin, path, words)
        + picture(origin + picture, headline.first(words) + " " + text);
  }

  /**
   * The tags of an address that shows no election, with the picture of the one that most ask for.
   */
  static String tags(String origin, String path, Optional<String> picture, PageWords words) {
    String what = words.say("start.what");
    return tags("Ascertain", "Ascertain", what, origin, path, words)
        + picture.map(address -> picture(origin + address, what)).orElse("");
  }

  /** What stands there while nothing is known of an election. */
  static String tags() {
    return TITLE;
  }

  private static String tags(
      String name, String title, String text, String origin, String path, PageWords words) {
    return "<title>%s</title>".formatted(plain(name))
        + property("og:type", "website")
        + property("og:site_name", "Ascertain")
        + property("og:title", title)
        + property("og:description", text)
        + property("og:url", origin + path)
        + property("og:locale", words.language().equals("es") ? "es_US" : "en_US");
  }

  private static String picture(String address, String text) {
    return property("og:image", address)
        + property("og:image:width", Integer.toString(LadderPicture.WIDTH))
        + property("og:image:height", Integer.toString(LadderPicture.HEIGHT))
        + property("og:image:alt", text)
        + "<meta name=\"twitter:card\" content=\"summary_large_image\">";
  }

  /** The moment that an address without one shows. */
  static When moment(Snapshot snapshot, Optional<When> asked) {
    return asked.orElseGet(
        () -> GlanceJson.opening(snapshot.edition(), snapshot.history(), snapshot.end()));
  }

  /** The picture of a moment. */
  static Rendered picture(Snapshot snapshot, When at, PageWords words) {
    byte[] png = LadderPicture.png(Headline.of(snapshot, at), snapshot.size(), words);
    return Rendered.of(Rendered.PNG, png, Rendered.Effort.LOW);
  }

  /** The address of the picture of a moment. */
  static String picture(String election, Optional<When> at, PageWords words) {
    String address = "/api/elections/" + election + "/card.png?lang=" + words.language();
    return at.map(
            moment ->
                address + "&at=" + URLEncoder.encode(moment.toString(), StandardCharsets.UTF_8))
        .orElse(address);
  }

  private static String property(String name, String content) {
    return "<meta property=\"%s\" content=\"%s\">".formatted(name, plain(content));
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ')
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private LinkPreview() {}
}
