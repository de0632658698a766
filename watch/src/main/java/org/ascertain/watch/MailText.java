package org.ascertain.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.Language;
import org.ascertain.answers.TimeText;
import org.ascertain.election.When;

/** What is written to people about watches, in English and Spanish, as text and as HTML. */
final class MailText {

  /**
   * A mail.
   *
   * @param end the address by which its reader ends it; empty for one that comes once
   */
  record Written(String subject, String text, String html, Optional<String> end) {}

  private static final String SPANISH = "es";

  /**
   * A turn, from its notice.
   *
   * @param untold the id of the turn before it, where that could not be told
   * @param page where the notice is shown with its proof
   */
  static Written notice(
      String language, JsonNode notice, Optional<String> untold, String page, String end) {
    JsonNode data = notice.path("data");
    boolean isSpanish = language.equals(SPANISH);
    String type = notice.path("type").asText();
    String year = data.path("election").asText().replaceAll(".*-", "");
    String name = data.path("name").asText();
    String condition = data.path("condition").asText();
    List<String> lines = new ArrayList<>();
    String subject;
    if (type.endsWith(".still")) {
      subject = isSpanish ? year + ": todav\u00eda no" : year + ": not yet";
      lines.add(
          isSpanish
              ? "A fecha de hoy la condici\u00f3n no se cumple para nadie m\u00e1s que lo ya comunicado."
              : "As of today nothing has turned beyond what you were told.");
    } else {
      boolean begins = type.endsWith(".on");
      subject =
          year
              + ": "
              + name
              + (begins
                  ? (isSpanish ? ", se cumple" : ", it holds")
                  : (isSpanish ? ", ya no se cumple" : ", undone"));
      lines.add(
          begins
              ? (isSpanish ? "Se cumple para " : "It holds for ") + ended(name)
              : (isSpanish ? "Ya no se cumple para " : "It no longer holds for ") + ended(name));
    }
    lines.add((isSpanish ? "Condici\u00f3n: " : "Condition: ") + condition);
    addTime(lines, isSpanish, isSpanish ? "Desde: " : "Since: ", data, "since", "about");
    addTime(lines, isSpanish, isSpanish ? "Conocido: " : "Known: ", data, "known", "knownAbout");
    add(lines, isSpanish ? "Asiento: " : "By entry: ", data.path("by"));
    add(
        lines,
        isSpanish ? "Deshecho por el asiento: " : "Undone by entry: ",
        data.path("undoneBy"));
    add(lines, "", data.path(isSpanish ? "canBeUndoneEs" : "canBeUndone"));
    if (!type.endsWith(".still"))
      lines.add((isSpanish ? "El aviso, con su prueba: " : "The notice, with its proof: ") + page);
    untold.ifPresent(
        turn ->
            lines.add(
                (isSpanish
                        ? "El aviso anterior a este no se pudo entregar: "
                        : "The notice before this one could not be told to you: ")
                    + turn));
    if (data.path("rehearsal").asBoolean()) {
      subject = (isSpanish ? "ENSAYO: " : "REHEARSAL: ") + subject;
      lines.addFirst(
          isSpanish
              ? "ENSAYO: esta elecci\u00f3n ocurri\u00f3 antes y se cuenta otra vez."
              : "REHEARSAL: this election happened before and is told once more.");
    }
    return written(
        subject,
        lines,
        isSpanish ? "No recibir m\u00e1s" : "Get no more of these",
        end,
        Optional.of(end));
  }

  /** A question whether somebody wants to be told. */
  static Written confirm(String language, String condition, String link) {
    boolean isSpanish = language.equals(SPANISH);
    return written(
        isSpanish ? "\u00bfQuiere que se le avise?" : "Do you want to be told?",
        List.of(
            isSpanish
                ? "Alguien ha pedido que se avise a esta direcci\u00f3n cuando se cumpla o se deshaga:"
                : "Somebody asked that this address be told when this comes true, or is undone:",
            condition,
            isSpanish
                ? "Si no fue usted, no haga nada: no llegar\u00e1 nada m\u00e1s. El enlace vale siete d\u00edas."
                : "If it was not you, do nothing: nothing more comes. The link is good for seven days."),
        isSpanish ? "S\u00ed, quiero" : "Yes, tell me",
        link,
        Optional.empty());
  }

  /** A question whether somebody wants to be written to where a webhook fails. */
  static Written reach(String language, String condition, String link) {
    boolean isSpanish = language.equals(SPANISH);
    return written(
        isSpanish ? "\u00bfAvisar si falla un webhook?" : "Be told if a webhook fails?",
        List.of(
            isSpanish
                ? "Alguien ha nombrado esta direcci\u00f3n para cuando no se pueda entregar el aviso de:"
                : "Somebody named this address for when a webhook cannot be told of:",
            condition,
            isSpanish
                ? "Si no fue usted, no haga nada: no llegar\u00e1 nada m\u00e1s."
                : "If it was not you, do nothing: nothing more comes."),
        isSpanish ? "S\u00ed, quiero" : "Yes, write to me",
        link,
        Optional.empty());
  }

  /** A webhook fails. */
  static Written warning(String language, String address, String why) {
    boolean isSpanish = language.equals(SPANISH);
    return written(
        isSpanish ? "Un webhook falla" : "A webhook fails",
        List.of(
            (isSpanish ? "No se pudo entregar en " : "It could not be told at ") + address + ".",
            why),
        "",
        "",
        Optional.empty());
  }

  /** A name at the end of a sentence, which "Jr." ends already. */
  private static String ended(String name) {
    return name.endsWith(".") ? name : name + ".";
  }

  /** A time as the command line words it; the hour is Washington's. */
  private static void addTime(
      List<String> lines, boolean isSpanish, String label, JsonNode data, String of, String about) {
    if (data.path(of).isMissingNode()) return;
    When when = When.parse(data.path(of).asText());
    Language language = isSpanish ? Language.SPANISH : Language.ENGLISH;
    String where =
        when instanceof When.AtMoment ? (isSpanish ? " en Washington" : " in Washington") : "";
    lines.add(label + TimeText.full(when, data.path(about).asBoolean(), language) + where);
  }

  private static void add(List<String> lines, String label, JsonNode value) {
    if (!value.isMissingNode()) lines.add(label + value.asText());
  }

  private static Written written(
      String subject, List<String> lines, String act, String link, Optional<String> end) {
    StringBuilder text = new StringBuilder();
    StringBuilder html = new StringBuilder("<!doctype html><html><body>");
    for (String line : lines) {
      text.append(line).append("\n\n");
      html.append("<p>").append(escaped(line)).append("</p>");
    }
    if (!act.isEmpty()) {
      text.append(act).append(": ").append(link).append('\n');
      html.append("<p><a href=\"")
          .append(escaped(link))
          .append("\">")
          .append(escaped(act))
          .append("</a></p>");
    }
    return new Written(
        "Ascertain: " + subject, text.toString(), html.append("</body></html>").toString(), end);
  }

  /** A text as it stands in HTML. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private MailText() {}
}
