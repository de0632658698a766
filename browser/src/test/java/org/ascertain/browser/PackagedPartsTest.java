package org.ascertain.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The two programs are made of the modules that {@code docs/architecture.md} says they use, and of
 * nothing that only measures or tests.
 */
class PackagedPartsTest {

  private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| ([^|]*) \\|.*");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private static final List<String> ONLY_FOR_MEASURING_AND_TESTS =
      List.of("duckdb", "jmh", "junit", "jqwik", "assertj", "archunit", "jazzer", "playwright");

  /** What each module uses by the page's table. */
  private static Map<String, List<String>> uses() throws IOException {
    Map<String, List<String>> uses = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("..", "docs", "architecture.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches())
        uses.put(
            row.group(1), NAME.matcher(row.group(2)).results().map(name -> name.group(1)).toList());
    }
    return uses;
  }

  private static Set<String> allThat(String module, Map<String, List<String>> uses) {
    Set<String> all = new TreeSet<>(Set.of(module));
    for (String used : uses.getOrDefault(module, List.of())) all.addAll(allThat(used, uses));
    return all;
  }

  private static List<String> jars(Path... folders) {
    return Stream.of(folders)
        .flatMap(PackagedPartsTest::files)
        .filter(name -> name.endsWith(".jar"))
        .toList();
  }

  private static Stream<String> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The modules of the house among jars, some of which have the house's name before theirs. */
  private static Set<String> modules(List<String> jars) {
    String end = "-" + System.getProperty("ascertain.version") + ".jar";
    return jars.stream()
        .filter(jar -> jar.endsWith(end))
        .map(jar -> jar.substring(0, jar.length() - end.length()))
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertOnlyForUse(List<String> jars) {
    assertThat(jars)
        .allSatisfy(
            jar ->
                assertThat(jar.toLowerCase(Locale.ROOT))
                    .doesNotContain(ONLY_FOR_MEASURING_AND_TESTS.toArray(String[]::new)));
  }

  @Test
  void the_command_line_is_made_of_what_it_uses() throws IOException {
    List<String> jars = jars(PackagedProgram.COMMAND_LINE);
    assertThat(modules(jars)).isEqualTo(allThat("cli", uses()));
    assertOnlyForUse(jars);
  }

  @Test
  void the_server_is_made_of_what_it_uses_and_of_the_page() throws IOException {
    Path lib = PackagedProgram.SERVER.resolve("lib");
    List<String> jars =
        jars(PackagedProgram.SERVER.resolve("app"), lib.resolve("main"), lib.resolve("boot"));
    Set<String> due = allThat("server", uses());
    due.add("web"); // files alone: no class of the server names one of its
    assertThat(modules(jars)).isEqualTo(due);
    assertOnlyForUse(jars);
  }
}
