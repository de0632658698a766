package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** Asks the server under test, as a browser would, or as nobody should. */
final class Client {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base =
      URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));

  /** Asks for a path; headers are names and values in turn. */
  HttpResponse<String> get(String path, String... headers) {
    return ask(base.resolve(path), headers);
  }

  /** The bytes at a path, as of a picture. */
  byte[] bytes(String path) throws IOException {
    try (InputStream answer = base.resolve(path).toURL().openStream()) {
      return answer.readAllBytes();
    }
  }

  /** Asks on the port for whoever runs the server. */
  HttpResponse<String> management(String path) {
    int port = CDI.current().select(HttpServer.class).get().getManagementPort();
    return ask(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> ask(URI path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(path).timeout(LONGEST);
    for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException broken) {
      throw new AssertionError(path.toString(), broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError(path.toString(), stop);
    }
  }

  /** Sends bytes as they are and gives what comes back until the server closes. */
  String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(20));
    return socket;
  }
}
