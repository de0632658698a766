package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.ascertain.desk.Role;
import org.ascertain.desk.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of papers: kept by their hash, for people of the desk, and never a page. */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(180)
class ScanRoutesTest {

  private final RunningDesk desk = new RunningDesk();
  private final SignedIn typist = SignedIn.as("Typist of scans", Role.RECORDER);

  private HttpResponse<String> send(SignedIn who, byte[] bytes, String type, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.address("/scans"))
            .header("Content-Type", type)
            .header("X-Ascertain", "1")
            .header("Cookie", who.cookie)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
    if (more.length > 0) request.headers(more);
    return desk.send(request.build());
  }

  private static byte[] pdf(String text) {
    return ("%PDF-1.7 " + text).getBytes(UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void the_other_typist_and_the_third_see_what_was_handed_in_and_no_reader_does() {
    byte[] bytes = pdf("the certificate of Georgia");
    HttpResponse<String> kept = send(typist, bytes, "application/pdf");
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
    JsonNode told = ProposalRoutesTest.asItsSchemaSays("Scan", SignedIn.tree(kept.body()));
    assertThat(told.at("/scan").asText()).isEqualTo(sha256(bytes));
    assertThat(told.at("/bytes").asInt()).isEqualTo(bytes.length);
    String path = "/scans/" + sha256(bytes);
    for (Role role : new Role[] {Role.RECORDER, Role.REVIEWER, Role.AUDITOR}) {
      HttpResponse<String> shown = SignedIn.as("Other of scans " + role, role).get(path);
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.body().getBytes(UTF_8)).isEqualTo(bytes);
      assertThat(shown.headers().firstValue("Content-Type")).hasValue("application/pdf");
      assertThat(shown.headers().firstValue("Content-Disposition")).hasValue("attachment");
      assertThat(shown.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("sandbox", "default-src 'none'");
    }
    assertThat(SignedIn.as("Keys of scans", Role.ADMINISTRATOR).get(path).statusCode())
        .isEqualTo(403);
    assertThat(desk.get(path).statusCode()).as("a program").isEqualTo(403);
    assertThat(desk.send(HttpRequest.newBuilder(desk.address(path)).build()).statusCode())
        .as("a reader")
        .isEqualTo(401);
    assertThat(desk.get("/record").body()).doesNotContain("the certificate of Georgia");
  }

  @Test
  void the_same_again_is_kept_once_and_the_trail_names_who_handed_it_in() {
    byte[] bytes = pdf("twice");
    assertThat(send(typist, bytes, "application/pdf").statusCode()).isEqualTo(201);
    SignedIn other = SignedIn.as("Second of scans", Role.REVIEWER);
    assertThat(send(other, bytes, "application/pdf").statusCode()).isEqualTo(201);
    SignedIn auditor = SignedIn.as("Auditor of scans", Role.AUDITOR);
    assertThat(auditor.get("/trail").body().lines())
        .filteredOn(line -> line.contains("\"object\":\"scan " + sha256(bytes)))
        .hasSize(1)
        .allMatch(line -> line.contains("\"account\":" + typist.account + ","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "<!doctype html><script>alert(1)</script>",
        " %PDF-1.7 behind a space",
        "%PDF",
        "GIF89a",
        "PK\u0003\u0004",
        ""
      })
  void what_is_no_picture_is_not_kept_whatever_it_says_it_is(String text) {
    for (String type : new String[] {"application/pdf", "image/png", "text/html"}) {
      HttpResponse<String> answer = send(typist, text.getBytes(UTF_8), type);
      assertThat(answer.statusCode()).isEqualTo(415);
      assertThat(typist.get("/scans/" + sha256(text.getBytes(UTF_8))).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void what_it_is_is_told_by_how_it_begins_and_a_name_counts_for_nothing() {
    byte[] picture = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    HttpResponse<String> kept =
        send(
            typist,
            picture,
            "text/html",
            "Content-Disposition",
            "attachment; filename=\"../../../keys/desk.key\"");
    assertThat(SignedIn.tree(kept.body()).at("/type").asText()).isEqualTo("image/png");
    HttpResponse<String> shown = typist.get("/scans/" + sha256(picture));
    assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(shown.headers().map().toString()).doesNotContain("desk.key");
  }

  @Test
  void a_form_with_a_file_is_not_taken() {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../x.pdf\"\r\n\r\n%PDF-1.7 x\r\n--b--\r\n";
    assertThat(send(typist, form.getBytes(UTF_8), "multipart/form-data; boundary=b").statusCode())
        .isEqualTo(415);
  }

  @Test
  void one_that_is_too_large_is_refused_and_one_as_large_as_may_be_is_kept() {
    byte[] most = new byte[Scan.MOST_BYTES];
    Arrays.fill(most, (byte) ' ');
    System.arraycopy(pdf("large"), 0, most, 0, pdf("large").length);
    assertThat(send(typist, most, "application/pdf").statusCode()).isEqualTo(201);
    byte[] more = Arrays.copyOf(most, most.length + 1);
    assertThat(send(typist, more, "application/pdf").statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({"administrator", "auditor"})
  void who_does_not_type_hands_in_no_picture(String role) {
    SignedIn who = SignedIn.as("No typist " + role, Role.of(role).orElseThrow());
    assertThat(send(who, pdf("no"), "application/pdf").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..%2f..%2fdesk.db", "%00", "abc", "'%20or%201=1", "0"})
  void a_forged_hash_opens_nothing(String hash) {
    assertThat(typist.get("/scans/" + hash).statusCode()).isEqualTo(404);
  }
}
