package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A body that is slow, breaks off or is too large. */
@Timeout(30)
class RequestBodyTest {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong nanos = new AtomicLong();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** A stream that gives what the test says. */
  private static final class Stream implements ReadStream<Buffer> {
    private Handler<Buffer> each = buffer -> {};
    private Handler<Throwable> failed = fault -> {};
    private Handler<Void> ended = end -> {};

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
      if (handler != null) failed = handler;
      return this;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
      if (handler != null) each = handler;
      return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
      return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
      return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
      return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
      if (handler != null) ended = handler;
      return this;
    }
  }

  private RequestBody body(Stream stream, long idleSeconds) {
    return new RequestBody(
        stream,
        vertx.getOrCreateContext(),
        10_000,
        new RequestBody.Pace(idleSeconds, 30, 1_000),
        nanos::get);
  }

  @Test
  void what_came_is_read_in_its_order_to_its_end() throws IOException {
    Stream stream = new Stream();
    try (RequestBody body = body(stream, 5)) {
      stream.each.handle(Buffer.buffer("unit,"));
      stream.each.handle(Buffer.buffer("at\n"));
      stream.ended.handle(null);
      assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("unit,at\n");
    }
  }

  @Test
  void fewer_than_a_thousand_bytes_a_second_are_refused_after_the_grace() throws IOException {
    Stream stream = new Stream();
    try (RequestBody body = body(stream, 5)) {
      stream.each.handle(Buffer.buffer("a".repeat(1_000)));
      assertThat(body.readNBytes(1_000)).hasSize(1_000);
      nanos.set(TimeUnit.SECONDS.toNanos(31));
      stream.each.handle(Buffer.buffer("b"));
      assertThatThrownBy(body::read)
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(408));
    }
  }

  @Test
  void a_body_of_which_nothing_comes_is_refused() throws IOException {
    try (RequestBody body = body(new Stream(), 0)) {
      assertThatThrownBy(body::read)
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(408));
    }
  }

  @Test
  void one_that_is_too_large_is_refused_and_one_that_breaks_off_fails() throws IOException {
    Stream large = new Stream();
    try (RequestBody body = body(large, 5)) {
      large.each.handle(Buffer.buffer("a".repeat(10_001)));
      assertThatThrownBy(body::read)
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.json()).contains("D101"));
    }
    Stream broken = new Stream();
    try (RequestBody body = body(broken, 5)) {
      broken.failed.handle(new IOException("closed"));
      assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }
  }
}
