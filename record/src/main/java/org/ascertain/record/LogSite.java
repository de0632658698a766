package org.ascertain.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
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

  /** How many times its patience one file may take as long as something comes. */
  private static final int LONGEST = 20;

  private final HttpClient client;
  private final Duration patience;
  private final String prefix;

  /**
   * @param address where {@code checkpoint} and {@code tile/} lie
   */
  public LogSite(URI address) {
    this(address, PATIENCE);
  }

  /**
   * @param patience how long to wait for the first byte of an answer, and for each further one
   */
  LogSite(URI address, Duration patience) {
    String text = address.toString();
    this.prefix = text.endsWith("/") ? text : text + "/";
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .build();
  }

  @Override
  public String place() {
    return prefix;
  }

  @Override
  public Optional<byte[]> read(String path, int limit) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(prefix + path))
            .timeout(patience)
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
        try (Arriving arriving = new Arriving(body, prefix + path)) {
          byte[] bytes = (zipped ? new GZIPInputStream(arriving) : arriving).readNBytes(limit + 1);
          return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(
          new InterruptedIOException("interrupted while reading " + prefix + path));
    }
  }

  /**
   * A body on its way. The client's own limit ends with the headers: one that stands still, or
   * takes all too long, is cut off here.
   */
  private final class Arriving extends FilterInputStream {

    private final String address;
    private final long began = System.nanoTime();
    private volatile long last = began;
    private volatile String cut = "";
    private final Thread watch;

    Arriving(InputStream body, String address) {
      super(body);
      this.address = address;
      this.watch = Thread.startVirtualThread(this::watch);
    }

    private void watch() {
      try {
        while (cut.isEmpty()) {
          Thread.sleep(patience.dividedBy(4));
          long now = System.nanoTime();
          if (now - last > patience.toNanos())
            cut("sent nothing more for " + patience.toSeconds() + " seconds");
          else if (now - began > patience.toNanos() * LONGEST)
            cut("was still not there whole after " + patience.toSeconds() * LONGEST + " seconds");
        }
      } catch (InterruptedException | IOException done) {
        // it has arrived, or nobody reads it any more
      }
    }

    private void cut(String why) throws IOException {
      cut = why;
      in.close();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        int count = in.read(into, from, length);
        last = System.nanoTime();
        if (cut.isEmpty()) return count;
      } catch (IOException e) {
        if (cut.isEmpty()) throw e;
      }
      throw new HttpTimeoutException(address + " " + cut);
    }

    @Override
    public void close() throws IOException {
      watch.interrupt();
      super.close();
    }
  }

  @Override
  public Optional<Stream<String>> paths() {
    return Optional.empty();
  }
}
