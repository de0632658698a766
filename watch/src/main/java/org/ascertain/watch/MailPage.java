package org.ascertain.watch;

import org.ascertain.watch.DeskKey.Purpose;

/** The pages behind a mail's links: one button, or what it has done. */
public final class MailPage {

  /**
   * A page for a link that is good.
   *
   * @param isFollowed whether what it asks for was just done
   */
  public static String of(MailLink link, boolean isFollowed) {
    boolean isSpanish = link.language().equals("es");
    boolean isSo = isFollowed || link.isDone();
    String title = isSo ? done(link.purpose(), isSpanish) : asked(link.purpose(), isSpanish);
    String button =
        isSo
            ? ""
            : "<form method=\"post\"><button>"
                + act(link.purpose(), isSpanish)
                + "</button></form>";
    return page(link.language(), title, MailText.escaped(link.condition()), button);
  }

  private static String asked(Purpose purpose, boolean isSpanish) {
    return switch (purpose) {
      case CONFIRM ->
          isSpanish ? "\u00bfQuiere que se le avise de esto?" : "Do you want to be told of this?";
      case REACH ->
          isSpanish
              ? "\u00bfQuiere saber si falla el webhook de esto?"
              : "Do you want to know if the webhook for this fails?";
      case UNSUBSCRIBE ->
          isSpanish ? "\u00bfDejar de recibir avisos de esto?" : "Stop being told of this?";
    };
  }

  private static String act(Purpose purpose, boolean isSpanish) {
    return purpose == Purpose.UNSUBSCRIBE
        ? (isSpanish ? "No recibir m\u00e1s" : "Get no more of these")
        : (isSpanish ? "S\u00ed, quiero" : "Yes");
  }

  private static String done(Purpose purpose, boolean isSpanish) {
    return purpose == Purpose.UNSUBSCRIBE
        ? (isSpanish
            ? "No llegar\u00e1 nada m\u00e1s; su direcci\u00f3n se ha borrado."
            : "Nothing more comes; your address was erased.")
        : (isSpanish ? "Hecho: se le avisar\u00e1." : "Done: you will be told.");
  }

  /** A page for a link that is none, or no longer good. */
  public static String unknown() {
    return page(
        "en",
        "This link is not good",
        "It was changed on its way, has expired, was made for something else, or what it is for has"
            + " ended already: then nothing more comes.",
        "");
  }

  private static String page(String language, String title, String text, String button) {
    return """
        <!doctype html><html lang="%s"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width"><title>%s - Ascertain</title></head>\
        <body><main><h1>%s</h1><p>%s</p>%s</main></body></html>
        """
        .formatted(language, title, title, text, button);
  }

  private MailPage() {}
}
