package org.ascertain.server;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it arrives, for a thread that may wait. Little of it is held: the sender
 * waits while nobody reads. One that is too large or too slow is refused, and one that breaks off
 * fails.
 */
final class RequestBody extends InputStream {

  /** A short body and its end come unasked. */
  private static final int FIRST = 2;

  /** How many pieces are asked for at a time. */
  private static final int MORE = 16;

  /** How long nothing may come. */
  static final long IDLE_SECONDS = 30;

  /**
   * How slowly a body may come.
   *
   * @param idleSeconds how long nothing may come
   * @param graceSeconds from when on how much has come is held against the clock
   * @param floor how many bytes a second have to come at least
   */
  record Pace(long idleSeconds, long graceSeconds, long floor) {
    static final Pace USUAL = new Pace(IDLE_SECONDS, 30, 1_000);
  }

  /** What comes after the last bytes. */
  private record End() {}

  private final LinkedBlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
  private final ReadStream<Buffer> stream;
  private final Context context;
  private final long most;
  private final Pace pace;
  private final LongSupplier nanos;
  private final long began;
  private long size;
  private Buffer current = Buffer.buffer();
  private int next;
  private int asked = FIRST;
  private int low = 0;
  private boolean ended;

  /**
   * @param stream that is paused
   * @param context whose thread the stream is used by
   */
  RequestBody(ReadStream<Buffer> stream, HttpServerRequest request, Context context, long most) {
    this(stream, context, most, Pace.USUAL, System::nanoTime);
    request.exceptionHandler(arrived::add);
  }

  RequestBody(
      ReadStream<Buffer> stream, Context context, long most, Pace pace, LongSupplier nanos) {
    this.pace = pace;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.stream = stream;
    this.context = context;
    this.most = most;
    stream.handler(arrived::add);
    stream.exceptionHandler(arrived::add);
    stream.endHandler(done -> arrived.add(new End()));
    context.runOnContext(go -> stream.fetch(FIRST));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) return 0;
    while (next == current.length()) {
      if (ended) return -1;
      await();
    }
    int n = Math.min(length, current.length() - next);
    current.getBytes(next, next + n, bytes, from);
    next += n;
    return n;
  }

  private void await() throws IOException {
    Object came = poll();
    if (came == null)
      throw new Refusal(
              408,
              "Nothing comes",
              "For %d seconds nothing came; nothing was taken in.".formatted(pace.idleSeconds()))
          .with("Connection", "close");
    if (came instanceof Throwable broken)
      throw new IOException("the request broke off: " + GuardedWork.said(broken), broken);
    if (came instanceof End) {
      ended = true;
      return;
    }
    current = (Buffer) came;
    next = 0;
    size += current.length();
    asked--;
    if (asked <= low) askForMore();
    if (size > most) throw DeskRefusals.tooLarge(size, most);
    long seconds = (nanos.getAsLong() - began) / 1_000_000_000;
    if (seconds > pace.graceSeconds() && size < pace.floor() * seconds)
      throw new Refusal(
              408,
              "Too slow",
              "%,d bytes came in %d seconds; the least is %,d bytes a second. Nothing was taken in."
                  .formatted(size, seconds, pace.floor()))
          .with("Connection", "close");
  }

  private void askForMore() {
    asked += MORE;
    low = MORE / 2;
    context.runOnContext(go -> stream.fetch(MORE));
  }

  private @Nullable Object poll() throws InterruptedIOException {
    try {
      return arrived.poll(pace.idleSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server ends");
    }
  }
}
