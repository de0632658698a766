package org.ascertain.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ./ascertain package} makes an installation of, as far as it can be seen without
 * making one; {@code package/try.sh} installs one and runs it.
 */
class PackageTest {

  private static final Path ROOT = Path.of("..");
  private static final Path PACKAGE = ROOT.resolve("package");
  private static final String PAGE = "npm:";

  /** An import of what is no file of ours and no directory of Node's. */
  private static final Pattern IMPORT =
      Pattern.compile("(?:from|import) '((?:@[\\w.-]+/)?[a-z][\\w.-]*)(?:/[^']*)?'");

  private static final Pattern TEXT =
      Pattern.compile("META-INF/(.*/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*");

  @TempDir private Path temp;

  private static Map<String, String> licences() throws IOException {
    Map<String, String> licences = new TreeMap<>();
    for (String row : Files.readAllLines(PACKAGE.resolve("parts.tsv")).stream().skip(1).toList()) {
      String[] cells = row.split("\t", -1);
      assertThat(licences.put(cells[0], cells[1])).as(row).isNull();
    }
    return licences;
  }

  /** Jars of others in the two programs. */
  private static List<Path> jars() {
    Path lib = PackagedProgram.SERVER.resolve("lib");
    return Stream.of(PackagedProgram.COMMAND_LINE, lib.resolve("main"), lib.resolve("boot"))
        .flatMap(folder -> files(folder).stream())
        .filter(file -> file.toString().endsWith(".jar"))
        .filter(jar -> !isOurs(jar))
        .toList();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static boolean isOurs(Path jar) {
    String module = name(jar).replaceFirst("^org\\.ascertain\\.", "").replaceFirst("-[0-9].*", "");
    return Files.isRegularFile(ROOT.resolve(module).resolve("pom.xml"));
  }

  private static String name(Path jar) {
    return jar.getFileName().toString().replaceFirst("\\.jar$", "");
  }

  private static List<String> partsOf(Path jar, Map<String, String> licences) {
    return licences.keySet().stream()
        .filter(part -> name(jar).matches("(.*\\.)?" + Pattern.quote(part) + "-[0-9].*"))
        .toList();
  }

  private static boolean hasText(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().anyMatch(entry -> TEXT.matcher(entry.getName()).matches());
    }
  }

  @Test
  void every_part_has_one_licence_and_a_text_of_it() throws IOException {
    Map<String, String> licences = licences();
    assertThat(jars()).hasSizeGreaterThan(100);
    for (Path jar : jars()) {
      List<String> parts = partsOf(jar, licences);
      assertThat(parts).as("package/parts.tsv about " + name(jar)).hasSize(1);
      String part = parts.getFirst();
      assertThat(
              hasText(jar)
                  || licences.getOrDefault(part, "").startsWith("Apache-2.0")
                  || Files.exists(PACKAGE.resolve("licences").resolve(part + ".txt")))
          .as("text of the licence of " + part)
          .isTrue();
    }
  }

  @Test
  void no_licence_is_of_a_part_that_is_no_more() throws IOException {
    Map<String, String> licences = licences();
    List<String> there =
        jars().stream().flatMap(jar -> partsOf(jar, licences).stream()).distinct().toList();
    // of brotli4j's native parts there is the one for this machine
    assertThat(
            licences.keySet().stream()
                .filter(part -> !part.startsWith(PAGE))
                .filter(part -> !part.startsWith("native-") || there.contains(part)))
        .containsExactlyInAnyOrderElementsOf(there);
    assertThat(files(PACKAGE.resolve("licences")))
        .allMatch(text -> there.contains(text.getFileName().toString().replace(".txt", "")));
  }

  @Test
  void what_the_page_is_made_of_has_a_licence_too() throws IOException {
    Map<String, String> licences = licences();
    TreeSet<String> imported = new TreeSet<>();
    for (Path file : files(ROOT.resolve("web/src")))
      if (file.toString().endsWith(".ts"))
        IMPORT
            .matcher(Files.readString(file))
            .results()
            .forEach(each -> imported.add(each.group(1)));
    assertThat(imported).contains("lit");
    assertThat(licences.keySet())
        .containsAll(imported.stream().map(PAGE::concat).collect(Collectors.toSet()));
    for (String part : licences.keySet())
      if (part.startsWith(PAGE))
        assertThat(
                ROOT.resolve("web/node_modules")
                    .resolve(part.substring(PAGE.length()) + "/LICENSE"))
            .isRegularFile();
  }

  @Test
  void the_service_has_a_user_of_its_own_and_writes_to_its_data_alone() throws IOException {
    List<String> unit = Files.readAllLines(PACKAGE.resolve("ascertain.service"));
    assertThat(unit)
        .contains(
            "ExecStart=/usr/bin/ascertain serve --config /etc/ascertain/ascertain.conf",
            "User=ascertain",
            "StateDirectory=ascertain",
            "CapabilityBoundingSet=",
            "NoNewPrivileges=yes",
            "ProtectSystem=strict",
            "ProtectHome=yes",
            "PrivateTmp=yes",
            "MemoryMax=1G")
        .noneMatch(line -> line.startsWith("ReadWritePaths") || line.startsWith("AmbientCap"));
    assertThat(Files.readAllLines(PACKAGE.resolve("ascertain.conf")))
        .contains("data = /var/lib/ascertain");
  }

  /** Records outlive every package. */
  @Test
  void no_script_of_the_package_removes_data() throws IOException {
    assertThat(PACKAGE.resolve("postrm")).doesNotExist();
    for (String script : List.of("postinst", "prerm"))
      assertThat(Files.readAllLines(PACKAGE.resolve(script)))
          .filteredOn(line -> line.contains("rm ") && !line.strip().startsWith("#"))
          .allMatch(line -> line.contains("/cache/*") || line.contains("/run/ascertain-ran"));
  }

  @Test
  void a_jar_whose_numbers_were_given_in_another_order_becomes_the_same() throws Exception {
    Path one =
        jar(
            "one.jar",
            Map.of("a/A", List.of("proxykey7", "proxykey9"), "b/B", List.of("proxykey7")));
    Path other =
        jar(
            "other.jar",
            Map.of("a/A", List.of("proxykey3", "proxykey1"), "b/B", List.of("proxykey3")));
    Path different =
        jar(
            "different.jar",
            Map.of("a/A", List.of("proxykey3", "proxykey1"), "b/B", List.of("proxykey1")));
    for (Path jar : List.of(one, other, different)) settle(jar);
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other));
    assertThat(Files.readAllBytes(one)).isNotEqualTo(Files.readAllBytes(different));
  }

  private Path jar(String name, Map<String, List<String>> classes) throws IOException {
    Path jar = temp.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, List<String>> each : classes.entrySet()) {
        out.putNextEntry(new ZipEntry(each.getKey() + ".class"));
        out.write(classWith(each.getKey(), each.getValue()));
      }
    }
    return jar;
  }

  private static byte[] classWith(String name, List<String> texts) {
    return ClassFile.of()
        .build(
            ClassDesc.ofInternalName(name),
            made ->
                made.withMethodBody(
                    "run",
                    MethodTypeDesc.of(ConstantDescs.CD_void),
                    ClassFile.ACC_STATIC,
                    code -> {
                      texts.forEach(text -> code.ldc(text).pop());
                      code.return_();
                    }));
  }

  private void settle(Path jar) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                PACKAGE.resolve("SameBytes.java").toString(),
                jar.toString(),
                "1700000000")
            .inheritIO()
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
