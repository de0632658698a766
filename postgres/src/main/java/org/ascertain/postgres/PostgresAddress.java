package org.ascertain.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/**
 * Where a database of PostgreSQL is, as its own programs write it: {@code
 * postgresql://user:password@host:port/database?sslmode=require}, with several hosts between commas
 * where a stand-by may have taken over. A password may stand in {@code ~/.pgpass} instead, where
 * nobody sees it who lists the machine's programs.
 *
 * @param place for people, without the password
 * @param named as a command line names it, without the password
 * @param jdbc for the driver
 */
record PostgresAddress(String place, String named, String jdbc, Properties settings) {

  private static final Pattern FORM =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<hosts>[^/?@]+)/(?<database>[^/?]+)(?:\\?(?<more>.*))?");

  /** Whether a text names a database rather than a folder. */
  static boolean is(String text) {
    return text.startsWith("postgresql://") || text.startsWith("postgres://");
  }

  static PostgresAddress of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches())
      throw new LedgerException(
          Reason.REFUSED,
          "A database is named like postgresql://user@host:5432/database, not like that.");
    Properties settings = new Properties();
    set(settings, "user", form.group("user"));
    set(settings, "password", form.group("password"));
    requireKnown(form.group("more"));
    requirePorts(form.group("hosts"));
    String where = form.group("hosts") + "/" + form.group("database");
    String more = form.group("more") == null ? "" : "?" + form.group("more");
    String user = form.group("user") == null ? "" : form.group("user") + "@";
    return new PostgresAddress(
        "postgresql://" + where,
        "postgresql://" + user + where + shown(form.group("more")),
        "jdbc:postgresql://" + where + more,
        settings);
  }

  /** Settings that anybody may see. */
  private static String shown(@Nullable String more) {
    if (more == null) return "";
    return Stream.of(more.split("&"))
        .filter(each -> !each.matches("(?i)[^=]*password=.*"))
        .collect(Collectors.joining("&", "?", ""))
        .replaceFirst("^\\?$", "");
  }

  /** The driver says of such an address that it is none of its own. */
  private static void requirePorts(String hosts) {
    for (String host : hosts.split(",", -1)) {
      String port = host.replaceFirst("^(?:\\[[^]]*]|[^:]*)", "");
      if (!port.matches("|:[1-9][0-9]{0,4}")
          || (port.length() == 6 && port.compareTo(":65535") > 0))
        throw new LedgerException(
            Reason.REFUSED,
            "The address of the database has '%s', which is no HOST:PORT.".formatted(host));
    }
  }

  /** The driver passes over what it does not know; {@code sslmod=verify-full} would not verify. */
  private static void requireKnown(@Nullable String more) {
    if (more == null) return;
    for (String each : more.split("&", -1)) {
      String name = each.replaceFirst("=.*", "");
      if (PGProperty.forName(name) == null)
        throw new LedgerException(
            Reason.REFUSED,
            "The address of the database has '%s', which the driver does not know; after '?' stand settings like sslmode=verify-full."
                .formatted(name));
    }
  }

  private static void set(Properties settings, String name, @Nullable String value) {
    if (value != null)
      settings.setProperty(name, URLDecoder.decode(value.replace("+", "%2B"), UTF_8));
  }
}
