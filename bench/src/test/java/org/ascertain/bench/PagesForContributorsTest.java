package org.ascertain.bench;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages that say where something stands name what is there. */
class PagesForContributorsTest {

  private static final Path ROOT = Path.of("..");
  private static final List<String> PAGES =
      List.of(
          "docs/architecture.md",
          "docs/how-to.md",
          "docs/stores/archive.md",
          "docs/stores/published-log.md",
          "docs/stores/record-on-disk.md");

  /** A class, or a member of one behind a point. */
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.\\w+)?`");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");

  @Test
  void every_class_that_they_name_is_there() throws IOException {
    Set<String> classes = classes();
    for (String page : PAGES)
      assertThat(named(page, CLASS).filter(name -> !classes.contains(name))).as(page).isEmpty();
  }

  @Test
  void every_page_that_they_link_to_is_there() {
    for (String page : PAGES)
      assertThat(named(page, LINK))
          .as(page)
          .allMatch(link -> Files.exists(ROOT.resolve(page).resolveSibling(link)));
  }

  private static Stream<String> named(String page, Pattern what) {
    try {
      return what.matcher(Files.readString(ROOT.resolve(page)))
          .results()
          .map(result -> result.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> classes() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(PagesForContributorsTest::sources)
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(toSet());
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
