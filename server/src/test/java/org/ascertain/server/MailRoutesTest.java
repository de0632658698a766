package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mails about watches, from the question to the click that ends them, over HTTP and SMTP. */
@QuarkusTest
@TestProfile(MailRoutesTest.Profile.class)
@Timeout(300)
class MailRoutesTest {

  private static final GreenMail MAILS = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  /** The running desk, with a server of mail. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      MAILS.start();
      Map<String, String> all = new HashMap<>(new RunningDesk.Profile().getConfigOverrides());
      all.put("ascertain.notices.mail", "127.0.0.1:" + MAILS.getSmtp().getPort());
      all.put("ascertain.notices.from", "results@example.org");
      return all;
    }
  }

  private final RunningDesk desk = new RunningDesk();

  @AfterAll
  static void stop() {
    MAILS.stop();
  }

  private static List<MimeMessage> mails(String to) throws MessagingException {
    List<MimeMessage> all = new ArrayList<>();
    for (MimeMessage each : MAILS.getReceivedMessages())
      if (Arrays.toString(each.getRecipients(Message.RecipientType.TO)).equals("[" + to + "]"))
        all.add(each);
    return all;
  }

  /** The mail that somebody gets as the how-manyth, once it has come. */
  private static MimeMessage mail(String to, int number)
      throws MessagingException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (mails(to).size() < number && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(20);
    assertThat(mails(to)).as("mails to " + to).hasSize(number);
    return mails(to).getLast();
  }

  private static String text(MimeMessage mail) throws MessagingException, IOException {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
  }

  /** The path of the link in a mail's text. */
  private static String link(MimeMessage mail) throws MessagingException, IOException {
    return text(mail).replaceAll("(?s).*?http://[^/]*(/api/mail/\\S+).*", "$1");
  }

  private HttpResponse<String> ask(String path, String method, String type, String body) {
    return desk.send(
        HttpRequest.newBuilder(desk.address(path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", type)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> get(String path) {
    return ask(path, "GET", "text/plain", "");
  }

  /** As a mail program clicks (RFC 8058), or a page's form. */
  private HttpResponse<String> click(String path) {
    return ask(path, "POST", "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
  }

  private HttpResponse<String> make(String condition, String address, String language) {
    return ask(
        RunningDesk.AT + "/watches",
        "POST",
        "application/json",
        """
        {"condition":"%s","language":"%s","endpoint":{"kind":"mail","address":"%s"}}"""
            .formatted(condition, language, address));
  }

  private JsonNode state(String opens) {
    return SignedIn.tree(get("/api/watches/" + opens).body());
  }

  /** Makes a watch that is told by mail, and says yes. */
  private String confirmed(String condition, String address, String language) throws Exception {
    HttpResponse<String> made = make(condition, address, language);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode told = SignedIn.tree(made.body());
    assertThat(told.at("/state").asText()).isEqualTo("unconfirmed");
    assertThat(told.at("/why").asText()).contains("mail");
    String opens = told.at("/opens").asText();
    String link = link(mail(address, 1));
    HttpResponse<String> looked = get(link);
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(looked.body()).contains("<form method=\"post\"><button>");
    assertThat(state(opens).at("/state").asText()).as("looked at").isEqualTo("unconfirmed");
    assertThat(click(link).statusCode()).isEqualTo(200);
    assertThat(state(opens).at("/state").asText()).isEqualTo("live");
    return opens;
  }

  private void lead(String unit, int trump, int biden) {
    String row =
        """
        {"fact":"returns","at":"2020-11-04T02:00:%02d-05:00","unit":"%s",\
        "votes":{"trump":%d,"biden":%d},"total":%d}"""
            .formatted(trump % 60, unit, trump, biden, trump + biden);
    HttpResponse<String> answer = desk.post(RunningDesk.AT + "/facts", "application/json", row);
    assertThat(SignedIn.tree(answer.body()).at("/recorded").asInt()).as(answer.body()).isEqualTo(1);
  }

  @Test
  void from_the_question_to_the_click_that_ends_it() throws Exception {
    String ann = confirmed("leads(VT)", "ann@example.org", "en");
    String bob = confirmed("leads(VT)", "bob@example.org", "es");
    lead("VT", 200, 100);
    MimeMessage told = mail("ann@example.org", 2);
    assertThat(told.getSubject()).isEqualTo("Ascertain: 2020: Donald Trump, it holds");
    assertThat(mail("bob@example.org", 2).getSubject())
        .isEqualTo("Ascertain: 2020: Donald Trump, se cumple");
    assertThat(told.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    String end =
        URI.create(told.getHeader("List-Unsubscribe", null).replaceAll("[<>]", "")).getPath();
    assertThat(get(end).body()).contains("<button>Get no more of these</button>");
    assertThat(state(ann).at("/state").asText()).as("looked at").isEqualTo("live");
    assertThat(click(end).body()).contains("your address was erased");
    assertThat(state(ann).at("/state").asText()).isEqualTo("ended");
    assertThat(state(ann).has("address")).isFalse();
    assertThat(click(end).statusCode()).as("a second click is no error").isEqualTo(200);
    assertThat(click(end.replaceAll("\\.[^.]*$", ".forged")).statusCode()).isEqualTo(404);
    lead("VT", 201, 500);
    // who waits for the same is told of both turns by now; of Ann's, nothing was made
    assertThat(mail("bob@example.org", 4).getSubject()).contains("Joe Biden");
    assertThat(mails("ann@example.org")).hasSize(2);
    assertThat(SignedIn.tree(get("/api/watches/" + ann + "/events").body()).at("/items"))
        .hasSize(1);
    assertThat(state(bob).at("/turns").asInt()).isEqualTo(3);
  }

  @Test
  void who_has_not_said_yes_gets_one_mail_a_day_however_often_somebody_asks() throws Exception {
    HttpResponse<String> made = make("declared", "gil@example.org", "en");
    String opens = SignedIn.tree(made.body()).at("/opens").asText();
    mail("gil@example.org", 1);
    HttpResponse<String> again =
        ask("/api/watches/" + opens + "/test", "POST", "application/json", "");
    assertThat(again.statusCode()).isEqualTo(429);
    assertThat(again.headers().firstValue("Retry-After")).isPresent();
    assertThat(make("leads(VT)", "Gil@example.org", "en").statusCode()).isEqualTo(429);
    ask("/api/watches/" + opens, "DELETE", "application/json", "");
    assertThat(make("declared", "gil@example.org", "en").statusCode()).isEqualTo(429);
    assertThat(mails("gil@example.org")).hasSize(1);
  }

  @Test
  void links_that_were_altered_or_made_for_something_else_do_nothing() throws Exception {
    HttpResponse<String> made = make("declared", "cora@example.org", "en");
    String opens = SignedIn.tree(made.body()).at("/opens").asText();
    String good = link(mail("cora@example.org", 1));
    String altered = good.substring(0, good.length() - 1) + (good.endsWith("A") ? "B" : "A");
    for (String forged :
        List.of(
            altered,
            good + "x",
            good.replace("/confirm/", "/unsubscribe/"),
            "/api/mail/confirm/none",
            "/api/mail/confirm/" + "x".repeat(3_000))) {
      assertThat(get(forged).statusCode()).as(forged).isEqualTo(404);
      assertThat(click(forged).statusCode()).as(forged).isEqualTo(404);
    }
    assertThat(state(opens).at("/state").asText()).isEqualTo("unconfirmed");
    assertThat(click(good).statusCode()).isEqualTo(200);
    assertThat(state(opens).at("/state").asText()).isEqualTo("live");
  }

  @Test
  void an_address_with_line_breaks_or_a_name_is_refused_and_nothing_is_sent() {
    int before = MAILS.getReceivedMessages().length;
    for (String address :
        List.of("dan@example.org\\r\\nBcc: eve@example.org", "Dan <dan@example.org>", "dan")) {
      HttpResponse<String> answer = make("declared", address, "en");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(SignedIn.tree(answer.body()).at("/detail").asText()).contains("mail address");
    }
    assertThat(MAILS.getReceivedMessages()).hasSize(before);
  }

  @Test
  void whoever_is_to_be_written_to_where_a_webhook_fails_is_asked_first() throws Exception {
    HttpResponse<String> made =
        ask(
            RunningDesk.AT + "/watches",
            "POST",
            "application/json",
            """
            {"condition":"declared","endpoint":{"kind":"webhook",\
            "address":"https://nowhere.invalid/hook","contact":"fay@example.org"}}""");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String opens = SignedIn.tree(made.body()).at("/opens").asText();
    assertThat(state(opens).at("/reached").asBoolean()).isFalse();
    String link = link(mail("fay@example.org", 1));
    assertThat(get(link).statusCode()).isEqualTo(200);
    assertThat(state(opens).at("/reached").asBoolean()).isFalse();
    assertThat(click(link).statusCode()).isEqualTo(200);
    assertThat(state(opens).at("/reached").asBoolean()).isTrue();
  }
}
