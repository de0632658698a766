package org.ascertain.server;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.ascertain.answers.ExitCode;

/** Answers each kind of request once and stops: the training run for the JVM's cache. */
final class WarmUp implements QuarkusApplication {

  private final ServedElections elections;
  private final Address address;

  WarmUp(ServedElections elections, Address address) {
    this.elections = elections;
    this.address = address;
  }

  @Override
  public int run(String... args) throws IOException {
    get("/");
    get("/api/elections");
    for (ServedElection each : elections.all())
      for (String part : List.of("", "/standing", "/story", "/glance", "/timeline"))
        get("/api/elections/" + each.id() + part);
    for (String question : List.of("/standing?at=2020-11-07", "/when?condition=settled"))
      ask("/api/elections/" + LongestRecord.ID + question);
    return ExitCode.DONE;
  }

  private void ask(String question) {
    try {
      get(question);
    } catch (IOException givenUp) {
      // on a busy machine it takes too long; what there is to learn of it was learnt
    }
  }

  private void get(String path) throws IOException {
    try (InputStream in = URI.create(address.url() + path).toURL().openStream()) {
      in.readAllBytes();
    }
  }
}
