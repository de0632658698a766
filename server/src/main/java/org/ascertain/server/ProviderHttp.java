package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How the provider is asked: without following redirects, no longer and for no more than a short
 * document takes, and by http on this machine alone.
 */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {

  private static final Duration TO_CONNECT = Duration.ofSeconds(3);
  private static final Duration TO_ANSWER = Duration.ofSeconds(10);

  /** Bytes of an answer: documents of providers have some thousands. */
  private static final int MOST = 256 << 10;

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]");

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TO_CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    ReadOnlyHTTPResponse answer = send(new HTTPRequest(HTTPRequest.Method.GET, url));
    if (answer.getStatusCode() != 200)
      throw new IOException("%s answers %d".formatted(url, answer.getStatusCode()));
    return new Resource(Objects.requireNonNullElse(answer.getBody(), ""), "application/json");
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
    URI to = asked.getURI();
    boolean isSafe = "https".equals(to.getScheme());
    if (!isSafe && !("http".equals(to.getScheme()) && THIS_MACHINE.contains(to.getHost())))
      throw new IOException("%s is not asked: it is no https".formatted(to));
    HttpRequest.Builder request = HttpRequest.newBuilder(to).timeout(TO_ANSWER);
    String body = asked.getBody();
    request.method(
        asked.getMethod().name(),
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    for (Map.Entry<String, List<String>> header : asked.getHeaderMap().entrySet())
      for (String value : header.getValue()) request.header(header.getKey(), value);
    try {
      HttpResponse<InputStream> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      return answered(to, answer);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", ending);
    }
  }

  private static HTTPResponse answered(URI from, HttpResponse<InputStream> answer)
      throws IOException {
    HTTPResponse told = new HTTPResponse(answer.statusCode());
    try (InputStream in = answer.body()) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) throw new IOException("%s answers too much".formatted(from));
      told.setBody(new String(bytes, UTF_8));
    }
    answer
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> told.setHeader("Content-Type", type));
    return told;
  }
}
