package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ascertain.watch.HttpPost;
import org.ascertain.watch.WebhookAddress;

/**
 * Posts by the server's own client: it connects to the place that was checked, asks there for the
 * host's certificate and by the host's name, and looks nothing up itself.
 */
final class VertxPost implements HttpPost, AutoCloseable {

  /** Connections to one place; each carries one request at a time. */
  private static final int MOST_TO_ONE_PLACE = 256;

  /** A place that does not answer leaves time for the host's next one. */
  private static final int CONNECTING_MILLIS = 5_000;

  private final HttpClient client;

  VertxPost(Vertx vertx) {
    int seconds = (int) PATIENCE.toSeconds();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(MOST_TO_ONE_PLACE)
                .setConnectTimeout(CONNECTING_MILLIS)
                .setIdleTimeout(seconds)
                .setKeepAliveTimeout(seconds)
                .setVerifyHost(true)
                .setForceSni(true)
                .setMaxHeaderSize(16 << 10));
  }

  @Override
  public Answer post(
      InetSocketAddress place, WebhookAddress address, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(
                    place.getPort(), place.getAddress().getHostAddress()))
            .setHost(address.host())
            .setPort(address.port())
            .setSsl(address.isSecure())
            .setURI(address.target())
            .setFollowRedirects(false);
    headers.forEach(options::putHeader);
    CompletableFuture<Answer> answered = new CompletableFuture<>();
    CompletableFuture<HttpClientRequest> sent = new CompletableFuture<>();
    client
        .request(options)
        .onFailure(answered::completeExceptionally)
        .onSuccess(
            request -> {
              sent.complete(request);
              request
                  .send(Buffer.buffer(body, UTF_8.name()))
                  .onFailure(answered::completeExceptionally)
                  .onSuccess(response -> read(response, answered));
            });
    return await(answered, sent);
  }

  /** Reads the beginning of an answer; what is longer is not waited for. */
  private static void read(HttpClientResponse response, CompletableFuture<Answer> answered) {
    Buffer read = Buffer.buffer();
    response.exceptionHandler(answered::completeExceptionally);
    response.handler(
        piece -> {
          read.appendBuffer(piece);
          if (read.length() <= MOST_ANSWERED || answered.isDone()) return;
          answered.complete(answer(response, read));
          response.request().connection().close();
        });
    response.endHandler(end -> answered.complete(answer(response, read)));
  }

  private static Answer answer(HttpClientResponse response, Buffer read) {
    return new Answer(
        response.statusCode(),
        Optional.ofNullable(response.getHeader("retry-after")),
        read.getString(0, Math.min(read.length(), MOST_ANSWERED)));
  }

  private static Answer await(
      CompletableFuture<Answer> answered, CompletableFuture<HttpClientRequest> sent)
      throws IOException, InterruptedException {
    try {
      return answered.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      var _ = sent.thenAccept(request -> request.connection().close());
      throw new IOException("no answer within %d seconds".formatted(PATIENCE.toSeconds()), late);
    } catch (ExecutionException failed) {
      String why = GuardedWork.said(Objects.requireNonNullElse(failed.getCause(), failed));
      if (!sent.isDone()) throw (IOException) new ConnectException(why).initCause(failed);
      throw new IOException(why, failed);
    }
  }

  @Override
  public void close() {
    var _ = client.close();
  }
}
