package org.ascertain.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.ascertain.server.Rendered.Effort;

/**
 * The files of the page, compressed once and kept. A file is asked for by a plain name and nothing
 * else: what has dots or odd characters elsewhere is no file of ours, wherever it points.
 */
@ApplicationScoped
class PageFiles {

  private static final int BEFORE_OTHERS = -6_000;
  private static final String FOLDER = "META-INF/resources";
  private static final Pattern FILE =
      Pattern.compile(
          "(/[A-Za-z0-9_-]{1,80}){0,4}/[A-Za-z0-9_-]{1,80}(\\.[A-Za-z0-9_-]{1,20}){1,3}");
  private static final Pattern NEVER_CHANGES = Pattern.compile("/assets/.*");

  private final Map<String, Rendered> kept = new ConcurrentHashMap<>();

  void install(@Observes Router router) {
    router.route().order(BEFORE_OTHERS).handler(this::handle);
  }

  private void handle(RoutingContext context) {
    HttpMethod method = context.request().method();
    String path = context.request().path();
    if (path == null
        || !(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
        || path.startsWith("/api/")
        || path.startsWith("/log/")
        || !FILE.matcher(path).matches()) {
      context.next();
      return;
    }
    Rendered rendered = kept.get(path);
    if (rendered != null) {
      send(context, path, Optional.of(rendered));
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> read(path), false)
        .onFailure(context::fail)
        .onSuccess(
            found -> send(context, path, Objects.requireNonNullElse(found, Optional.empty())));
  }

  private static void send(RoutingContext context, String path, Optional<Rendered> file) {
    if (file.isEmpty()) {
      context.next();
      return;
    }
    Negotiation.send(
        context,
        file.get(),
        NEVER_CHANGES.matcher(path).matches() ? Negotiation.FOR_GOOD : Negotiation.NO_CACHE);
  }

  private Optional<Rendered> read(String path) {
    ClassLoader jars =
        Objects.requireNonNullElse(
            Thread.currentThread().getContextClassLoader(), PageFiles.class.getClassLoader());
    try (InputStream file = jars.getResourceAsStream(FOLDER + path)) {
      if (file == null) return Optional.empty();
      Rendered rendered =
          Rendered.of(type(path), Buffer.buffer(file.readAllBytes()).getBytes(), Effort.HIGH);
      kept.put(path, rendered);
      return Optional.of(rendered);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String type(String path) {
    String type = MimeMapping.getMimeTypeForFilename(path);
    if (type == null) return "application/octet-stream";
    return type.startsWith("text/") || type.endsWith("javascript")
        ? type + "; charset=utf-8"
        : type;
  }
}
