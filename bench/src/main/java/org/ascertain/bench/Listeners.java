package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * Many readers of one live stream, on one thread. Of what arrives it looks only at how far each
 * reader has come, and at when the first of them was told that the server had told it.
 */
final class Listeners implements AutoCloseable {

  private static final byte[] ID = "\nid: ".getBytes(UTF_8);
  private static final byte[] TOLD = "\"told\":".getBytes(UTF_8);
  private static final int MOST_EVENTS = 1 << 20;
  private static final int AT_A_TIME = 200;

  private static final class Listener {
    final SocketChannel channel;
    int last = -1;

    Listener(SocketChannel channel) {
      this.channel = channel;
    }
  }

  private final Selector selector = Selector.open();
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 18);
  private final long[] told = new long[MOST_EVENTS];
  private final long[] lastHeard = new long[MOST_EVENTS];
  private final int[] heardBy = new int[MOST_EVENTS];
  private long received;
  private int gone;
  private int count;

  Listeners() throws IOException {}

  /** Adds readers who begin with what comes next. */
  void connect(URI server, String path, int number) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n";
    for (int i = 0; i < number; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
      channel.write(ByteBuffer.wrap(request.getBytes(UTF_8)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new Listener(channel));
      count++;
      if (i % AT_A_TIME == 0) read(1);
    }
  }

  /** Reads for so many milliseconds. */
  void read(long millis) throws IOException {
    long until = System.currentTimeMillis() + millis;
    for (long left = millis; left > 0; left = until - System.currentTimeMillis()) {
      selector.select(left);
      long now = System.currentTimeMillis();
      for (SelectionKey key : selector.selectedKeys()) take((Listener) key.attachment(), now);
      selector.selectedKeys().clear();
    }
  }

  private void take(Listener listener, long now) throws IOException {
    bytes.clear();
    int read = listener.channel.read(bytes);
    if (read < 0) {
      listener.channel.close();
      gone++;
      return;
    }
    received += read;
    int last = lastId();
    if (last < 0) return;
    int from = listener.last < 0 ? last : listener.last + 1;
    for (int id = from; id <= last; id++) {
      heardBy[id]++;
      lastHeard[id] = Math.max(lastHeard[id], now);
    }
    if (told[last] == 0) noteTold();
    listener.last = last;
  }

  /** The id of the last event that begins in what was read. */
  private int lastId() {
    byte[] read = bytes.array();
    for (int i = bytes.position() - ID.length - 1; i >= 0; i--)
      if (stands(ID, read, i)) {
        long id = number(read, i + ID.length);
        return id < 0 ? -1 : (int) id;
      }
    return -1;
  }

  /** Notes when each event that was read whole was told; done for the first reader of each. */
  private void noteTold() {
    byte[] read = bytes.array();
    int id = -1;
    for (int i = 0; i < bytes.position() - ID.length; i++) {
      if (stands(ID, read, i)) id = (int) number(read, i + ID.length);
      else if (id >= 0 && stands(TOLD, read, i)) told[id] = number(read, i + TOLD.length);
    }
  }

  private boolean stands(byte[] text, byte[] read, int at) {
    if (at + text.length > bytes.position()) return false;
    for (int i = 0; i < text.length; i++) if (read[at + i] != text[i]) return false;
    return true;
  }

  /** A number that something else follows; -1 if it is cut off. */
  private long number(byte[] read, int at) {
    long number = 0;
    int place = at;
    while (place < bytes.position() && read[place] >= '0' && read[place] <= '9')
      number = number * 10 + read[place++] - '0';
    return place == bytes.position() ? -1 : number;
  }

  /** Milliseconds from the telling of an event to its last reader, for all that all have heard. */
  long[] delays() {
    int[] known =
        java.util.stream.IntStream.range(0, MOST_EVENTS).filter(this::isComplete).toArray();
    long[] delays = Arrays.stream(known).mapToLong(id -> lastHeard[id] - told[id]).toArray();
    Arrays.sort(delays);
    return delays;
  }

  private boolean isComplete(int id) {
    return told[id] > 0 && heardBy[id] >= count - gone;
  }

  long received() {
    return received;
  }

  int gone() {
    return gone;
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) key.channel().close();
    selector.close();
  }
}
