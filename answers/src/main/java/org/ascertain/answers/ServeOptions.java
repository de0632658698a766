package org.ascertain.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.election.ElectionId;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code serve} takes: the server reads it, and the command line's help tells of it. */
public final class ServeOptions {

  public static final String DESCRIPTION =
      "Serves every election, past and running, as a page and an API.";

  private static final double USUAL_SPEED = 600;

  /** People have to read what they decide. */
  private static final double SPEED_WITH_PEOPLE = 20;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where to listen (${DEFAULT-VALUE}); 0 for any free port.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "On which address (${DEFAULT-VALUE}, this machine only); 0.0.0.0 for all it has.")
  private String host = "127.0.0.1";

  @Option(
      names = "--management-port",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Where to ask for health and metrics, on this machine only; 0 for any free port.")
  private int managementPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = DataConverter.class,
      description =
          "Serve the elections in this data folder, or database (postgresql://USER@HOST/NAME),"
              + " too.")
  private @Nullable Path data;

  @Option(
      names = "--rehearse",
      paramLabel = "ELECTION",
      description = "Let an election of the archive happen again, live, in a folder thrown away.")
  private @Nullable String rehearsed;

  @Option(
      names = "--people",
      description =
          "People take part in the rehearsal at a desk of its own: a wire hands in, with faults"
              + " planted, and what they find is counted (docs/people.md).")
  private boolean people;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "How many times faster than it was (600; with people 20).")
  private @Nullable Double speed;

  @Option(
      names = "--from",
      paramLabel = "T",
      converter = MomentConverter.class,
      description = "Begin the rehearsal here; what was before is in the record from the start.")
  private @Nullable When from;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "So many entries a second, evenly, in place of a speed.")
  private @Nullable Double rate;

  @Option(
      names = "--allow-address",
      paramLabel = "HOST",
      description =
          "Let notices go to this host, by plain http too, wherever it is; for rehearsals and"
              + " tests. May be given again.")
  private List<String> allowed = List.of();

  @Option(
      names = "--site",
      paramLabel = "URL",
      description = "This server's address as readers of its mails know it.")
  private @Nullable String site;

  @Option(
      names = "--mail",
      paramLabel = "HOST:PORT",
      description = "The server that takes mail for delivery (SMTP); with --mail-from.")
  private @Nullable String mail;

  @Option(names = "--mail-from", paramLabel = "ADDRESS", description = "Whose mails they are.")
  private @Nullable String mailFrom;

  @Option(
      names = "--provider",
      paramLabel = "URL",
      description =
          "Let people of the desk sign in by this provider (OpenID Connect), too; its address as"
              + " issuer. With --provider-client (docs/people.md).")
  private @Nullable String provider;

  @Option(
      names = "--provider-client",
      paramLabel = "ID",
      description = "What the provider knows this server by.")
  private @Nullable String providerClient;

  @Option(
      names = "--provider-secret",
      paramLabel = "FILE",
      description = "The file with what this server shows the provider, where it was given one.")
  private @Nullable Path providerSecret;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Options as 'KEY = VALUE', a line for each; what the command line says counts instead"
              + " (docs/operations.md).")
  @SuppressWarnings("UnusedVariable") // ConfigurationFile has read it by then
  private @Nullable Path config;

  @Option(
      names = "--log",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "How to log: ${DEFAULT-VALUE}, or json, one object a line.")
  private String log = "text";

  @Option(
      names = "--warm-up",
      hidden = true,
      description = "Answer a few requests and stop, for the JVM to learn what a start needs.")
  private boolean warmUp;

  /**
   * Checks every value, before anything is made or started.
   *
   * @throws ParameterException which names the first option that is wrong, what it was given, and
   *     what it takes
   */
  public void check() {
    boolean _ = isLoggedAsJson();
    var _ = host();
    if (port() == managementPort() && port != 0)
      throw wrong(
          "--port and --management-port are both %d; each takes one of its own, or 0 for any free one."
              .formatted(port));
    if (data != null && !Files.isDirectory(data))
      throw wrong(
          "--data: there is no data folder '%s'; it takes one that there is, or a database, postgresql://USER@HOST/NAME."
              .formatted(data));
    var _ = rehearsed();
    var _ = speed();
    var _ = rate();
    var _ = notices();
    var _ = provider();
  }

  /**
   * The port to listen on; 0 for any.
   *
   * @throws ParameterException if there is none of that number
   */
  public int port() {
    return existing("--port", port);
  }

  /**
   * The port of this machine to tell health and metrics on; 0 for any.
   *
   * @throws ParameterException if there is none of that number
   */
  public int managementPort() {
    return existing("--management-port", managementPort);
  }

  private int existing(String option, int number) {
    if (!ValueForms.isPort(number)) throw wrong(option, "a number from 0 to 65535", number);
    return number;
  }

  /**
   * The address to listen on.
   *
   * @throws ParameterException if this machine has none of that name
   */
  public String host() {
    if (!ValueForms.isOfThisMachine(host))
      throw wrong("--host", "an address that this machine has, as 127.0.0.1 or 0.0.0.0", host);
    return host;
  }

  public boolean isWarmUp() {
    return warmUp;
  }

  public Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /**
   * The election to rehearse, if any: an id or a year.
   *
   * @throws ParameterException if it can be none, or what belongs to a rehearsal was given without
   *     one
   */
  public Optional<String> rehearsed() {
    if (rehearsed == null && (speed != null || from != null || rate != null))
      throw wrong("--speed, --from and --rate belong to --rehearse ELECTION.");
    if (rehearsed == null && people) throw wrong("--people belongs to --rehearse ELECTION.");
    if (people && (rate != null || data != null))
      throw wrong(
          "A rehearsal with people has a speed and a folder of its own: no --rate, no --data.");
    if (rehearsed != null && ElectionId.of(rehearsed).isEmpty()) throw unknownElection(rehearsed);
    return Optional.ofNullable(rehearsed);
  }

  /** That the archive has no such election to rehearse. */
  public ParameterException unknownElection(String named) {
    return wrong("--rehearse", "an election of the archive, as 2020", named);
  }

  /** Whether people take part in the rehearsal. */
  public boolean isWithPeople() {
    return people;
  }

  /** How many times faster than it was. */
  public double speed() {
    if (speed == null) return people ? SPEED_WITH_PEOPLE : USUAL_SPEED;
    return positive("--speed", speed);
  }

  /** So many entries a second, in place of the speed. */
  public Optional<Double> rate() {
    return Optional.ofNullable(rate).map(number -> positive("--rate", number));
  }

  private double positive(String option, double number) {
    if (!(number > 0) || Double.isInfinite(number)) throw wrong(option, "a number above 0", number);
    return number;
  }

  /** Where to begin, if not on election day. */
  public Optional<When> from() {
    return Optional.ofNullable(from);
  }

  /**
   * What notices need.
   *
   * @param allowed hosts that they may go to wherever those are, in lower case
   * @param site the server's address as the world knows it, without a slash at its end
   * @param mail a host and a port
   */
  public record Notices(
      List<String> allowed, Optional<String> site, Optional<String> mail, Optional<String> from) {}

  /**
   * Where notices may go, and by what server of mail.
   *
   * @throws ParameterException if something of it is missing, or cannot be
   */
  public Notices notices() {
    if ((mail == null) != (mailFrom == null))
      throw wrong("--mail and --mail-from belong together.");
    if (mail != null && !ValueForms.isHostAndPort(mail))
      throw wrong("--mail", "a host and a port from 1 to 65535, as relay.example.org:25", mail);
    if (mailFrom != null && !ValueForms.isMailAddress(mailFrom))
      throw wrong("--mail-from", "an address, as results@example.org", mailFrom);
    if (site != null && !ValueForms.isSite(site))
      throw wrong("--site", "an address without a path, as https://results.example.org", site);
    for (String each : allowed)
      if (!ValueForms.isHost(each))
        throw wrong("--allow-address", "one host, as hooks.example.org or 10.0.0.7", each);
    return new Notices(
        allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList(),
        Optional.ofNullable(site),
        Optional.ofNullable(mail),
        Optional.ofNullable(mailFrom));
  }

  /**
   * A service that knows people, by which those of the desk may sign in, too.
   *
   * @param issuer its address, as it writes it
   * @param client what it knows this server by
   * @param secret the file with what this server shows it
   */
  public record Provider(String issuer, String client, Optional<Path> secret) {}

  /**
   * By whom people may sign in, too; off unless it is named.
   *
   * @throws ParameterException if something of it is missing, or cannot be
   */
  public Optional<Provider> provider() {
    if (provider == null) {
      if (providerClient != null || providerSecret != null)
        throw wrong("--provider-client and --provider-secret belong to --provider URL.");
      return Optional.empty();
    }
    if (providerClient == null) throw wrong("--provider needs --provider-client ID.");
    if (data == null && !people) throw wrong("--provider belongs to a desk: --data DIR.");
    if (!ValueForms.isProvider(provider))
      throw wrong(
          "--provider",
          "an https address, as https://id.example.org (http on this machine alone)",
          provider);
    if (!ValueForms.isVisible(providerClient))
      throw wrong("--provider-client", "letters, digits and signs without a space", providerClient);
    if (providerSecret != null && !isFile(providerSecret))
      throw wrong("--provider-secret", "a file that can be read", providerSecret);
    return Optional.of(new Provider(provider, providerClient, Optional.ofNullable(providerSecret)));
  }

  private static boolean isFile(Path file) {
    return Files.isRegularFile(file) && Files.isReadable(file);
  }

  /**
   * Whether the log is to be lines of JSON.
   *
   * @throws ParameterException if it is to be something else yet
   */
  public boolean isLoggedAsJson() {
    if (!log.equals("json") && !log.equals("text")) throw wrong("--log", "text or json", log);
    return log.equals("json");
  }

  private ParameterException wrong(String option, String taken, Object given) {
    return wrong("%s takes %s, not '%s'.".formatted(option, taken, given));
  }

  /** A mistake of whoever wrote the command line. */
  public ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
