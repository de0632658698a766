package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of text as outlines, from glyphs that the program brings along: a bare machine has no
 * fonts, and a JDK without fontconfig reads none.
 */
final class Outlines {

  /** The weights of the page's type that there are outlines of. */
  enum Weight {
    LIGHT(350),
    NORMAL(400),
    STRONG(650),
    BOLD(700);

    private final int value;

    Weight(int value) {
      this.value = value;
    }
  }

  private static final double EM = 1000;
  private static final int HEX = 16;
  private static final Pattern SEGMENT = Pattern.compile("([MLHVQCZ])([^MLHVQCZ]*)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");
  private static final Map<Integer, Face> FACES = read();

  /** One glyph: how far the next stands from it, and its form. */
  private record Glyph(double advance, Path2D form) {}

  private record Face(Map<Integer, Glyph> glyphs, Map<Long, Integer> kerning) {
    Glyph glyph(int letter) {
      return Objects.requireNonNull(
          glyphs.getOrDefault(letter, glyphs.get((int) '?')), "the outlines have a question mark");
    }

    double kern(int first, int second) {
      return kerning.getOrDefault(pair(first, second), 0);
    }
  }

  /**
   * A line of text.
   *
   * @param size of the type, in pixels
   * @param x where its first letter begins
   * @param y its baseline
   */
  static Path2D line(String text, Weight weight, double size, double x, double y) {
    Path2D line = new Path2D.Double();
    set(text, weight, size, x, y, Optional.of(line));
    return line;
  }

  /** How wide a line is, in pixels. */
  static double width(String text, Weight weight, double size) {
    return set(text, weight, size, 0, 0, Optional.empty());
  }

  private static double set(
      String text, Weight weight, double size, double x, double y, Optional<Path2D> into) {
    Face face = Objects.requireNonNull(FACES.get(weight.value), "outlines of every weight");
    double scale = size / EM;
    double pen = x;
    int before = 0;
    for (int letter : known(text, face).codePoints().toArray()) {
      pen += face.kern(before, letter) * scale;
      Glyph glyph = face.glyph(letter);
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, pen, y);
      into.ifPresent(line -> line.append(glyph.form().getPathIterator(place), false));
      pen += glyph.advance() * scale;
      before = letter;
    }
    return pen - x;
  }

  /** Letters with accents that there are no outlines of lose them; a space is a space. */
  private static String known(String line, Face face) {
    String text = line.replace('\u00a0', ' ');
    if (text.codePoints().allMatch(face.glyphs()::containsKey)) return text;
    return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
  }

  private static long pair(int first, int second) {
    return ((long) first << Integer.SIZE) | second;
  }

  private static Map<Integer, Face> read() {
    Map<Integer, Face> faces = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Outlines.class.getResourceAsStream("outlines.txt"), "outlines.txt"),
                UTF_8))) {
      Face face = new Face(new HashMap<>(), new HashMap<>());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", 4);
        switch (words[0]) {
          case "weight" -> {
            face = new Face(new HashMap<>(), new HashMap<>());
            faces.put(Integer.parseInt(words[1]), face);
          }
          case "glyph" ->
              face.glyphs()
                  .put(
                      Integer.parseInt(words[1], HEX),
                      new Glyph(
                          Integer.parseInt(words[2]), form(words.length > 3 ? words[3] : "")));
          case "kern" ->
              face.kerning()
                  .put(
                      pair(Integer.parseInt(words[1], HEX), Integer.parseInt(words[2], HEX)),
                      Integer.parseInt(words[3]));
          default -> {
            // A line about the file.
          }
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return Map.copyOf(faces);
  }

  /** A path as SVG writes it, in absolute coordinates. */
  private static Path2D form(String path) {
    Path2D form = new Path2D.Double();
    Matcher segments = SEGMENT.matcher(path);
    double x = 0;
    double y = 0;
    while (segments.find()) {
      double[] at =
          NUMBER
              .matcher(segments.group(2))
              .results()
              .mapToDouble(n -> Double.parseDouble(n.group()))
              .toArray();
      switch (segments.group(1).charAt(0)) {
        case 'M' -> form.moveTo(at[0], at[1]);
        case 'L' -> form.lineTo(at[0], at[1]);
        case 'H' -> form.lineTo(at[0], y);
        case 'V' -> form.lineTo(x, at[0]);
        case 'Q' -> form.quadTo(at[0], at[1], at[2], at[3]);
        case 'C' -> form.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        default -> form.closePath();
      }
      if (form.getCurrentPoint() != null) {
        x = form.getCurrentPoint().getX();
        y = form.getCurrentPoint().getY();
      }
    }
    return form;
  }

  private Outlines() {}
}
