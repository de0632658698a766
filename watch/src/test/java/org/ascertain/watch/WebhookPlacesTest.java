package org.ascertain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ascertain.ledger.Secret;
import org.ascertain.watch.Endpoint.Kind;
import org.ascertain.watch.HttpPost.Answer;
import org.ascertain.watch.Webhooks.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host that has several addresses. */
@Timeout(60)
class WebhookPlacesTest {

  @TempDir private Path folder;
  private final List<String> asked = new ArrayList<>();

  private Sent sent(IOException first, String... addresses) throws InterruptedException {
    DeskKey key = DeskKey.open(folder.resolve("keys").resolve("desk.key"));
    HttpPost post =
        (place, address, headers, body) -> {
          asked.add(place.getAddress().getHostAddress());
          if (asked.size() == 1) throw first;
          return new Answer(204, Optional.empty(), "");
        };
    Webhooks webhooks =
        new Webhooks(key, post, host -> all(addresses), Set.of(), InstantSource.system());
    Endpoint endpoint =
        Endpoint.made(
            "w",
            Secret.random(new SecureRandom()),
            Kind.WEBHOOK,
            "https://hooks.example.org/hook",
            "",
            key.seal(Webhooks.newSecret(), "w"),
            "en",
            false,
            OptionalLong.empty(),
            "network");
    return webhooks.send(endpoint, new Notice("id", "{}"), Optional.empty());
  }

  private static InetAddress[] all(String... addresses) throws UnknownHostException {
    InetAddress[] all = new InetAddress[addresses.length];
    for (int i = 0; i < all.length; i++) all[i] = InetAddress.getByName(addresses[i]);
    return all;
  }

  @Test
  void the_next_is_tried_where_the_first_cannot_be_connected_to() throws InterruptedException {
    assertThat(sent(new ConnectException("refused"), "8.8.8.8", "1.1.1.1"))
        .isInstanceOf(Sent.Answered.class);
    assertThat(asked).containsExactly("8.8.8.8", "1.1.1.1");
  }

  @Test
  void what_was_connected_to_and_broke_off_is_not_sent_to_the_next() throws InterruptedException {
    assertThat(sent(new IOException("broke off"), "8.8.8.8", "1.1.1.1"))
        .isInstanceOf(Sent.NotSent.class);
    assertThat(asked).containsExactly("8.8.8.8");
  }

  @Test
  void one_that_leads_inside_keeps_all_from_being_asked() throws InterruptedException {
    assertThat(sent(new ConnectException("refused"), "8.8.8.8", "10.0.0.1"))
        .isInstanceOf(Sent.NotSent.class);
    assertThat(asked).isEmpty();
  }
}
