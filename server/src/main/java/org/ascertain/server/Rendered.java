package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as bytes, compressed once for all who ask. Brotli is left out where its native library
 * does not run on the machine.
 *
 * @param etag strong, without the encoding's mark; see {@link Encoding#mark}
 * @param headers what else is said of it, beside what all answers say
 */
record Rendered(
    String type,
    String etag,
    Buffer plain,
    Optional<Buffer> gzip,
    Optional<Buffer> brotli,
    Map<String, String> headers) {

  static final String JSON = "application/json";
  static final String PNG = "image/png";
  static final String CSV = "text/csv; charset=utf-8; header=present";
  static final String ATOM = "application/atom+xml; charset=utf-8";

  /** How an answer is compressed on its way. */
  enum Encoding {
    PLAIN("identity", ""),
    GZIP("gzip", "-g"),
    BROTLI("br", "-b");

    final String word;
    final String mark;

    Encoding(String word, String mark) {
      this.word = word;
      this.mark = mark;
    }
  }

  private static final int WORTH_COMPRESSING = 860;
  private static final boolean HAS_BROTLI = Brotli4jLoader.isAvailable();

  static Rendered json(String text) {
    return of(JSON, text, Effort.HIGH);
  }

  /** An answer to one question, which may not be asked again. */
  static Rendered brief(String json) {
    return of(JSON, json, Effort.LOW);
  }

  static Rendered of(String type, String text, Effort effort) {
    return of(type, text.getBytes(UTF_8), effort);
  }

  static Rendered of(String type, byte[] body, Effort effort) {
    String etag = etag(body);
    if (body.length < WORTH_COMPRESSING)
      return new Rendered(type, etag, buffer(body), Optional.empty(), Optional.empty(), Map.of());
    return new Rendered(
        type,
        etag,
        buffer(body),
        Optional.of(buffer(gzip(body, effort))),
        HAS_BROTLI ? Optional.of(buffer(brotli(body, effort))) : Optional.empty(),
        Map.of());
  }

  /** The same, with more said of it. */
  Rendered with(Map<String, String> more) {
    return new Rendered(type, etag, plain, gzip, brotli, more);
  }

  /** How long to try: high for what stands, low for what the next entry replaces. */
  enum Effort {
    LOW(4, 4),
    HIGH(9, 9);

    private final int gzip;
    private final int brotli;

    Effort(int gzip, int brotli) {
      this.gzip = gzip;
      this.brotli = brotli;
    }
  }

  /** The body in an encoding; plain where it does not have that one. */
  Buffer body(Encoding encoding) {
    return switch (encoding) {
      case PLAIN -> plain;
      case GZIP -> gzip.orElse(plain);
      case BROTLI -> brotli.orElse(plain);
    };
  }

  boolean has(Encoding encoding) {
    return switch (encoding) {
      case PLAIN -> true;
      case GZIP -> gzip.isPresent();
      case BROTLI -> brotli.isPresent();
    };
  }

  private static Buffer buffer(byte[] bytes) {
    return Buffer.buffer(bytes);
  }

  private static String etag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] gzip(byte[] body, Effort effort) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream out = new Leveled(bytes, effort.gzip)) {
      out.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] brotli(byte[] body, Effort effort) {
    try {
      return Encoder.compress(body, new Encoder.Parameters().setQuality(effort.brotli));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The JDK gives its gzip stream no level. */
  private static final class Leveled extends GZIPOutputStream {
    Leveled(ByteArrayOutputStream out, int level) throws IOException {
      super(out, 1 << 15);
      def.setLevel(level);
      def.setStrategy(Deflater.DEFAULT_STRATEGY);
    }
  }
}
