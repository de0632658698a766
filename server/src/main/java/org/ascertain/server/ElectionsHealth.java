package org.ascertain.server;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * How each election is served, and what long-lived work does not go on. It is down where something
 * has stopped; whether the server takes requests at all is asked of {@code health/ready}.
 */
@Wellness
@ApplicationScoped
class ElectionsHealth implements HealthCheck {

  private final ServedElections elections;
  private final Watches watches;
  private final TeamDatabase database;

  ElectionsHealth(ServedElections elections, Watches watches, TeamDatabase database) {
    this.elections = elections;
    this.watches = watches;
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder told = HealthCheckResponse.named("elections");
    List<String> troubles = Stream.concat(elections.troubles(), watches.troubles()).toList();
    boolean well = troubles.isEmpty();
    for (ServedElection each : elections.all()) {
      ServingState state = each.state();
      if (state instanceof ServingState.Stopped) well = false;
      if (!(state instanceof ServingState.Ended)) told.withData(each.id(), state.words());
    }
    if (!troubles.isEmpty()) told.withData("stopped", String.join("; ", troubles));
    List<String> warnings = database.warnings(); // which may take its time
    database.part().ifPresent(part -> told.withData("database", part));
    if (!warnings.isEmpty()) told.withData("warnings", String.join(" ", warnings));
    return told.status(well).build();
  }
}
