package org.ascertain.answers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What values of the server's options look like: hosts, ports, addresses. */
final class ValueForms {

  private static final int LARGEST_PORT = 65_535;

  /** A label of a name (RFC 1123, 2.1). */
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

  private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern MAIL = Pattern.compile("(?<name>[^\\s<>@,;:\"()\\[\\]\\\\]+)@(.+)");
  private static final Pattern PLACE = Pattern.compile("(?<host>.+):(?<port>[0-9]{1,5})");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

  /** A name, or an address in numbers; one of IPv6 stands in brackets. */
  static boolean isHost(String text) {
    if (text.startsWith("[") && text.endsWith("]"))
      return isLiteral(text.substring(1, text.length() - 1), IPV6);
    if (NUMBERS.matcher(text).matches())
      return text.split("\\.", -1).length == 4 && isLiteral(text, NUMBERS);
    return text.length() <= 253 && NAME.matcher(text).matches();
  }

  private static boolean isLiteral(String text, Pattern form) {
    if (!form.matcher(text).matches()) return false;
    try {
      return InetAddress.ofLiteral(text) != null;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  static boolean isPort(long number) {
    return number >= 0 && number <= LARGEST_PORT;
  }

  /** {@code HOST:PORT}, of which the port is one to connect to. */
  static boolean isHostAndPort(String text) {
    Matcher place = PLACE.matcher(text);
    return place.matches()
        && isHost(place.group("host"))
        && isPort(Long.parseLong(place.group("port")))
        && Long.parseLong(place.group("port")) > 0;
  }

  /** Whether something can listen there: an address of this machine, or a name of one. */
  static boolean isOfThisMachine(String text) {
    if (!isHost(text) && !isLiteral(text, IPV6)) return false;
    try {
      InetAddress address = InetAddress.getByName(text);
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException unknown) {
      return false;
    }
  }

  static boolean isMailAddress(String text) {
    Matcher mail = MAIL.matcher(text);
    return mail.matches() && isHost(mail.group(2));
  }

  /** {@code https://HOST}, or {@code http}, and no more than a port behind it. */
  static boolean isSite(String text) {
    @Nullable URI uri = web(text);
    return uri != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null;
  }

  /** An address that nobody can listen in on: by TLS, or on this machine. */
  static boolean isProvider(String text) {
    @Nullable URI uri = web(text);
    return uri != null
        && uri.getRawQuery() == null
        && (uri.getScheme().equals("https") || LOOPBACK.contains(uri.getHost()));
  }

  private static @Nullable URI web(String text) {
    try {
      URI uri = new URI(text);
      boolean isWeb =
          ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && isHost(uri.getHost())
              && (uri.getPort() < 0 || isPort(uri.getPort()));
      return isWeb ? uri : null;
    } catch (URISyntaxException none) {
      return null;
    }
  }

  /** What programs are known by to one another: letters, digits and signs (RFC 6749, A.1). */
  static boolean isVisible(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private ValueForms() {}
}
