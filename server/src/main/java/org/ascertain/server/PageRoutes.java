package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ascertain.election.When;

/** The addresses of the page: each is the same document, which shows what its address names. */
@ApplicationScoped
class PageRoutes {

  private static final int BEFORE_FILES = -5_000;
  private static final String DOCUMENT = "META-INF/resources/index.html";
  private static final Set<String> ROOMS =
      Set.of("challenges", "record", "law", "audit", "download");
  private static final Set<String> VIEWS =
      Set.of("headline", "ladder", "strips", "map", "tiles", "when", "jurisdiction");
  private static final String HEAD = "<head>";
  private static final Pattern PLAIN_MOMENT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z)?");
  private static final Pattern OTHERS = Pattern.compile("/(api|log|q|openapi|assets|maps)(/|$)");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\\[[0-9a-fA-F:.]{2,45}](:[0-9]{1,5})?");
  private static final Pattern SLASH = Pattern.compile("/");

  private final ServedElections elections;
  private final String document;

  PageRoutes(ServedElections elections) {
    this.elections = elections;
    this.document = document(DOCUMENT);
  }

  /** Lets a browser ask for what it draws first while it still reads the document. */
  static String first(String election, String address) {
    return "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"%s\" data-election=\"%s\">"
        .formatted(address, election);
  }

  /** A document of the page as it was packaged, by its place in the jar. */
  static String document(String name) {
    ClassLoader jars = Thread.currentThread().getContextClassLoader();
    try (InputStream file = jars.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void install(@Observes Router router) {
    router.route().order(BEFORE_FILES).handler(this::page);
  }

  private void page(RoutingContext context) {
    HttpMethod method = context.request().method();
    String path = context.normalizedPath();
    boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    boolean isPage = reads && isPage(path);
    if (!isPage && !(reads && isLost(path, context.request()))) {
      context.next();
      return;
    }
    // Who is lost is told so by the same document, which lists what there is.
    if (!isPage) context.response().setStatusCode(404);
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.VARY, "Accept-Language");
    PageWords words = PageWords.of(context.request());
    Optional<ServedElection> shown = shown(path);
    if (shown.isEmpty()) {
      Optional<String> picture =
          isPage
              ? Optional.of(
                  LinkPreview.picture(elections.first().id(), Optional.<When>empty(), words))
              : Optional.empty();
      String tags =
          LinkPreview.tags(origin(context.request()), context.request().uri(), picture, words);
      context.response().end(LinkPreview.Split.of(document, words).with(tags));
      return;
    }
    send(context, shown.get(), words);
  }

  /**
   * The document of an election. What its browser fetches next is sent at once; the standing that a
   * preview tells of takes work, which is not done where all requests wait.
   */
  private void send(RoutingContext context, ServedElection election, PageWords words) {
    HttpServerRequest request = context.request();
    String id = election.id();
    LinkPreview.Split split =
        LinkPreview.Split.of(document.replace(HEAD, HEAD + first(id, glance(id, request))), words);
    boolean parts = request.method().equals(HttpMethod.GET);
    if (parts) context.response().setChunked(true).write(split.begin());
    context
        .vertx()
        .executeBlocking(() -> tags(election, request, words), false)
        // The page itself says what there is not.
        .otherwise(LinkPreview.tags())
        .onSuccess(tags -> context.response().end(parts ? tags + split.end() : split.with(tags)));
  }

  /** What a shared link shows of an election. */
  private static String tags(ServedElection election, HttpServerRequest request, PageWords words) {
    Optional<When> at = plainMoment(request).map(When::parse);
    Snapshot snapshot = election.snapshot();
    Headline headline = Headline.of(snapshot, LinkPreview.moment(snapshot, at));
    String picture = LinkPreview.picture(election.id(), at, words);
    return LinkPreview.tags(headline, origin(request), request.uri(), picture, words);
  }

  /** Scheme and host as the reader named them; a host that is none is left out. */
  private static String origin(HttpServerRequest request) {
    return origin(
        Objects.requireNonNullElse(request.scheme(), "http"),
        Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), ""));
  }

  static String origin(String scheme, String host) {
    return HOST.matcher(host).matches() ? scheme + "://" + host : "";
  }

  /** The election that an address shows, if it shows one. */
  private Optional<ServedElection> shown(String path) {
    List<String> steps = List.of(SLASH.split(path.substring(1), -1));
    String named = steps.getFirst().equals("embed") ? steps.get(1) : steps.getFirst();
    if (named.equals("elections")) return Optional.empty();
    return elections.find(named);
  }

  /** A moment is passed on if it is one; what was known then is asked for by the page itself. */
  private static String glance(String id, HttpServerRequest request) {
    String address = "/api/elections/" + id + "/glance";
    return plainMoment(request).map(at -> address + "?at=" + at).orElse(address);
  }

  private static Optional<String> plainMoment(HttpServerRequest request) {
    return Optional.ofNullable(request.getParam("at")).flatMap(PageRoutes::plain);
  }

  /** A moment in the form in which the page asks for it: a day, or to the second in UTC. */
  static Optional<String> plain(String asked) {
    try {
      return switch (When.parse(asked)) {
        case When.AtMoment m ->
            Optional.of(m.moment().truncatedTo(ChronoUnit.SECONDS).toInstant())
                .map(Instant::toString)
                .filter(at -> PLAIN_MOMENT.matcher(at).matches());
        case When.OnDay d ->
            Optional.of(d.day().toString()).filter(at -> PLAIN_MOMENT.matcher(at).matches());
        case When.Between b -> Optional.empty();
      };
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private boolean isPage(String path) {
    String[] steps = SLASH.split(path.substring(1), -1);
    return switch (steps.length) {
      case 1 ->
          steps[0].isEmpty()
              || steps[0].equals("index.html")
              || steps[0].equals("elections")
              || isElection(steps[0]);
      case 2 -> isElection(steps[0]) && ROOMS.contains(steps[1]);
      case 3 -> steps[0].equals("embed") && isElection(steps[1]) && VIEWS.contains(steps[2]);
      default -> false;
    };
  }

  /** A reader's address that leads nowhere; programs and files are answered by others. */
  private static boolean isLost(String path, HttpServerRequest request) {
    String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    return HttpAnswers.isNamed(accepted, "text/html")
        && last.indexOf('.') < 0
        && !OTHERS.matcher(path).lookingAt();
  }

  private boolean isElection(String step) {
    return elections.find(step).isPresent();
  }
}
