package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A connection to Redis, in its own protocol (RESP 2). */
final class RedisConnection implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  RedisConnection(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /** Asks, and waits for the answer: its texts in their order, however deep they lie. */
  List<String> ask(String... words) throws IOException {
    StringBuilder asked = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words)
      asked.append('$').append(word.length()).append("\r\n").append(word).append("\r\n");
    out.write(asked.toString().getBytes(UTF_8));
    List<String> texts = new ArrayList<>();
    read(texts);
    return texts;
  }

  private void read(List<String> texts) throws IOException {
    String line = line();
    String rest = line.substring(1);
    switch (line.charAt(0)) {
      case '*' -> {
        for (int i = Integer.parseInt(rest); i > 0; i--) read(texts);
      }
      case '$' -> {
        int length = Integer.parseInt(rest);
        if (length < 0) return;
        texts.add(new String(in.readNBytes(length), UTF_8));
        in.skipNBytes(2);
      }
      case '-' -> throw new IOException("Redis: " + rest);
      default -> texts.add(rest);
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) throw new EOFException("Redis has ended");
      if (next != '\r') line.write(next);
    }
    return line.toString(UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
