import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Gives an installation the licences of all parts that it is made of, and its bill of materials.
 * It fails where a part has no licence in {@code package/parts.tsv}, no text of it, or no place in
 * the bill that Maven made.
 *
 * <pre>java -cp INSTALLATION/programs/app/* package/Parts.java CHECKOUT INSTALLATION BILL</pre>
 */
final class Parts {

  private static final Pattern TEXT =
      Pattern.compile("META-INF/(.*/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*");

  private static final String APACHE = "Apache-2.0";
  private static final String PAGE = "npm:";
  private static final String RUNTIME = "Java runtime";

  private record Part(String name, String version, String licence, String texts) {}

  private final Path checkout;
  private final Path installation;
  private final Map<String, String> licences = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /** By SHA-256, the jars of others. */
  private final Map<String, String> jars = new HashMap<>();

  private Parts(Path checkout, Path installation) throws IOException {
    this.checkout = checkout;
    this.installation = installation;
    for (String row :
        Files.readAllLines(checkout.resolve("package/parts.tsv")).stream().skip(1).toList()) {
      String[] cells = row.split("\t", -1);
      licences.put(cells[0], cells[1]);
    }
  }

  public static void main(String[] args) throws Exception {
    Parts parts = new Parts(Path.of(args[0]), Path.of(args[1]));
    parts.copyTexts();
    parts.bill(Path.of(args[2]));
    parts.faults.forEach(System.err::println);
    System.exit(parts.faults.isEmpty() ? 0 : 1);
  }

  // --- licences ----------------------------------------------------------------------------------

  private Path texts() {
    return installation.resolve("licences");
  }

  private void copyTexts() throws Exception {
    Files.createDirectories(texts());
    Files.copy(checkout.resolve("LICENSE"), texts().resolve(APACHE + ".txt"));
    for (Path jar : jarsOf(installation.resolve("programs"))) if (!isOurs(jar)) take(jar);
    for (String name : licences.keySet()) if (name.startsWith(PAGE)) takeOfPage(name);
    parts.add(runtime());
    parts.sort(Comparator.comparing(part -> part.name().toLowerCase(Locale.ROOT)));
    List<String> rows = new ArrayList<>(List.of("part\tversion\tlicence\ttexts"));
    for (Part part : parts)
      rows.add(String.join("\t", part.name(), part.version(), part.licence(), part.texts()));
    Files.write(texts().resolve("parts.tsv"), rows);
  }

  private static List<Path> jarsOf(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> !Files.isSymbolicLink(file))
          .sorted()
          .toList();
    }
  }

  /** Our own modules, and what Quarkus made of them. */
  private boolean isOurs(Path jar) throws IOException {
    String name = jar.getFileName().toString();
    String module = name.replaceFirst("^org\\.ascertain\\.", "").replaceFirst("-[0-9].*", "");
    return Files.isRegularFile(checkout.resolve(module).resolve("pom.xml"))
        || name.equals("quarkus-run.jar")
        || jar.getParent().endsWith("quarkus");
  }

  private void take(Path jar) throws Exception {
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    jars.put(sha256(jar), name);
    List<String> known =
        licences.keySet().stream()
            .filter(part -> name.matches("(.*\\.)?" + Pattern.quote(part) + "-[0-9].*"))
            .toList();
    if (known.size() != 1) {
      faults.add("package/parts.tsv names no licence, or several, of " + name + ".");
      return;
    }
    String part = known.getFirst();
    String version = name.substring(name.lastIndexOf(part + "-") + part.length() + 1);
    parts.add(new Part(part, version, licences.get(part), textsOf(jar, part)));
  }

  /** Where they lie: those in the jar, else ours for it, else the one that hundred parts share. */
  private String textsOf(Path jar, String part) throws IOException {
    Path own = texts().resolve(part);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> found =
          zip.stream().filter(entry -> TEXT.matcher(entry.getName()).matches()).toList();
      for (ZipEntry entry : found) {
        Files.createDirectories(own);
        Files.write(
            own.resolve(entry.getName().replaceFirst("META-INF/", "").replace('/', '-')),
            zip.getInputStream(entry).readAllBytes());
      }
      if (!found.isEmpty()) return part + "/";
    }
    Path ours = checkout.resolve("package/licences").resolve(part + ".txt");
    if (Files.exists(ours)) {
      Files.createDirectories(own);
      Files.copy(ours, own.resolve("LICENSE.txt"));
      return part + "/";
    }
    if (!licences.get(part).startsWith(APACHE))
      faults.add("There is no text of the licence of " + part + ": package/licences/" + part + ".txt.");
    return APACHE + ".txt";
  }

  private void takeOfPage(String name) throws IOException {
    String part = name.substring(PAGE.length());
    Path source = checkout.resolve("web/node_modules").resolve(part);
    String version =
        new ObjectMapper().readTree(source.resolve("package.json").toFile()).path("version").asText();
    Path own = Files.createDirectories(texts().resolve("page").resolve(part));
    Files.copy(source.resolve("LICENSE"), own.resolve("LICENSE"));
    parts.add(new Part(name, version, licences.get(name), "page/" + part + "/"));
  }

  private Part runtime() throws IOException {
    Properties release = new Properties();
    release.load(Files.newBufferedReader(installation.resolve("runtime/release"), UTF_8));
    return new Part(
        RUNTIME,
        release.getProperty("JAVA_VERSION").replace("\"", ""),
        "GPL-2.0-with-classpath-exception",
        "../runtime/legal/");
  }

  // --- the bill ----------------------------------------------------------------------------------

  /** Maven's, without what is only for the build, and with the page's parts and the runtime. */
  private void bill(Path made) throws Exception {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode bill = (ObjectNode) json.readTree(made.toFile());
    ArrayNode kept = bill.putArray("components").removeAll();
    List<String> left = new ArrayList<>();
    Map<String, String> unseen = new HashMap<>(jars);
    for (JsonNode each : json.readTree(made.toFile()).path("components")) {
      boolean shipped = unseen.remove(sha256Of(each)) != null;
      if (shipped || each.path("group").asText().equals("org.ascertain")) kept.add(each);
      else left.add(each.path("bom-ref").asText());
    }
    unseen.values().forEach(jar -> faults.add(jar + " is not in the bill that Maven made."));
    JsonNode fetched = json.readTree(checkout.resolve("web/package-lock.json").toFile()).path("packages");
    for (Part part : parts) {
      if (part.name().startsWith(PAGE)) {
        String name = part.name().substring(PAGE.length());
        String sum = fetched.path("node_modules/" + name).path("integrity").asText();
        add(kept, part, "library", "pkg:npm/" + purl(part), "SHA-512", hex(sum));
      } else if (part.name().equals(RUNTIME)) {
        String sum = sha256(installation.resolve("runtime/lib/modules"));
        add(kept, part, "platform", "", "SHA-256", sum);
      }
    }
    for (JsonNode each : kept)
      if (each.path("hashes").isEmpty()) faults.add(each.path("name") + " has no sum in the bill.");
    without(bill, left);
    json.writeValue(installation.resolve("bom.json").toFile(), bill);
  }

  /** As npm writes the sum of what it fetched: {@code sha512-} and Base64. */
  private static String hex(String integrity) {
    return HexFormat.of()
        .formatHex(Base64.getDecoder().decode(integrity.replaceFirst("^sha512-", "")));
  }

  private static String purl(Part part) {
    return part.name().substring(PAGE.length()).replace("@", "%40") + "@" + part.version();
  }

  private static void add(
      ArrayNode to, Part part, String type, String purl, String algorithm, String sum) {
    ObjectNode node = to.addObject();
    node.put("type", type);
    node.put("bom-ref", purl.isEmpty() ? part.name() : purl);
    node.put("name", part.name().replaceFirst("^" + PAGE, ""));
    node.put("version", part.version());
    node.putArray("hashes").addObject().put("alg", algorithm).put("content", sum);
    node.putArray("licenses").addObject().putObject("license").put("id", part.licence());
    if (!purl.isEmpty()) node.put("purl", purl);
  }

  private static void without(ObjectNode bill, List<String> left) {
    ArrayNode all = (ArrayNode) bill.path("dependencies");
    for (int i = all.size() - 1; i >= 0; i--) {
      if (left.contains(all.get(i).path("ref").asText())) {
        all.remove(i);
        continue;
      }
      if (!(all.get(i).path("dependsOn") instanceof ArrayNode on)) continue;
      for (int j = on.size() - 1; j >= 0; j--) if (left.contains(on.get(j).asText())) on.remove(j);
    }
  }

  private static String sha256Of(JsonNode component) {
    for (JsonNode hash : component.path("hashes"))
      if (hash.path("alg").asText().equals("SHA-256")) return hash.path("content").asText();
    return "";
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
