package org.ascertain.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Commands of pages that would build or test all this once more: the modules, classes and profiles
 * that they name are looked for.
 */
final class BuildCommands {

  private static final List<String> SETS = List.of("--fuzz", "--mutation", "--install");

  private final Path root;

  BuildCommands(Path root) {
    this.root = root;
  }

  /** {@code ./ascertain test ...}; MODULE and CLASS in capitals stand for any. */
  void test(String command) throws IOException {
    String module = "";
    for (String word : words(command, "./ascertain test")) {
      if (SETS.contains(word) || word.matches("\\[?(MODULE|CLASS)\\]?")) continue;
      if (module.isEmpty()) module = moduleOf(word);
      else hasClass(module, word);
    }
  }

  /** {@code mvn ...}. */
  void maven(String command) throws IOException {
    List<String> words = words(command, "mvn");
    String module = words.contains("-pl") ? words.get(words.indexOf("-pl") + 1) : "";
    for (String word : words) {
      if (word.startsWith("-P")) hasProfiles(word.substring(2));
      if (word.startsWith("-Dtest=") && !word.equals("-Dtest=None"))
        hasClass(module, word.substring("-Dtest=".length()));
    }
    if (!module.isEmpty() && !module.equals("MODULE"))
      for (String each : module.split(",", -1)) moduleOf(each);
  }

  private static List<String> words(String command, String name) {
    return Stream.of(command.substring(name.length()).strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private String moduleOf(String name) {
    assertThat(root.resolve(name).resolve("pom.xml")).exists();
    return name;
  }

  private void hasClass(String module, String name) throws IOException {
    try (Stream<Path> tests = Files.walk(root.resolve(module).resolve("src/test"))) {
      assertThat(tests).as(name).anyMatch(file -> file.endsWith(name + ".java"));
    }
  }

  private void hasProfiles(String names) throws IOException {
    for (String profile : names.split(",", -1))
      assertThat(Files.readString(root.resolve("pom.xml"))).contains("<id>" + profile + "</id>");
  }
}
