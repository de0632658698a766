package org.ascertain.watch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a webhook is sent: an address of the web, of a host with a name. It is written down by
 * strangers, so that it may lead to nothing but the public internet, and what its name means is
 * looked up anew each time and checked at the address that is connected to.
 *
 * @param host in lower case
 * @param target path and query
 */
public record WebhookAddress(String text, boolean isSecure, String host, int port, String target) {

  private static final int LONGEST = 2_000;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /** Below are ports of services that would take a request for something else. */
  private static final int FIRST_FREE_PORT = 1_024;

  private static final String NAME = "([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z][a-z0-9-]*";

  /** What is read from an address. */
  public sealed interface Reading {
    /** An address that may be asked. */
    record Good(WebhookAddress address) implements Reading {}

    /** Why it may not be asked. */
    record Barred(String why) implements Reading {}
  }

  /**
   * Looks up what a name means.
   *
   * @see InetAddress#getAllByName
   */
  @FunctionalInterface
  public interface Lookup {
    /** All addresses of a host. */
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /**
   * Reads an address.
   *
   * @param allowed hosts that whoever runs the program lets notices go to, wherever they are, and
   *     without TLS
   */
  public static Reading read(String text, Set<String> allowed) {
    if (text.length() > LONGEST)
      return new Reading.Barred("An address has %,d characters at most.".formatted(LONGEST));
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      return new Reading.Barred("This is no address of the web.");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http"))
      return new Reading.Barred("An address begins with https://.");
    if (uri.getRawUserInfo() != null)
      return new Reading.Barred("An address has no name and password in it.");
    if (uri.getHost() == null) return new Reading.Barred("The address names no host.");
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean isAllowed = allowed.contains(host);
    boolean isSecure = scheme.equals("https");
    if (!isSecure && !isAllowed) return new Reading.Barred("An address begins with https://.");
    if (!isAllowed && !host.matches(NAME))
      return new Reading.Barred(
          "The host is to be a name of the internet, as hooks.example.org; numbers are none.");
    int port = uri.getPort() < 0 ? (isSecure ? HTTPS : HTTP) : uri.getPort();
    if (port < 1 || port > 65_535 || (!isAllowed && port != HTTPS && port < FIRST_FREE_PORT))
      return new Reading.Barred("The port is to be 443, or from 1024 on.");
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    return new Reading.Good(new WebhookAddress(text, isSecure, host, port, target));
  }

  /** Where the host is now. */
  public sealed interface Place {
    /**
     * It may be connected to, there and nowhere else.
     *
     * @param at at least one; the next is for where the one before cannot be connected to
     */
    record Found(List<InetSocketAddress> at) implements Place {}

    /** It leads to nothing, or to where nothing may be sent. */
    record Barred(String why) implements Place {}
  }

  /**
   * Looks up where the host is; where one of its addresses may not be asked, none is.
   *
   * @param allowed hosts that may be anywhere
   */
  Place place(Lookup lookup, Set<String> allowed) {
    List<InetAddress> all;
    try {
      all = List.of(lookup.of(host));
    } catch (UnknownHostException unknown) {
      return new Place.Barred("the host has no address");
    }
    if (all.isEmpty()) return new Place.Barred("the host has no address");
    if (!allowed.contains(host))
      for (InetAddress each : all)
        if (GlobalAddress.barredBy(each).isPresent())
          return new Place.Barred("the host has an address that is not of the public internet");
    return new Place.Found(all.stream().map(each -> new InetSocketAddress(each, port)).toList());
  }
}
