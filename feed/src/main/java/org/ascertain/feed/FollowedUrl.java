package org.ascertain.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/**
 * An address that is asked again and again for what is new, and no more often than it likes: by
 * what it had when it was last taken ({@code ETag}, {@code Last-Modified}), later after each
 * failure, and at the address that it names itself as the next ({@code nextrequest}). Where it was
 * is kept in a file, and only once what came is taken in.
 */
public final class FollowedUrl {

  /** What an address answered. */
  public sealed interface Look {}

  /**
   * Something else than at the last look, in a file that is there until the next.
   *
   * @param hasTurnedBack whether it is what the address had at one of the looks before
   */
  public record New(Path body, boolean hasTurnedBack) implements Look {}

  /** What it had before. */
  public record Same() implements Look {}

  /**
   * Nothing that could be read.
   *
   * @param why in a sentence
   */
  public record Failed(String why) implements Look {}

  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration ANSWERING = Duration.ofMinutes(5);

  /** Between two tries after failures, at most. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  /** So many contents are known again. */
  private static final int MOST_CONTENTS = 100;

  private static final JsonFactory JSON = new JsonFactory();

  private final URI address;
  private final Path memory;
  private final InstantSource clock;
  private final Properties kept = new Properties();
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private int failures;
  private Optional<Duration> asked = Optional.empty();
  private Properties fresh = new Properties();

  /**
   * An address that is followed.
   *
   * @param memory where it is kept how far it was; made when it is first needed
   */
  public FollowedUrl(URI address, Path memory, InstantSource clock) throws IOException {
    this.address = address;
    this.memory = memory;
    this.clock = clock;
    if (Files.exists(memory))
      try (InputStream in = Files.newInputStream(memory)) {
        kept.load(in);
      }
    if (!address.toString().equals(kept.getProperty("address"))) kept.clear();
  }

  /** Asks once. */
  public Look look(Path into) throws IOException, InterruptedException {
    asked = Optional.empty();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(next())
            .timeout(ANSWERING)
            .header("User-Agent", "Ascertain")
            .header("Accept-Encoding", "gzip");
    Optional.ofNullable(kept.getProperty("etag"))
        .ifPresent(tag -> request.header("If-None-Match", tag));
    Optional.ofNullable(kept.getProperty("modified"))
        .ifPresent(when -> request.header("If-Modified-Since", when));
    try {
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return taken(answer, body, into);
      }
    } catch (IOException brokenOff) {
      return failed("no answer: " + DeskSite.why(brokenOff));
    }
  }

  private Look taken(HttpResponse<InputStream> answer, InputStream body, Path into)
      throws IOException {
    if (answer.statusCode() == 304) {
      failures = 0;
      return new Same();
    }
    asked = answer.headers().firstValue("Retry-After").flatMap(this::after);
    if (answer.statusCode() != 200) return failed("it answered " + answer.statusCode());
    MessageDigest digest = sha256();
    Path part = into.resolveSibling(into.getFileName() + ".part");
    try (DigestInputStream in = new DigestInputStream(body, digest)) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(part, into, StandardCopyOption.REPLACE_EXISTING);
    failures = 0;
    fresh = new Properties();
    fresh.setProperty("address", address.toString());
    answer.headers().firstValue("ETag").ifPresent(tag -> fresh.setProperty("etag", tag));
    answer
        .headers()
        .firstValue("Last-Modified")
        .ifPresent(when -> fresh.setProperty("modified", when));
    String content = HexFormat.of().formatHex(digest.digest());
    fresh.setProperty("content", content);
    nextRequest(into).ifPresent(next -> fresh.setProperty("next", next.toString()));
    boolean isSame = content.equals(kept.getProperty("content"));
    List<String> before = new ArrayList<>(List.of(kept.getProperty("before", "").split(" ")));
    boolean wasBefore = before.remove(content);
    before.add(content);
    int first = Math.max(0, before.size() - MOST_CONTENTS);
    fresh.setProperty("before", String.join(" ", before.subList(first, before.size())).strip());
    if (isSame) remember();
    return isSame ? new Same() : new New(into, wasBefore);
  }

  /** What came last is taken in: the next look asks for what is newer. */
  public void remember() throws IOException {
    kept.clear();
    kept.putAll(fresh);
    Path part = memory.resolveSibling(memory.getFileName() + ".part");
    try (var out = Files.newOutputStream(part)) {
      kept.store(out, "How far a followed address was");
    }
    Files.move(part, memory, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** How long to wait before the next look, which was to come so often. */
  public Duration pause(Duration every) {
    if (asked.isPresent() && asked.get().compareTo(every) > 0) return asked.get();
    Duration wait = every;
    for (int i = 0; i < failures && wait.compareTo(LONGEST_WAIT) < 0; i++)
      wait = wait.multipliedBy(2);
    return wait.compareTo(LONGEST_WAIT) > 0 && every.compareTo(LONGEST_WAIT) < 0
        ? LONGEST_WAIT
        : wait;
  }

  private Look failed(String why) {
    failures++;
    return new Failed(why);
  }

  private URI next() {
    return Optional.ofNullable(kept.getProperty("next")).map(URI::create).orElse(address);
  }

  /**
   * The address that a feed in JSON names for the next request, if it lies on the same server: a
   * feed sends nobody elsewhere.
   */
  private Optional<URI> nextRequest(Path body) throws IOException {
    try (BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(body))) {
      raw.mark(2);
      boolean isPacked = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      InputStream in = isPacked ? new GZIPInputStream(raw) : raw;
      try (JsonParser json = JSON.createParser(in)) {
        if (json.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          boolean isIt = json.currentName().equals("nextrequest");
          json.nextToken();
          if (isIt && json.currentToken() == JsonToken.VALUE_STRING)
            return onSameServer(json.getText());
          json.skipChildren();
        }
      }
    } catch (IOException noJson) {
      return Optional.empty(); // what it is, its reader says
    }
    return Optional.empty();
  }

  private Optional<URI> onSameServer(String written) {
    try {
      URI next = address.resolve(written);
      boolean isSame =
          String.valueOf(next.getScheme()).equals(address.getScheme())
              && String.valueOf(next.getAuthority()).equals(address.getAuthority());
      return isSame ? Optional.of(next) : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** Seconds, or a moment (RFC 9110, section 10.2.3). */
  private Optional<Duration> after(String written) {
    try {
      if (written.matches("\\d{1,6}"))
        return Optional.of(Duration.ofSeconds(Long.parseLong(written)));
      ZonedDateTime when = ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(clock.instant(), when.toInstant()));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
