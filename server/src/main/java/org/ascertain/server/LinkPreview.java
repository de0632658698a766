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

  /**
   * The document with its tags.
   *
   * @param origin scheme and host under which readers have the page, such as "https://example.org"
   * @param path of the page, with its question
   */
  static String into(
      String document,
      Headline headline,
      String origin,
      String path,
      String picture,
      PageWords words) {
    String title = headline.first(words);
    String text = (headline.moment(words) + ". " + headline.rest(words)).trim();
    String tags =
        "<title>%s</title>".formatted(plain(headline.title(words)))
            + property("og:type", "website")
            + property("og:site_name", "Ascertain")
            + property("og:title", title)
            + property("og:description", text)
            + property("og:url", origin + path)
            + property("og:image", origin + picture)
            + property("og:image:width", Integer.toString(LadderPicture.WIDTH))
            + property("og:image:height", Integer.toString(LadderPicture.HEIGHT))
            + property("og:image:alt", title + " " + text)
            + property("og:locale", words.language().equals("es") ? "es_US" : "en_US")
            + "<meta name=\"twitter:card\" content=\"summary_large_image\">";
    return document
        .replace("<html lang=\"en\">", "<html lang=\"" + words.language() + "\">")
        .replace(TITLE, tags);
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
