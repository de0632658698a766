package org.ascertain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.ascertain.watch.WebhookAddress.Place;
import org.ascertain.watch.WebhookAddress.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a stranger writes down as an address leads inside. */
@Timeout(60)
class WebhookAddressTest {

  private static final Set<String> NONE = Set.of();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.org/",
        "ftp://hooks.example.org/",
        "file:///etc/passwd",
        "gopher://hooks.example.org/",
        "javascript:alert(1)",
        "hooks.example.org",
        "//hooks.example.org/",
        "https://",
        "https:///path",
        "https://user@hooks.example.org/",
        "https://user:secret@hooks.example.org/",
        "https://hooks.example.org@127.0.0.1/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://017700000001/",
        "https://127.0.0.1.:443/",
        "https://8.8.8.8/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fe80::1%25eth0]/",
        "https://[2606:4700::1111]/",
        "https://localhost/",
        "https://intranet/",
        "https://hooks.example.org./",
        "https://hooks..example.org/",
        "https://hooks.example.org:22/",
        "https://hooks.example.org:25/",
        "https://hooks.example.org:80/",
        "https://hooks.example.org:1023/",
        "https://hooks.example.org:0/",
        "https://hooks.example.org:65536/",
        "https://hooks.example.org:99999999999/",
        "https://hooks.example.org\\@127.0.0.1/",
        "https://hooks.example.org /",
        "https://hooks.example.org/\r\nHost: inside",
        "https://hooks.example.org/\nx",
        "https://hooks.exam\u0000ple.org/",
        "https://\uff11\uff12\uff17.0.0.1/",
        "https://127\u30020\u30020\u30021/",
        "https://\u24d6.example.org/"
      })
  void what_is_no_address_of_a_named_host_by_https_is_refused(String text) {
    assertThat(WebhookAddress.read(text, NONE)).isInstanceOf(Reading.Barred.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.org",
        "https://hooks.example.org/a?b=c",
        "HTTPS://HOOKS.Example.ORG:443/",
        "https://hooks.example.org:8443/x",
        "https://xn--bcher-kva.example/"
      })
  void a_named_host_by_https_is_taken(String text) {
    assertThat(WebhookAddress.read(text, NONE)).isInstanceOf(Reading.Good.class);
  }

  @Test
  void an_address_of_a_megabyte_is_refused() {
    assertThat(WebhookAddress.read("https://hooks.example.org/" + "a".repeat(1 << 20), NONE))
        .isInstanceOf(Reading.Barred.class);
  }

  private static WebhookAddress address() {
    return ((Reading.Good) WebhookAddress.read("https://hooks.example.org/", NONE)).address();
  }

  private static InetAddress[] at(String... addresses) throws UnknownHostException {
    InetAddress[] all = new InetAddress[addresses.length];
    for (int i = 0; i < all.length; i++) all[i] = InetAddress.getByName(addresses[i]);
    return all;
  }

  @Test
  void one_address_that_leads_inside_bars_the_host() {
    assertThat(address().place(host -> at("8.8.8.8", "10.0.0.1"), NONE))
        .isInstanceOf(Place.Barred.class);
    assertThat(address().place(host -> at("2606:4700::1111", "::1"), NONE))
        .isInstanceOf(Place.Barred.class);
    assertThat(address().place(host -> at(), NONE)).isInstanceOf(Place.Barred.class);
  }

  @Test
  void a_name_that_means_another_address_at_the_second_look_is_looked_at_again_and_refused()
      throws UnknownHostException {
    Deque<InetAddress[]> answers = new ArrayDeque<>(List.of(at("8.8.8.8"), at("127.0.0.1")));
    assertThat(address().place(host -> answers.removeFirst(), NONE))
        .isInstanceOfSatisfying(
            Place.Found.class,
            found ->
                assertThat(found.at())
                    .singleElement()
                    .extracting(at -> at.getAddress().getHostAddress())
                    .isEqualTo("8.8.8.8"));
    assertThat(answers).as("one look a try: what was checked is what is connected to").hasSize(1);
    assertThat(address().place(host -> answers.removeFirst(), NONE))
        .isInstanceOf(Place.Barred.class);
  }

  @Test
  void a_host_that_is_allowed_may_be_anywhere_and_without_tls() {
    Set<String> allowed = Set.of("127.0.0.1");
    Reading read = WebhookAddress.read("http://127.0.0.1:9999/hook", allowed);
    assertThat(read).isInstanceOf(Reading.Good.class);
    assertThat(((Reading.Good) read).address().place(host -> at("127.0.0.1"), allowed))
        .isInstanceOf(Place.Found.class);
    assertThat(WebhookAddress.read("http://127.0.0.2:9999/hook", allowed))
        .isInstanceOf(Reading.Barred.class);
  }
}
