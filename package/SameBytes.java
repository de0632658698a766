import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes what Quarkus generates the same in each build. Its build steps run side by side and number
 * what they hand on ("proxykey17") in the order in which they come to it
 * (https://github.com/quarkusio/quarkus/pull/53025, which the version here lacks). Here the numbers
 * are given anew, in the order of the classes' names and of what stands in each.
 *
 * <pre>java package/SameBytes.java generated-bytecode.jar SECONDS</pre>
 */
final class SameBytes {

  private static final Pattern KEY = Pattern.compile("proxykey[0-9]+");

  private static final int UTF8_TAG = 1;
  private static final int LONG_TAG = 5;
  private static final int DOUBLE_TAG = 6;

  /** How many bytes stand after each tag but the first (JVMS 4.4). */
  private static final Map<Integer, Integer> BYTES =
      Map.ofEntries(
          Map.entry(3, 4), Map.entry(4, 4), Map.entry(LONG_TAG, 8), Map.entry(DOUBLE_TAG, 8),
          Map.entry(7, 2), Map.entry(8, 2), Map.entry(9, 4), Map.entry(10, 4), Map.entry(11, 4),
          Map.entry(12, 4), Map.entry(15, 3), Map.entry(16, 2), Map.entry(17, 4), Map.entry(18, 4),
          Map.entry(19, 2), Map.entry(20, 2));

  private static final Map<String, String> NUMBERED = new HashMap<>();

  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    long millis = Long.parseLong(args[1]) * 1000;
    TreeMap<String, byte[]> files = new TreeMap<>();
    try (ZipFile in = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : in.stream().filter(entry -> !entry.isDirectory()).toList())
        files.put(entry.getName(), in.getInputStream(entry).readAllBytes());
    }
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTime(millis);
        out.putNextEntry(entry);
        out.write(each.getKey().endsWith(".class") ? numbered(each.getValue()) : each.getValue());
      }
    }
  }

  /** The class with its numbers as they are to be. */
  private static byte[] numbered(byte[] bytes) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream(bytes.length);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    DataOutputStream out = new DataOutputStream(written);
    out.write(in.readNBytes(8)); // the mark and the versions
    int constants = in.readUnsignedShort();
    out.writeShort(constants);
    for (int i = 1; i < constants; i++) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      if (tag == UTF8_TAG) {
        byte[] text = in.readNBytes(in.readUnsignedShort());
        String ascii = new String(text, UTF_8);
        byte[] now = KEY.matcher(ascii).matches() ? number(ascii).getBytes(UTF_8) : text;
        out.writeShort(now.length);
        out.write(now);
      } else {
        out.write(in.readNBytes(BYTES.get(tag)));
        if (tag == LONG_TAG || tag == DOUBLE_TAG) i++; // they take two places
      }
    }
    in.transferTo(out);
    return written.toByteArray();
  }

  private static String number(String key) {
    return NUMBERED.computeIfAbsent(key, _ -> "proxykey" + (NUMBERED.size() + 1));
  }
}
