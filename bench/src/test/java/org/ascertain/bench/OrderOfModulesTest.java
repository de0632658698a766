package org.ascertain.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The house as {@code docs/architecture.md} lists it, held against the class files of all modules:
 * bench is built last, so that it finds every one.
 */
class OrderOfModulesTest {

  /** Anyone can put these into another program. */
  private static final List<String> PURE = List.of("condition", "standing", "law", "election");

  /**
   * Where each module's classes are, seen from it: in the quick build elsewhere than in the whole.
   */
  private static final Path CLASSES_FOLDER = classesFolder();

  /** What each module uses by the list, from the top of the house to its ground. */
  private static final Map<String, Set<String>> LISTED = listed();

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(modules().map(OrderOfModulesTest::classes).filter(Files::exists).toList());

  static Stream<String> modules() {
    return LISTED.keySet().stream();
  }

  static Stream<String> pureModules() {
    return PURE.stream();
  }

  static Stream<String> modulesBelowDesk() {
    return modules().dropWhile(module -> !module.equals("desk")).skip(1);
  }

  private static Path classes(String module) {
    return Path.of("..", module).resolve(CLASSES_FOLDER);
  }

  private static Path classesFolder() {
    Path module = Path.of("").toAbsolutePath();
    try {
      URI here =
          OrderOfModulesTest.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return module.relativize(Path.of(here)).resolveSibling("classes");
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Map<String, Set<String>> listed() {
    Pattern row = Pattern.compile("\\| `(\\w+)` \\| ([^|]*) \\|.*");
    Pattern name = Pattern.compile("`(\\w+)`");
    Map<String, Set<String>> listed = new LinkedHashMap<>();
    for (String line : lines("docs", "architecture.md")) {
      Matcher module = row.matcher(line);
      if (module.matches())
        listed.put(
            module.group(1),
            name.matcher(module.group(2))
                .results()
                .map(result -> result.group(1))
                .collect(toCollection(TreeSet::new)));
    }
    return listed;
  }

  private static List<String> lines(String... path) {
    try {
      return Files.readAllLines(Path.of("..", path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_list_has_every_module_of_the_build_the_last_built_on_top() {
    Pattern module = Pattern.compile("\\s*<module>(\\w+)</module>");
    List<String> built =
        lines("pom.xml").stream()
            .map(module::matcher)
            .filter(Matcher::matches)
            .map(line -> line.group(1))
            .toList();
    assertThat(LISTED.keySet()).containsExactlyElementsOf(built.reversed());
  }

  @Test
  void a_module_uses_only_modules_further_down_the_list() {
    List<String> down = List.copyOf(LISTED.keySet());
    LISTED.forEach(
        (module, used) ->
            assertThat(down.subList(down.indexOf(module) + 1, down.size()))
                .as(module)
                .containsAll(used));
  }

  /** A module without Java, or with tests only, uses nothing. */
  @ParameterizedTest
  @MethodSource("modules")
  void a_module_uses_what_the_list_says_and_nothing_else(String module) {
    if (Files.isDirectory(Path.of("..", module, "src", "main", "java")))
      assertThat(CLASSES.containPackage(packageOf(module))).as("its classes are seen").isTrue();
    Set<String> used = new TreeSet<>();
    for (JavaClass each : CLASSES)
      if (each.getPackageName().equals(packageOf(module)))
        for (Dependency on : each.getDirectDependenciesFromSelf())
          for (String other : LISTED.keySet())
            if (on.getTargetClass().getPackageName().equals(packageOf(other))) used.add(other);
    used.remove(module);
    assertThat(LISTED.get(module))
        .as("the second column of %s in docs/architecture.md".formatted(module))
        .isEqualTo(used);
  }

  @Test
  void every_class_stands_in_the_one_flat_package_of_its_module() {
    assertThat(CLASSES)
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.getSource().orElseThrow().getUri().getPath())
                    .contains("/" + module(each) + "/" + CLASSES_FOLDER + "/"));
  }

  private static String module(JavaClass each) {
    return modules()
        .filter(module -> each.getPackageName().equals(packageOf(module)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(each + " is in no module's package"));
  }

  @Test
  void server_and_cli_do_not_know_each_other() {
    assertThat(LISTED.get("server")).isNotEmpty().doesNotContain("cli");
    assertThat(LISTED.get("cli")).isNotEmpty().doesNotContain("server");
  }

  @Test
  void the_form_of_the_record_knows_nothing_of_law_and_standing() {
    noClasses()
        .that()
        .resideInAPackage(packageOf("record"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            packageOf("law"), packageOf("standing"), packageOf("condition"), "java.sql..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("pureModules")
  void a_pure_module_uses_nothing_but_the_jdk_jspecify_and_the_modules_before_it(String module) {
    String[] allowed =
        Stream.concat(
                Stream.of("java..", "org.jspecify.annotations"),
                PURE.subList(PURE.indexOf(module), PURE.size()).stream()
                    .map(OrderOfModulesTest::packageOf))
            .toArray(String[]::new);
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(packageOf(module))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("pureModules")
  void a_pure_module_does_no_input_or_output_and_logs_nothing(String module) {
    noClasses()
        .that()
        .resideInAPackage(packageOf(module))
        .and()
        // Text beside the classes is part of the program.
        .doNotHaveSimpleName("ClassPathText")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io", "java.nio.file..", "java.net..", "java.sql..", "java.util.logging..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("modulesBelowDesk")
  void time_is_given_to_a_module_below_the_desk_and_never_read_from_a_clock(String module) {
    noClasses()
        .that()
        .resideInAPackage(packageOf(module))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void no_class_has_a_name_that_says_nothing() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)(\\$.*)?")
        .check(CLASSES);
  }

  private static String packageOf(String module) {
    return "org.ascertain." + module;
  }
}
