package org.ascertain.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The machine's own Firefox, driven by WebDriver BiDi, which it speaks without a driver beside it;
 * Playwright drives only a Firefox of its own making.
 */
final class Firefox implements AutoCloseable {

  private static final List<String> NAMES = List.of("firefox-esr", "firefox");
  private static final String LISTENS = "WebDriver BiDi listening on ";
  private static final long LONGEST = 60;

  private final Path profile;
  private final Process process;
  private final WebSocket socket;
  private final AtomicLong last = new AtomicLong();
  private final Map<Long, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final String tab;

  /** Where the machine has one. */
  static Optional<Path> program() {
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Firefox(Path program) throws IOException {
    profile = Files.createTempDirectory("ascertain-firefox");
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-remote",
                "--profile",
                profile.toString(),
                "--remote-debugging-port",
                "0",
                "--width",
                "1280",
                "--height",
                "900")
            .redirectErrorStream(true)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address() + "/session"), new Hearing())
            .join();
    ask("session.new", "{\"capabilities\":{}}");
    ask("session.subscribe", "{\"events\":[\"log.entryAdded\"]}");
    tab =
        ask("browsingContext.create", "{\"type\":\"tab\"}")
            .getAsJsonObject("result")
            .get("context")
            .getAsString();
  }

  private String address() throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine())
      if (line.startsWith(LISTENS)) {
        Thread.ofVirtual().start(() -> hearOut(said));
        return line.substring(LISTENS.length());
      }
    throw new IOException("Firefox ended without an address");
  }

  /** What a browser says further is nobody's, but would fill the pipe. */
  private static void hearOut(BufferedReader said) {
    try {
      said.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      // It has ended, and its pipe with it.
    }
  }

  /** Goes to an address and waits until it is loaded. */
  void go(String address) {
    JsonObject how = new JsonObject();
    how.addProperty("context", tab);
    how.addProperty("url", address);
    how.addProperty("wait", "complete");
    ask("browsingContext.navigate", how.toString());
  }

  /** What an expression gives, as text; a promise is waited for. */
  String ask(String expression) {
    JsonObject target = new JsonObject();
    target.addProperty("context", tab);
    JsonObject how = new JsonObject();
    how.addProperty("expression", expression);
    how.add("target", target);
    how.addProperty("awaitPromise", true);
    JsonObject result =
        ask("script.evaluate", how.toString()).getAsJsonObject("result").getAsJsonObject("result");
    JsonElement value = result == null ? null : result.get("value");
    return value == null ? "" : value.getAsString();
  }

  /** What pages complained of since it was last asked. */
  List<String> faults() {
    List<String> told = List.copyOf(faults);
    faults.clear();
    return told;
  }

  private JsonObject ask(String method, String parameters) {
    long id = last.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    socket
        .sendText(
            "{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, parameters), true)
        .join();
    JsonObject told = answer.orTimeout(LONGEST, TimeUnit.SECONDS).join();
    if (told.has("error")) throw new IllegalStateException(method + ": " + told);
    return told;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
      try (Stream<Path> files = Files.walk(profile)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList())
          Files.deleteIfExists(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Answers find who asked; errors that pages log are kept. */
  private final class Hearing implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
      message.append(part);
      if (whole) {
        hear(JsonParser.parseString(message.toString()).getAsJsonObject());
        message.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private void hear(JsonObject told) {
      if (told.has("id") && !told.get("id").isJsonNull()) {
        CompletableFuture<JsonObject> answer = waiting.remove(told.get("id").getAsLong());
        if (answer != null) answer.complete(told);
        return;
      }
      JsonObject entry = told.getAsJsonObject("params");
      if (entry == null || !entry.has("level")) return;
      if (entry.get("level").getAsString().equals("error")) faults.add(text(entry));
    }

    private static String text(JsonObject entry) {
      JsonElement text = entry.get("text");
      JsonArray given = entry.getAsJsonArray("args");
      return (text == null || text.isJsonNull() ? "" : text.getAsString())
          + (given == null ? "" : given);
    }
  }
}
