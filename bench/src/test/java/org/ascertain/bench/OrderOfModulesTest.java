package org.ascertain.bench;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house's order, checked on the class files: bench stands on top, so it sees every module. */
class OrderOfModulesTest {

  /** A module may use only modules before it. Those to come have their place already. */
  private static final List<String> MODULES =
      List.of(
          "election",
          "law",
          "standing",
          "condition",
          "record",
          "archive",
          "ledger",
          "exchange",
          "answers",
          "desk",
          "cli",
          "server",
          "bench");

  /** Anyone can put these into another program. */
  private static final List<String> PURE = MODULES.subList(0, 4);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(DO_NOT_INCLUDE_TESTS)
          .importPackages("org.ascertain");

  static Stream<String> modules() {
    return MODULES.stream();
  }

  static Stream<String> pureModules() {
    return PURE.stream();
  }

  static Stream<String> modulesBelowDesk() {
    return MODULES.subList(0, MODULES.indexOf("desk")).stream();
  }

  @Test
  void every_class_stands_in_the_one_flat_package_of_a_known_module() {
    assertThat(CLASSES)
        .isNotEmpty()
        .extracting(JavaClass::getPackageName)
        .isSubsetOf(MODULES.stream().map(OrderOfModulesTest::packageOf).toList());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void a_module_uses_no_module_after_it(String module) {
    String[] after =
        MODULES.subList(MODULES.indexOf(module) + 1, MODULES.size()).stream()
            .map(OrderOfModulesTest::packageOf)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packageOf(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(after)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void server_and_cli_stand_side_by_side() {
    noClasses()
        .that()
        .resideInAPackage(packageOf("server"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packageOf("cli"))
        .allowEmptyShould(true)
        .check(CLASSES);
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
                PURE.subList(0, PURE.indexOf(module) + 1).stream()
                    .map(OrderOfModulesTest::packageOf))
            .toArray(String[]::new);
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(packageOf(module))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .allowEmptyShould(true)
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
        .allowEmptyShould(true)
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
        .allowEmptyShould(true)
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
