package org.ascertain.watch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Whether an address is one of the public internet. Notices go to no other: whoever writes down an
 * endpoint is not to reach what only this machine or its neighbours can. The blocks are those of
 * IANA's registries of special-purpose addresses (RFC 6890), with what leads into them: IPv4 mapped
 * into IPv6, NAT64, 6to4 and Teredo.
 */
final class GlobalAddress {

  /** A block of addresses, as {@code 10.0.0.0/8}. */
  private record Block(String text, BigInteger first, int bits, int length) {

    static Block of(String text) {
      String[] parts = text.split("/", 2);
      try {
        byte[] bytes = InetAddress.getByName(parts[0]).getAddress();
        return new Block(
            text, new BigInteger(1, bytes), bytes.length * Byte.SIZE, Integer.parseInt(parts[1]));
      } catch (UnknownHostException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    boolean has(byte[] address) {
      return address.length * Byte.SIZE == bits
          && new BigInteger(1, address).xor(first).shiftRight(bits - length).signum() == 0;
    }
  }

  private static final List<Block> BARRED =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .stream()
          .map(Block::of)
          .toList();

  /** The block that keeps an address from being asked; empty for one of the public internet. */
  static Optional<String> barredBy(InetAddress address) {
    // Java makes of ::ffff:a.b.c.d the address a.b.c.d, which its own block then bars.
    return BARRED.stream()
        .filter(block -> block.has(address.getAddress()))
        .map(Block::text)
        .findFirst();
  }

  private GlobalAddress() {}
}
