package org.ascertain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.ascertain.election.Washington;
import org.ascertain.ledger.Secret;
import org.ascertain.postgres.ScratchStores;
import org.ascertain.watch.DeskKey.Purpose;
import org.ascertain.watch.Endpoint.Kind;
import org.ascertain.watch.Endpoint.State;
import org.ascertain.watch.WatchStore.Watch;
import org.ascertain.watch.Webhooks.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails reach a server of mail; nobody gets one unasked, and one click ends them. */
@Timeout(120)
class WatchMailTest {

  private static final String SITE = "https://results.example.org";
  private static final String ANN = "ann@example.org";
  private static final String ID = TurnId.of("a watch");
  private static final String ON =
      """
      {"type":"ascertain.watch.on","timestamp":"2028-12-18T17:30:00-05:00","data":{\
      "election":"us-president-2028","watch":"%s","turn":"t","seq":1,"condition":"voted >= majority",\
      "candidate":"a","name":"Anna <Adams> & Co","since":"2028-12-18T17:30:00-05:00",\
      "known":"2028-12-18T17:30:00-05:00","entries":[9],"by":9,\
      "canBeUndone":"It can be undone only by a correction.",\
      "canBeUndoneEs":"Solo puede deshacerlo una correcci\u00f3n."}}\
      """
          .formatted(ID);

  @TempDir private Path folder;
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private WatchStore store;
  private DeskKey key;
  private Instant now = Instant.now();

  @BeforeEach
  void open() {
    server.start();
    store = WatchStore.open(ScratchStores.in(folder));
    key = DeskKey.open(folder.resolve("keys").resolve("desk.key"));
  }

  @AfterEach
  void close() {
    store.close();
    server.stop();
  }

  private WatchMail mail() {
    return new WatchMail(
        new WatchMail.Server("127.0.0.1", server.getSmtp().getPort(), "results@example.org"),
        key,
        SITE,
        () -> now);
  }

  private Endpoint watch(String language) {
    Endpoint made =
        Endpoint.made(
            ID,
            Secret.random(new SecureRandom()),
            Kind.MAIL,
            ANN,
            "",
            "",
            language,
            false,
            OptionalLong.empty(),
            "network");
    store.keep(
        "server",
        "us-president-2028",
        Optional.of(new Watch(ID, "server", "us-president-2028", "voted >= majority", 1, 0)),
        Optional.of(made),
        List.of(),
        new WatchStore.Cursor(1, 0),
        now);
    return made;
  }

  private MimeMessage only() {
    MimeMessage[] all = server.getReceivedMessages();
    assertThat(all).hasSize(1);
    return all[0];
  }

  private static String part(MimeMessage mail, int place) throws MessagingException, IOException {
    BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(place);
    return (String) part.getContent();
  }

  /** The end of the link in a mail's text. */
  private static String link(MimeMessage mail) throws MessagingException, IOException {
    return part(mail, 0).replaceAll("(?s).*/api/mail/\\w+/(\\S+).*", "$1");
  }

  private Optional<MailLink> read(String link, boolean isEnd) {
    return MailLink.read(link, isEnd, key, store, now);
  }

  private State state() {
    return store.endpoints().of(ID).orElseThrow().state();
  }

  @Test
  void a_notice_comes_as_text_and_html_with_one_click_to_end_it() throws Exception {
    Endpoint to = watch("en");
    Sent sent = mail().send(to, new Notice(TurnId.of("turn"), ON), Optional.empty());
    assertThat(sent).isInstanceOf(Sent.Answered.class);
    MimeMessage mail = only();
    assertThat(mail.getSubject()).isEqualTo("Ascertain: 2028: Anna <Adams> & Co, it holds");
    assertThat(mail.getMessageID()).isEqualTo("<" + TurnId.of("turn") + "@example.org>");
    assertThat(GreenMailUtil.getAddressList(mail.getAllRecipients())).isEqualTo(ANN);
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String end = mail.getHeader("List-Unsubscribe")[0];
    assertThat(end).startsWith("<" + SITE + "/api/mail/unsubscribe/").endsWith(">");
    assertThat(part(mail, 0))
        .contains("Condition: voted >= majority", "By entry: 9")
        .contains(SITE + "/watch.html#notice=" + TurnId.of("turn"));
    assertThat(part(mail, 1))
        .contains("Anna &lt;Adams&gt; &amp; Co", "voted &gt;= majority")
        .doesNotContain("<Adams>");
    String link = end.replaceAll(".*/unsubscribe/(.*)>", "$1");
    assertThat(read(link, true)).isPresent();
    read(link, true).orElseThrow().follow(store);
    assertThat(state()).isEqualTo(State.ENDED);
    assertThat(store.endpoints().of(ID).orElseThrow().address()).as("erased").isEmpty();
    assertThat(read(link, true)).as("a second click is no error").isPresent();
  }

  @Test
  void in_spanish_it_is_spanish() throws Exception {
    var _ = mail().send(watch("es"), new Notice(TurnId.of("turn"), ON), Optional.of("before"));
    assertThat(only().getSubject()).isEqualTo("Ascertain: 2028: Anna <Adams> & Co, se cumple");
    assertThat(part(only(), 0))
        .contains(
            "Condici\u00f3n: voted",
            "Solo puede deshacerlo",
            "El aviso anterior a este no se pudo entregar: before");
  }

  @Test
  void nobody_is_told_before_they_have_said_yes() throws Exception {
    Endpoint to = watch("en");
    var _ = mail().confirm(to, "voted >= majority");
    assertThat(state()).isEqualTo(State.UNCONFIRMED);
    String link = link(only());
    assertThat(read(link, true)).as("it confirms, and ends nothing").isEmpty();
    assertThat(state()).as("to look at it does nothing").isEqualTo(State.UNCONFIRMED);
    read(link, false).orElseThrow().follow(store);
    assertThat(state()).isEqualTo(State.LIVE);
  }

  @Test
  void a_link_that_was_altered_is_for_another_or_has_expired_does_nothing() throws Exception {
    Endpoint to = watch("en");
    var _ = mail().confirm(to, "voted >= majority");
    String good = link(only());
    String[] parts = good.split("\\.", -1);
    String later = parts[0] + "." + (Long.parseLong(parts[1]) + 86_400) + "." + parts[2];
    String another = TurnId.of("another") + "." + parts[1] + "." + parts[2];
    String end = key.link(Purpose.UNSUBSCRIBE, ID, ANN, now.plusSeconds(60));
    String elsewhere = key.link(Purpose.CONFIRM, ID, "eve@example.org", now.plusSeconds(60));
    String byAnother =
        DeskKey.open(folder.resolve("other").resolve("desk.key"))
            .link(Purpose.CONFIRM, ID, ANN, now.plusSeconds(60));
    for (String forged :
        List.of(
            later,
            another,
            end,
            elsewhere,
            byAnother,
            "",
            ".",
            "..",
            good + "x",
            good.substring(1),
            parts[0] + "." + parts[1] + ".",
            parts[0] + ".99999999999999999999." + parts[2],
            "x".repeat(100_000),
            good.replace('.', '/'))) assertThat(read(forged, false)).as(forged).isEmpty();
    assertThat(read(good, true)).isEmpty();
    assertThat(read(good, false)).isPresent();
    now = now.plus(Duration.ofDays(8));
    assertThat(read(good, false)).as("expired").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.org\r\nBcc: eve@example.org",
        "ann@example.org\nSubject: x",
        "ann\r@example.org",
        "ann@example.org\u0000",
        "Ann <ann@example.org>",
        "\"Ann\r\nBcc: eve@example.org\" <ann@example.org>",
        "ann@example.org, eve@example.org",
        "list: ann@example.org;",
        "ann",
        "@example.org",
        "ann@",
        "ann@@example.org",
        "",
        " ann@example.org"
      })
  void what_is_no_plain_address_is_refused_with_a_sentence(String address) {
    assertThat(WatchMail.unfit(address)).isPresent();
  }

  @Test
  void a_plain_address_is_taken_and_one_too_long_is_not() {
    assertThat(WatchMail.unfit(ANN)).isEmpty();
    assertThat(WatchMail.unfit("ann+watch@sub.example.org")).isEmpty();
    assertThat(WatchMail.unfit("a".repeat(300) + "@example.org")).isPresent();
  }

  @Test
  void a_server_of_mail_that_is_away_is_told_of_as_such() {
    Endpoint to = watch("en");
    WatchMail mail = mail();
    server.stop();
    assertThat(mail.send(to, new Notice(TurnId.of("turn"), ON), Optional.empty()))
        .isInstanceOf(Sent.NotSent.class);
  }

  @Test
  void whoever_owns_a_webhook_is_written_to_at_the_fifth_failure_and_before_it_is_disabled()
      throws Exception {
    String id = TurnId.of("a webhook");
    Endpoint made =
        Endpoint.made(
            id,
            Secret.random(new SecureRandom()),
            Kind.WEBHOOK,
            "https://hooks.example.org/",
            ANN,
            key.seal(Webhooks.newSecret(), id),
            "en",
            false,
            OptionalLong.empty(),
            "network");
    store.keep(
        "server",
        "us-president-2028",
        Optional.of(new Watch(id, "server", "us-president-2028", "declared", 1, 0)),
        Optional.of(made),
        List.of(),
        new WatchStore.Cursor(1, 0),
        now);
    store.endpoints().confirm(id);
    for (int i = 1; i <= 8; i++)
      store.keep(id, i, new Notice(TurnId.of("turn", "" + i), "{\"seq\":" + i + "}"), now);
    var _ = mail().reach(made, "declared");
    read(link(only()), false).orElseThrow().follow(store);
    assertThat(store.endpoints().of(id).orElseThrow().reached()).isTrue();
    Messenger messenger =
        new Messenger(
            store,
            new Webhooks(
                key,
                (place, address, headers, body) -> {
                  throw new IOException("no answer");
                },
                host -> new InetAddress[] {InetAddress.getByName("8.8.8.8")},
                Set.of(),
                () -> now),
            Optional.of(mail()),
            () -> now,
            new Random(1));
    fail(messenger, 4);
    assertThat(server.getReceivedMessages()).as("the question alone").hasSize(1);
    fail(messenger, 1);
    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(server.getReceivedMessages()[1].getSubject()).contains("A webhook fails");
    now = now.plus(Duration.ofDays(6));
    fail(messenger, 1);
    assertThat(server.getReceivedMessages()).hasSize(3);
    assertThat(store.endpoints().of(id).orElseThrow().state()).isEqualTo(State.DISABLED);
  }

  private void fail(Messenger messenger, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      now = now.plus(Duration.ofHours(4));
      Deliveries deliveries = store.deliveries();
      long nanos = Washington.nanos(now);
      List<Deliveries.Due> due = new ArrayList<>();
      due.addAll(deliveries.take("server", nanos, Duration.ofMinutes(1), 1));
      due.addAll(deliveries.takeFailing("server", nanos, Duration.ofMinutes(1), 1));
      deliveries.settle(List.of(messenger.tell(due.getFirst())));
    }
  }
}
