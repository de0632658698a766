package org.ascertain.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A published log on a web server. Its files cannot be listed, so a file too many cannot be found
 * there.
 */
public final class LogSite implements LogFiles {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();
  private final String prefix;

  /**
   * @param address where {@code checkpoint} and {@code tile/} lie
   */
  public LogSite(URI address) {
    String text = address.toString();
    this.prefix = text.endsWith("/") ? text : text + "/";
  }

  @Override
  public String place() {
    return prefix;
  }

  @Override
  public Optional<byte[]> read(String path, int limit) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(prefix + path))
            .timeout(PATIENCE)
            .header("Accept-Encoding", "gzip, identity")
            .build();
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() == 404 || answer.statusCode() == 410) return Optional.empty();
        if (answer.statusCode() != 200)
          throw new IOException(prefix + path + " answers " + answer.statusCode());
        boolean zipped =
            answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        byte[] bytes = (zipped ? new GZIPInputStream(body) : body).readNBytes(limit + 1);
        return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(
          new InterruptedIOException("interrupted while reading " + prefix + path));
    }
  }

  @Override
  public Optional<Stream<String>> paths() {
    return Optional.empty();
  }
}
