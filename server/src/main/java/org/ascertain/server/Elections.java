package org.ascertain.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.ascertain.archive.Archive;
import org.ascertain.cli.Json;

/** Every election that is served: those of the archive, and those that run. */
@ApplicationScoped
class Elections {

  private static final String OF_PRESIDENT = "us-president-";

  private final Map<String, Served> served = new LinkedHashMap<>();
  private final Once<Rendered> overview = new Once<>(() -> Rendered.json(overview(all())));

  Elections() {
    for (String id : Archive.ids()) served.put(id, new Past(id));
  }

  /** All of them in the order of their years. */
  List<Served> all() {
    return List.copyOf(served.values());
  }

  /** The election that is meant by an id or a year. */
  Optional<Served> find(String idOrYear) {
    return Optional.ofNullable(served.get(idOrYear))
        .or(() -> Optional.ofNullable(served.get(OF_PRESIDENT + idOrYear)));
  }

  /** All elections with their results in one answer. */
  CompletableFuture<Rendered> overview(Executor executor) {
    return overview.future(executor);
  }

  private static String overview(List<Served> all) {
    return Json.compact(
        json -> json.list("elections", all, each -> AboutJson.overview(json, each.snapshot())));
  }
}
