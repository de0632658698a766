package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.ascertain.watch.DeskKey.Purpose;
import org.ascertain.watch.HttpPost.Answer;
import org.ascertain.watch.MailText.Written;
import org.ascertain.watch.Webhooks.Sent;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/**
 * Tells notices by mail, as text and as HTML. Nobody gets more than one mail before they have
 * confirmed that they want them, and every mail says how to end it, with one click too (RFC 8058).
 */
public final class WatchMail {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int LONGEST = 254; // RFC 5321, 4.5.3.1.3, less the brackets

  /** How long a link that confirms is good. */
  private static final Duration GOOD_FOR = Duration.ofDays(7);

  /** RFC 8058 links do not end. */
  private static final Instant NEVER = Instant.ofEpochSecond(99_999_999_999L);

  /** The codes of SMTP that stand for what webhooks answer. */
  private static final int TAKEN = 250;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A server of mail.
   *
   * @param from whose mails they are, as an address
   */
  public record Server(String host, int port, String from) {}

  private final Server server;
  private final DeskKey key;
  private final String site;
  private final InstantSource clock;
  private final Session session;

  /**
   * @param site the address of this server as the world knows it, without a slash at its end
   */
  public WatchMail(Server server, DeskKey key, String site, InstantSource clock) {
    this.server = server;
    this.key = key;
    this.site = site;
    this.clock = clock;
    Properties settings = new Properties();
    String millis = Long.toString(PATIENCE.toMillis());
    settings.setProperty("mail.smtp.host", server.host());
    settings.setProperty("mail.smtp.port", Integer.toString(server.port()));
    settings.setProperty("mail.smtp.starttls.enable", "true");
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    settings.setProperty("mail.smtp.connectiontimeout", millis);
    settings.setProperty("mail.smtp.timeout", millis);
    settings.setProperty("mail.smtp.writetimeout", millis);
    this.session = Session.getInstance(settings);
  }

  /** Why an address is none that can be written to; empty where it is one. */
  public static Optional<String> unfit(String address) {
    if (address.chars().anyMatch(c -> c < ' ' || c == 0x7f))
      return Optional.of("A mail address has no line breaks or other control characters.");
    if (address.length() > LONGEST)
      return Optional.of("A mail address has %d characters at most.".formatted(LONGEST));
    try {
      InternetAddress read = new InternetAddress(address, true);
      read.validate();
      boolean isPlain = address.equals(read.getAddress()) && address.indexOf('@') > 0;
      return isPlain && !read.isGroup()
          ? Optional.empty()
          : Optional.of("A mail address is written alone, as ann@example.org, without a name.");
    } catch (AddressException e) {
      return Optional.of("This is no mail address.");
    }
  }

  /** Asks somebody whether they want to be told. */
  public Sent confirm(Endpoint endpoint, String condition) {
    String link = link(Purpose.CONFIRM, endpoint, endpoint.address(), "confirm");
    return send(
        endpoint.address(),
        TurnId.of("confirm", endpoint.watch(), clock.instant().toString()),
        MailText.confirm(endpoint.language(), condition, link));
  }

  /** Asks somebody whether they want to be written to where a webhook fails. */
  public Sent reach(Endpoint endpoint, String condition) {
    String link = link(Purpose.REACH, endpoint, endpoint.contact(), "confirm");
    return send(
        endpoint.contact(),
        TurnId.of("reach", endpoint.watch(), clock.instant().toString()),
        MailText.reach(endpoint.language(), condition, link));
  }

  /** Tells that a webhook fails. */
  void warn(Endpoint endpoint, String why) {
    var _ =
        send(
            endpoint.contact(),
            TurnId.of("warn", endpoint.watch(), clock.instant().toString()),
            MailText.warning(endpoint.language(), endpoint.address(), why));
  }

  /**
   * Sends a notice, once; its id is the mail's.
   *
   * @param untold the id of the turn before it, where that could not be told
   */
  Sent send(Endpoint endpoint, Notice notice, Optional<String> untold) {
    JsonNode read;
    try {
      read = JSON.readTree(notice.body());
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a notice that was made is no JSON", broken);
    }
    String address = endpoint.address();
    String end = link(Purpose.UNSUBSCRIBE, endpoint, address, "unsubscribe");
    String page = site + "/watch.html#notice=" + notice.id();
    return send(
        address, notice.id(), MailText.notice(endpoint.language(), read, untold, page, end));
  }

  private String link(Purpose purpose, Endpoint endpoint, String address, String path) {
    Instant until = purpose == Purpose.UNSUBSCRIBE ? NEVER : clock.instant().plus(GOOD_FOR);
    return site + "/api/mail/" + path + "/" + key.link(purpose, endpoint.watch(), address, until);
  }

  private Sent send(String to, String id, Written written) {
    long begun = clock.millis();
    try {
      MimeMessage mail = message(to, id, written);
      Transport.send(mail);
      return new Sent.Answered(
          new Answer(TAKEN, Optional.empty(), "taken by " + server.host()), clock.millis() - begun);
    } catch (SendFailedException refused) {
      return new Sent.Answered(
          new Answer(status(refused), Optional.empty(), said(refused)), clock.millis() - begun);
    } catch (MessagingException failed) {
      return new Sent.NotSent(said(failed), clock.millis() - begun);
    }
  }

  private static int status(SendFailedException refused) {
    for (Exception at = refused;
        at instanceof MessagingException each;
        at = each.getNextException())
      if (each instanceof SMTPAddressFailedException failed) return failed.getReturnCode();
    return 550;
  }

  private static String said(MessagingException failed) {
    return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
  }

  private MimeMessage message(String to, String id, Written written) throws MessagingException {
    String host = server.from().substring(server.from().indexOf('@') + 1);
    MimeMessage mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@" + host + ">");
          }
        };
    mail.setFrom(new InternetAddress(server.from(), true));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    mail.setSubject(written.subject(), UTF_8.name());
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (written.end().isPresent()) {
      mail.setHeader("List-Unsubscribe", "<" + written.end().get() + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(written.text(), UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(written.html(), UTF_8.name(), "html");
    MimeMultipart both = new MimeMultipart("alternative", plain, html);
    mail.setContent(both);
    return mail;
  }
}
