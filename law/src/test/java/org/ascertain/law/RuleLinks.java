package org.ascertain.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a rule stands in the source, and which scenarios name it. */
final class RuleLinks {

  private static final Path ROOT =
      Path.of(Optional.ofNullable(System.getProperty("basedir")).orElse(".")).resolve("..");
  private static final Path SOURCES = Path.of("law/src/main/java/org/ascertain/law");
  private static final Path SCENARIOS = Path.of("scenarios");

  private final SortedMap<Path, String> sources = texts(SOURCES, ".java");
  private final SortedMap<Path, String> scenarios = texts(SCENARIOS, "scenario.json");

  /** Links as the pages of the docs write them: the file, then the scenarios. */
  String of(Rule<?> rule) {
    Path source = source(rule.id());
    List<String> named =
        scenarios.entrySet().stream()
            .filter(of -> names(of.getValue(), rule.id()))
            .map(of -> of.getKey().getParent())
            .map(folder -> "[%s](../%s)".formatted(folder.getFileName(), folder))
            .toList();
    return "[%s](../%s)".formatted(source.getFileName(), source)
        + (named.isEmpty() ? "" : " · scenarios: " + String.join(", ", named));
  }

  private static boolean names(String text, String rule) {
    return Pattern.compile(Pattern.quote(rule) + "(?![A-Z0-9.]*[A-Z0-9])").matcher(text).find();
  }

  /** The file that gives the rule its text; else that with the id, or its beginning, in a table. */
  private Path source(String id) {
    return file("\"" + Pattern.quote(id) + "\",\\s+\"")
        .or(() -> file("\\b" + Pattern.quote(id) + "(?![A-Z0-9.])"))
        .or(() -> file("\"" + Pattern.quote(id.substring(0, id.lastIndexOf('.') + 1)) + "\""))
        .orElseThrow(() -> new IllegalStateException("no source has " + id));
  }

  private Optional<Path> file(String pattern) {
    Pattern found = Pattern.compile(pattern);
    return sources.entrySet().stream()
        .filter(of -> found.matcher(of.getValue()).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static SortedMap<Path, String> texts(Path under, String name) {
    SortedMap<Path, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve(under))) {
      for (Path file : files.filter(path -> path.toString().endsWith(name)).toList())
        texts.put(ROOT.relativize(file), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
