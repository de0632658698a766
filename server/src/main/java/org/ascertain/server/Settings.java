package org.ascertain.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.ascertain.desk.Rehearsal;
import org.ascertain.election.When;
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
