package org.ascertain.answers;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;

/** What is told of the tokens of a desk. */
public final class TokenText {

  /**
   * A token as it is told.
   *
   * @param id by which it is revoked, and which its entries bear
   * @param scope by part (elections, facts, callers, units, sources): what it may hand in; an empty
   *     part means all, of callers none
   */
  public record Row(
      long id,
      String label,
      SequencedMap<String, Collection<String>> scope,
      String policy,
      Instant created,
      Instant expires,
      Optional<Instant> revoked,
      Optional<Instant> lastUsed) {

    private String state(Instant now) {
      if (revoked.isPresent()) return "revoked " + revoked.get();
      return (now.isBefore(expires) ? "until " : "expired ") + expires;
    }

    private void write(JsonAnswer json, Instant now) throws IOException {
      json.number("id", id);
      json.text("label", label);
      json.object(
          "scope",
          parts -> {
            for (var part : scope.entrySet())
              if (!part.getValue().isEmpty())
                parts.texts(part.getKey(), new TreeSet<>(part.getValue()));
          });
      json.text("policy", policy);
      json.text("created", created.toString());
      json.text("expires", expires.toString());
      json.text("revoked", revoked.map(Instant::toString));
      json.text("lastUsed", lastUsed.map(Instant::toString));
      json.truth("good", revoked.isEmpty() && now.isBefore(expires));
    }
  }

  /**
   * A new token: its secret, on a line of its own, and what it is good for.
   *
   * @param folder in which the desk is, as it is named on a command line
   */
  public static void printNew(Row token, String secret, String folder, PrintWriter out) {
    out.println(secret);
    out.println();
    out.println("This is told once. Give it to whoever hands in, and to nobody else.");
    print(token, token.created(), out);
    out.printf(
        "Take it back with: ascertain token --revoke %d --data %s%n",
        token.id(), ShellWord.of(folder));
  }

  /** All tokens, as of now. */
  public static void print(List<Row> tokens, Instant now, PrintWriter out) {
    if (tokens.isEmpty()) out.println("There is no token.");
    tokens.forEach(token -> print(token, now, out));
  }

  private static void print(Row token, Instant now, PrintWriter out) {
    out.printf(
        "%d  %s  %s, %s, %s%n",
        token.id(),
        token.label(),
        token.state(now),
        "policy " + token.policy(),
        token.lastUsed().map(used -> "last used " + used).orElse("not used yet"));
    token
        .scope()
        .forEach(
            (part, words) -> {
              if (!words.isEmpty())
                out.printf("   %-10s %s%n", part, String.join(", ", new TreeSet<>(words)));
            });
  }

  /** A token that was taken back. */
  public static void printRevoked(Row token, PrintWriter out) {
    out.printf(
        "Token %d (%s) opens nothing since %s.%n",
        token.id(), token.label(), token.revoked().orElseThrow());
  }

  /** For programs; of a new token, with its secret. */
  public static String json(Row token, Optional<String> secret, Instant now) {
    return JsonAnswer.object(
        json -> {
          token.write(json, now);
          json.text("token", secret);
        });
  }

  /** For programs. */
  public static String json(List<Row> tokens, Instant now) {
    return JsonAnswer.object(json -> json.list("tokens", tokens, row -> row.write(json, now)));
  }

  private TokenText() {}
}
