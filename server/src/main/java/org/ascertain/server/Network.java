package org.ascertain.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** From where a request comes, as far as one holder of addresses has them in hand. */
final class Network {

  private static final int BITS_OF_IPV4 = 24;
  private static final int BITS_OF_IPV6 = 64;

  /** The first 24 bits of an IPv4 address, 64 of an IPv6 one. */
  static String of(HttpServerRequest request) {
    SocketAddress from = request.remoteAddress();
    if (from == null || from.hostAddress() == null) return "unknown";
    try {
      byte[] address = InetAddress.getByName(from.hostAddress()).getAddress();
      int bits = address.length == 4 ? BITS_OF_IPV4 : BITS_OF_IPV6;
      return HexFormat.of().formatHex(Arrays.copyOf(address, bits / 8));
    } catch (UnknownHostException noAddress) {
      return "unknown";
    }
  }

  private Network() {}
}
