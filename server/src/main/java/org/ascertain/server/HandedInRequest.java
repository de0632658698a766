package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;
import org.ascertain.desk.Body;
import org.ascertain.desk.ForeignForm;
import org.ascertain.desk.Form;
import org.ascertain.desk.HandedIn;
import org.ascertain.desk.Layout;
import org.ascertain.desk.Sender;
import org.ascertain.exchange.Content;

/** A request by which rows are handed in: its form, its key, its body. */
final class HandedInRequest {

  private static final String JSON = "application/json";
  private static final String TABLE = "text/csv";
  private static final String PARTS = "multipart/form-data";

  /** How many bytes a body may unpack to. */
  private static final long MOST_UNPACKED = 200L << 20;

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final Routes route;
  private final Optional<CompletableFuture<HttpServerFileUpload>> part;

  /** The body of a request that is no form: a short one has come by the time that it is read. */
  private final Optional<RequestBody> whole;

  /** Whether a form has a part that is not read. */
  private volatile boolean hasFurtherFile = false;

  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** Takes hold of a request on the thread that it came on; its body waits. */
  HandedInRequest(RoutingContext context, Routes route) {
    this.context = context;
    this.request = context.request();
    this.route = route;
    this.part = type().equals(PARTS) ? Optional.of(firstPart()) : Optional.empty();
    request.pause();
    this.whole = part.isPresent() ? Optional.empty() : Optional.of(body(request));
  }

  private RequestBody body(ReadStream<Buffer> stream) {
    return new RequestBody(stream, request, RequestThread.of(context), route.mostBytes);
  }

  private CompletableFuture<HttpServerFileUpload> firstPart() {
    CompletableFuture<HttpServerFileUpload> first = new CompletableFuture<>();
    request.setExpectMultipart(true);
    request.uploadHandler(
        upload -> {
          upload.pause();
          if (first.complete(upload)) return;
          hasFurtherFile = true;
          upload.resume();
        });
    request.exceptionHandler(
        broken -> {
          first.completeExceptionally(broken);
          ended.completeExceptionally(broken);
        });
    request.endHandler(
        done -> {
          first.completeExceptionally(new Refusal(400, "No file", "No part is a file."));
          ended.complete(null);
        });
    return first;
  }

  private String type() {
    String type = Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_TYPE), "");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the whole of it.
   *
   * @throws Refusal saying why not
   * @throws IOException if it breaks off
   */
  HandedIn read(Sender sender) throws IOException {
    Optional<String> key = Optional.ofNullable(request.getHeader("Idempotency-Key"));
    if (key.filter(k -> k.isBlank() || k.length() > HandedIn.LONGEST_KEY).isPresent())
      throw new Refusal(400, "Unfit key", "A key has 1 to 100 characters.");
    requireRoom();
    Optional<String> label = Optional.empty();
    Layout form = route == Routes.FILES ? ForeignAddress.form(context.queryParams()) : form(type());
    if (form instanceof ForeignForm foreign)
      label = Optional.of(foreign.fileName()).filter(name -> !name.isBlank());
    if (whole.isPresent()) return new HandedIn(sender, form, taken(whole.get()), key, label);
    HttpServerFileUpload upload = first(part.orElseThrow());
    label = Optional.ofNullable(upload.filename()).filter(name -> !name.isBlank());
    Body file = taken(body(upload));
    try {
      requireNothingElse();
      return new HandedIn(sender, form, file, key, label);
    } catch (Refusal | IOException refused) {
      file.close();
      throw refused;
    }
  }

  private Body taken(RequestBody body) throws IOException {
    try (InputStream unpacked = unpacked(body)) {
      Body taken = Body.of(unpacked);
      if (route == Routes.FILES) requireRoomUnpacked(taken);
      return taken;
    }
  }

  /** What is packed in itself its reader unpacks, and tells what of it is cut off. */
  private static void requireRoomUnpacked(Body body) throws IOException {
    Content content = body::raw;
    byte[] piece = new byte[1 << 14];
    long size = 0;
    try (InputStream in = content.unpacked()) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        size += n;
        if (size <= MOST_UNPACKED) continue;
        body.close();
        throw DeskRefusals.tooLarge(size, MOST_UNPACKED);
      }
    } catch (EOFException | ZipException cutOff) {
      // its reader says so
    }
  }

  /** What is not read must not look as if it had been. */
  private void requireNothingElse() throws IOException {
    await(ended);
    if (hasFurtherFile)
      throw new Refusal(
          400, "Two files", "The form has more than one file; send each in a request of its own.");
  }

  /**
   * Reads a body of JSON.
   *
   * @throws Refusal saying why not
   * @throws IOException if it breaks off
   */
  String json() throws IOException {
    requireRoom();
    if (!type().equals(JSON)) throw unfit(type(), "JSON (application/json)");
    try (InputStream unpacked = unpacked(whole.orElseThrow())) {
      return new String(unpacked.readAllBytes(), UTF_8);
    }
  }

  /**
   * Reads a body of bytes, as it is.
   *
   * @throws Refusal saying why not
   * @throws IOException if it breaks off
   */
  byte[] bytes() throws IOException {
    requireRoom();
    if (whole.isEmpty()) throw unfit(type(), "the file itself as its body");
    return whole.get().readAllBytes();
  }

  /**
   * Reads the whole of it, unpacked where it was packed.
   *
   * @param most how many bytes it may have
   * @throws Refusal saying why not
   * @throws IOException if it breaks off
   */
  byte[] unpacked(long most) throws IOException {
    requireRoom(most);
    if (whole.isEmpty()) throw unfit(type(), "a body that is no form");
    try (InputStream in = unpacked(whole.get(), most)) {
      byte[] bytes = in.readNBytes((int) most + 1);
      if (bytes.length > most) throw DeskRefusals.tooLarge(bytes.length, most);
      return bytes;
    }
  }

  private HttpServerFileUpload first(CompletableFuture<HttpServerFileUpload> part)
      throws IOException {
    RequestThread.of(context).runOnContext(go -> request.resume());
    return await(part);
  }

  private static <T> T await(CompletableFuture<T> coming) throws IOException {
    try {
      return coming.get(RequestBody.IDLE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Refusal refusal) throw refusal;
      throw new IOException("the request broke off", failed);
    } catch (TimeoutException late) {
      throw new Refusal(408, "Nothing comes", "No part came; nothing was taken in.");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("the server ends", stop);
    }
  }

  /** A body that says that it is too long is not waited for. */
  private void requireRoom() {
    requireRoom(route.mostBytes);
  }

  private void requireRoom(long most) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) return;
    long bytes = length.length() > 15 ? Long.MAX_VALUE : Long.parseLong(length);
    if (bytes > most) throw DeskRefusals.tooLarge(bytes, most);
  }

  private Form form(String type) {
    boolean isTable = route == Routes.RETURNS;
    return switch (type) {
      case TABLE, PARTS, "" -> {
        if (isTable) yield Form.TABLE;
        throw unfit(type, "JSON (application/json) or JSON Lines (application/jsonl)");
      }
      case JSON -> {
        if (!isTable) yield Form.LIST;
        throw unfit(type, "CSV (text/csv), or a form with a file (multipart/form-data)");
      }
      case "application/jsonl", "application/x-ndjson" -> {
        if (!isTable) yield Form.LINES;
        throw unfit(type, "CSV (text/csv), or a form with a file (multipart/form-data)");
      }
      default ->
          throw unfit(
              type,
              isTable
                  ? "CSV (text/csv), or a form with a file (multipart/form-data)"
                  : "JSON (application/json) or JSON Lines (application/jsonl)");
    };
  }

  private static Refusal unfit(String type, String due) {
    return new Refusal(
            415,
            "Unsupported type",
            "This address takes %s, not '%s'.".formatted(due, Refusal.quote(type)))
        .with("Connection", "close");
  }

  private InputStream unpacked(InputStream body) throws IOException {
    return unpacked(body, MOST_UNPACKED);
  }

  private InputStream unpacked(InputStream body, long most) throws IOException {
    String packed =
        Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_ENCODING), "identity");
    return switch (packed.toLowerCase(Locale.ROOT)) {
      case "identity" -> body;
      case "gzip" -> new Unpacked(body, most);
      default ->
          throw new Refusal(
                  415, "Unsupported encoding", "A body may be packed by gzip, and by nothing else.")
              .with("Accept-Encoding", "gzip")
              .with("Connection", "close");
    };
  }
}
