package org.ascertain.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.ascertain.answers.ServeOptions;
import org.ascertain.desk.Rehearsal;
import org.ascertain.election.When;
import org.ascertain.watch.WatchMail;
import org.eclipse.microprofile.config.Config;

/** What the command line asked for, by way of Quarkus' configuration, so that tests can ask too. */
@ApplicationScoped
class Settings {

  private static final String DATA = "ascertain.data";
  private static final String ELECTION = "ascertain.rehearse";
  private static final String PEOPLE = "ascertain.rehearse.people";
  private static final String SPEED = "ascertain.rehearse.speed";
  private static final String RATE = "ascertain.rehearse.rate";
  private static final String FROM = "ascertain.rehearse.from";

  private static final String ALLOWED = "ascertain.notices.allowed";
  private static final String SITE = "ascertain.notices.site";
  private static final String MAIL = "ascertain.notices.mail";
  private static final String FROM_MAIL = "ascertain.notices.from";
  private static final String ISSUER = "ascertain.provider";
  private static final String CLIENT = "ascertain.provider.client";
  private static final String SECRET = "ascertain.provider.secret";
  private static final String JSON_LOG = "ascertain.log.json";
  private static final String LIMIT = "ascertain.questions.limit";

  private final Config config;

  Settings(Config config) {
    this.config = config;
  }

  static void set(Optional<Path> data, Optional<Rehearsal.Plan> rehearsing) {
    data.ifPresent(folder -> System.setProperty(DATA, folder.toString()));
    if (rehearsing.isEmpty()) return;
    System.setProperty(ELECTION, rehearsing.get().election());
    System.setProperty(SPEED, Double.toString(rehearsing.get().speed()));
    rehearsing.get().rate().ifPresent(rate -> System.setProperty(RATE, Double.toString(rate)));
    rehearsing.get().from().ifPresent(from -> System.setProperty(FROM, from.toString()));
  }

  /** A rehearsal in which people take part, in a folder that was made for it. */
  static void setWithPeople(Path folder, Rehearsal.Plan plan) {
    System.setProperty(DATA, folder.toString());
    System.setProperty(PEOPLE, plan.election());
    System.setProperty(SPEED, Double.toString(plan.speed()));
    plan.from().ifPresent(from -> System.setProperty(FROM, from.toString()));
  }

  /** What the command line asked for about notices. */
  static void setNotices(ServeOptions.Notices notices) {
    if (!notices.allowed().isEmpty())
      System.setProperty(ALLOWED, String.join(",", notices.allowed()));
    notices.site().ifPresent(site -> System.setProperty(SITE, site));
    notices.mail().ifPresent(place -> System.setProperty(MAIL, place));
    notices.from().ifPresent(address -> System.setProperty(FROM_MAIL, address));
  }

  /** What the command line asked for about a second way to sign in. */
  static void setProvider(ServeOptions.Provider provider) {
    System.setProperty(ISSUER, provider.issuer());
    System.setProperty(CLIENT, provider.client());
    provider.secret().ifPresent(file -> System.setProperty(SECRET, file.toString()));
  }

  /** The service by which people may sign in, too. */
  Optional<ServeOptions.Provider> provider() {
    return config
        .getOptionalValue(ISSUER, String.class)
        .map(
            issuer ->
                new ServeOptions.Provider(
                    issuer,
                    config.getValue(CLIENT, String.class),
                    config.getOptionalValue(SECRET, String.class).map(Path::of)));
  }

  /** Hosts that notices may go to wherever they are, without TLS too. */
  Set<String> allowed() {
    return config
        .getOptionalValue(ALLOWED, String.class)
        .map(all -> Set.of(all.split(",")))
        .orElse(Set.of());
  }

  /** The server's address as the world knows it, without a slash at its end. */
  Optional<String> site() {
    return config.getOptionalValue(SITE, String.class);
  }

  /** The server that takes mail. */
  Optional<WatchMail.Server> mail() {
    return config
        .getOptionalValue(MAIL, String.class)
        .map(
            place -> {
              int colon = place.lastIndexOf(':');
              return new WatchMail.Server(
                  place.substring(0, colon),
                  Integer.parseInt(place.substring(colon + 1)),
                  config.getValue(FROM_MAIL, String.class));
            });
  }

  /** What is logged is to be lines of JSON. */
  static void setLoggedAsJson() {
    System.setProperty(JSON_LOG, "true");
  }

  boolean isLoggedAsJson() {
    return config.getOptionalValue(JSON_LOG, Boolean.class).orElse(false);
  }

  /** The folder of records of one's own. */
  Optional<Path> data() {
    return config.getOptionalValue(DATA, String.class).map(Path::of);
  }

  /** How long a question may take. */
  Duration questionLimit() {
    return config.getOptionalValue(LIMIT, Duration.class).orElse(Duration.ofSeconds(2));
  }

  /** The election that happens again. */
  Optional<Rehearsal.Plan> rehearsing() {
    return plan(ELECTION);
  }

  /** The election that happens again while people work at its desk. */
  Optional<Rehearsal.Plan> rehearsedByPeople() {
    return plan(PEOPLE);
  }

  private Optional<Rehearsal.Plan> plan(String property) {
    return config
        .getOptionalValue(property, String.class)
        .map(
            election ->
                new Rehearsal.Plan(
                    election,
                    config.getOptionalValue(SPEED, Double.class).orElse(600.0),
                    config.getOptionalValue(RATE, Double.class),
                    config.getOptionalValue(FROM, String.class).map(When::parse)));
  }
}
