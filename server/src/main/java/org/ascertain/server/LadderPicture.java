package org.ascertain.server;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.ascertain.answers.HeadlineRung;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Washington;
import org.ascertain.server.Outlines.Weight;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing.Majority;
import org.ascertain.standing.Standing.RungFigures;

/**
 * The ladder of a moment as a PNG of 1200 by 630 pixels, the size that previews of shared links
 * have. It is drawn from outlines alone; nothing of it is smaller than 18 pixels.
 */
final class LadderPicture {

  static final int WIDTH = 1200;
  static final int HEIGHT = 630;

  private static final int SIDE = 48;
  private static final int BAR_FROM = 238;
  private static final int BAR_WIDTH = 600;
  private static final int CROSSED_FROM = 860;
  private static final int FIRST_RUNG = 322;
  private static final int RUNG = 37;
  private static final Color PAPER = new Color(0xFBFAF8);
  private static final Color INK = new Color(0x1B1B19);
  private static final Color SOFT = new Color(0x5E5C56);
  private static final Color HAIR = new Color(0xD8D5CD);
  private static final Color STRONG = new Color(0x8F8B81);

  /** The colours of one candidate: fill, text, line, tint, text on the fill. */
  private record Paint(Color fill, Color text, Color tint, Color on) {}

  private static final Paint LEFT =
      new Paint(new Color(0x1F4E79), new Color(0x1F4E79), new Color(0xE3EBF2), Color.WHITE);
  private static final Paint RIGHT =
      new Paint(new Color(0xD9683C), new Color(0xA83F17), new Color(0xFBE9E0), INK);

  /**
   * Further candidates stand in grey, between the two: a picture has no room for their textures.
   */
  private static final Paint OTHER = new Paint(STRONG, INK, new Color(0xE9E6DF), INK);

  /** The deadline that a rung waits for, by the beginning of its rule's id. */
  private static final Map<Rung, String> WAITS =
      Map.of(
          Rung.CERTIFIED, "CAL.SAFE",
          Rung.ASCERTAINED, "CAL.MEET",
          Rung.VOTED, "CAL.MEET",
          Rung.COUNTED, "CAL.COUNT");

  private final Headline headline;
  private final PageWords words;
  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D paper = image.createGraphics();

  private LadderPicture(Headline headline, PageWords words) {
    this.headline = headline;
    this.words = words;
  }

  /**
   * The picture of a moment.
   *
   * @param all how many entries the record has
   */
  static byte[] png(Headline headline, int all, PageWords words) {
    return new LadderPicture(headline, words).draw(all);
  }

  private byte[] draw(int all) {
    paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    paper.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    paper.setColor(PAPER);
    paper.fillRect(0, 0, WIDTH, HEIGHT);
    masthead();
    headline();
    heads();
    List<Rung> rungs = HeadlineRung.RUNGS.reversed();
    for (int i = 0; i < rungs.size(); i++) rung(rungs.get(i), FIRST_RUNG + i * RUNG);
    rails();
    foot(all);
    paper.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void masthead() {
    line(49, 37, 49, 68, 2, INK);
    line(72, 37, 72, 68, 2, INK);
    line(49, 44, 72, 44, 6, INK);
    line(49, 52.5, 72, 52.5, 3.4, INK);
    line(49, 61, 72, 61, 1.6, INK);
    text("Ascertain", Weight.BOLD, 26, 88, 61, INK);
    String moment = headline.moment(words);
    atRight(moment, Weight.NORMAL, 23, WIDTH - SIDE, 60, INK);
    line(SIDE, 87, WIDTH - SIDE, 87, 3, INK);
  }

  /** Two lines at most of what stands, and one of what it is not yet. */
  private void headline() {
    List<String> lines = broken(headline.first(words), Weight.BOLD, 56, 2);
    // The stage on one line and its figures on the next read better than figures torn apart.
    String whole = headline.first(words);
    int stage = whole.indexOf(": ") + 1;
    if (lines.size() > 1 && fits(whole.substring(stage + 1), Weight.BOLD, 56) && stage > 0)
      lines = List.of(whole.substring(0, stage), whole.substring(stage + 1));
    double y = lines.size() == 1 ? 170 : 154;
    for (String each : lines) {
      text(each, Weight.BOLD, 56, SIDE, y, INK);
      y += 62;
    }
    double size = fits(headline.rest(words), Weight.LIGHT, 36) ? 36 : 30;
    String rest = broken(headline.rest(words), Weight.LIGHT, size, 1).getFirst();
    text(rest, Weight.LIGHT, size, SIDE, y - 6, SOFT);
  }

  private void heads() {
    int y = FIRST_RUNG - 14;
    List<String> rails = headline.rails();
    if (!rails.isEmpty())
      text(headline.name(rails.getFirst()), Weight.STRONG, 19, BAR_FROM, y, LEFT.text());
    if (rails.size() > 1)
      atRight(
          headline.name(rails.get(1)), Weight.STRONG, 19, BAR_FROM + BAR_WIDTH, y, RIGHT.text());
    int majority = HeadlineRung.majority(headline.standing());
    String line =
        words.say(
            "ladder.line",
            Map.of("majority", majority, "base", HeadlineRung.whole(headline.standing())));
    double wide = Outlines.width(line, Weight.STRONG, 19);
    text(line, Weight.STRONG, 19, place(majority) - wide / 2, y, INK);
    text(
        words.say("ladder.cross", Map.of("majority", majority)),
        Weight.NORMAL,
        19,
        CROSSED_FROM,
        y,
        SOFT);
  }

  private void rung(Rung stage, int y) {
    Optional<RungFigures> figures = HeadlineRung.rung(headline.standing(), stage);
    boolean top = headline.top().filter(rung -> rung.rung() == stage).isPresent();
    boolean empty = figures.map(row -> row.electors().isEmpty()).orElse(true);
    int baseline = y + RUNG / 2 + 8;
    text(
        words.say("stage." + stage.word()),
        empty ? Weight.NORMAL : Weight.STRONG,
        23,
        SIDE,
        baseline,
        empty ? SOFT : INK);
    double thick = top ? 28 : 18;
    // On a whole pixel, so that two halves meet without a seam.
    double from = Math.floor(y + (RUNG - thick) / 2);
    if (empty) {
      line(BAR_FROM, from, BAR_FROM + BAR_WIDTH, from, 1, HAIR);
      line(BAR_FROM, from + thick, BAR_FROM + BAR_WIDTH, from + thick, 1, HAIR);
    } else bar(figures.orElseThrow(), from, thick, top);
    crossed(stage, figures, baseline);
  }

  /** Of two answers each has half of the height. */
  private void bar(RungFigures rung, double y, double thick, boolean top) {
    Optional<List<Map<String, Long>>> answers = headline.answers(rung);
    Map<String, Long> only = new HashMap<>();
    rung.electors().forEach((id, n) -> only.put(id, n));
    double tall = answers.isPresent() ? thick / 2 : thick;
    List<Rectangle2D> boxes = boxes(rung, answers.map(List::getFirst).orElse(only), y, tall);
    answers.ifPresent(of -> boxes(rung, of.getLast(), y + tall, tall));
    List<String> rails = headline.rails();
    for (int i = 0; i < rails.size(); i++) {
      Rectangle2D box = boxes.get(i);
      String figure = headline.figure(rung, rails.get(i), words);
      figure(rung.rung(), paint(i), figure, box.getX(), y, box.getWidth(), thick, i, top);
    }
  }

  /**
   * Draws the electors that each has in one answer: the first from the left, others from the right.
   */
  private List<Rectangle2D> boxes(
      RungFigures rung, Map<String, Long> electors, double y, double tall) {
    List<Rectangle2D> boxes = new ArrayList<>();
    double edge = BAR_FROM + BAR_WIDTH;
    for (String id : headline.rails()) {
      double n = electors.getOrDefault(id, 0L);
      double wide = n * BAR_WIDTH / whole();
      double x = boxes.isEmpty() ? BAR_FROM : edge - wide;
      if (!boxes.isEmpty()) edge = x;
      Rectangle2D box = new Rectangle2D.Double(x, y, wide, tall);
      if (n > 0) piece(rung.rung(), paint(boxes.size()), box);
      boxes.add(box);
    }
    return boxes;
  }

  private static Paint paint(int order) {
    return order == 0 ? LEFT : order == 1 ? RIGHT : OTHER;
  }

  /** Whose word a stage is shows in its fill: a tint, with a line, hatched, solid. */
  private void piece(Rung stage, Paint paint, Rectangle2D box) {
    if (stage.compareTo(Rung.VOTED) >= 0) {
      paper.setColor(paint.fill());
      paper.fill(box);
      return;
    }
    paper.setColor(paint.tint());
    paper.fill(box);
    if (stage == Rung.REPORTED) return;
    if (stage != Rung.CALLED) {
      java.awt.Shape before = paper.getClip();
      paper.clip(box);
      for (double x = box.getX() - box.getHeight(); x < box.getMaxX(); x += 6)
        line(x, box.getMaxY(), x + box.getHeight(), box.getY(), 1.6, paint.fill());
      paper.setClip(before);
      return;
    }
    paper.setColor(paint.fill());
    paper.setStroke(new BasicStroke(1.8f));
    paper.draw(box);
  }

  private void figure(
      Rung stage,
      Paint paint,
      String figure,
      double x,
      double y,
      double wide,
      double thick,
      int order,
      boolean top) {
    double size = top ? 23 : 18;
    double room = Outlines.width(figure, Weight.BOLD, size) + 14;
    if (wide < room) return;
    boolean solid = stage.compareTo(Rung.VOTED) >= 0;
    double from = order == 0 ? x : order == 1 ? x + wide - room : x + (wide - room) / 2;
    if (!solid && stage != Rung.REPORTED && stage != Rung.CALLED) {
      paper.setColor(paint.tint());
      paper.fill(new Rectangle2D.Double(from, y, room, thick));
    }
    text(
        figure,
        Weight.BOLD,
        size,
        from + 7,
        y + thick / 2 + size * 0.36,
        solid ? paint.on() : paint.text());
  }

  /** Since when somebody has a majority, or why nobody has. */
  private void crossed(Rung stage, Optional<RungFigures> figures, int y) {
    Optional<Majority> majority = figures.flatMap(RungFigures::majority);
    if (majority.isEmpty()) {
      text(lacking(stage, figures), Weight.NORMAL, 19, CROSSED_FROM, y, SOFT);
      return;
    }
    String moment = Headline.since(majority.get(), words);
    double after = text(moment, Weight.STRONG, 21, CROSSED_FROM, y, INK);
    if (HeadlineRung.isImplied(figures.orElseThrow()))
      text(words.say("implied"), Weight.NORMAL, 19, after + 10, y, SOFT);
  }

  private String lacking(Rung stage, Optional<RungFigures> figures) {
    boolean nowhere =
        figures
            .map(row -> row.electors().isEmpty() && row.held().extent() == Extent.NONE)
            .orElse(true);
    if (nowhere && stage.compareTo(Rung.CALLED) <= 0) return words.say("notInRecord");
    if (stage == Rung.DECLARED) return words.say("afterCount");
    LocalDate today = Washington.day(headline.at().effective());
    return headline.standing().deadlines().stream()
        .map(row -> row.deadline())
        .filter(due -> WAITS.containsKey(stage) && due.rule().id().startsWith(WAITS.get(stage)))
        .filter(due -> !due.day().isBefore(today))
        .map(due -> words.say("due", Map.of("day", words.dayOfYear(due.day()))))
        .findFirst()
        .orElseGet(() -> words.say("notYet"));
  }

  private void rails() {
    int bottom = FIRST_RUNG + HeadlineRung.RUNGS.size() * RUNG;
    line(BAR_FROM, FIRST_RUNG - 4, BAR_FROM, bottom, 2, INK);
    line(BAR_FROM + BAR_WIDTH, FIRST_RUNG - 4, BAR_FROM + BAR_WIDTH, bottom, 2, INK);
    double line = place(HeadlineRung.majority(headline.standing()));
    line(line, FIRST_RUNG - 4, line, bottom, 4, PAPER);
    line(line, FIRST_RUNG - 4, line, bottom, 1.6, INK);
  }

  private void foot(int all) {
    String election = headline.header().election();
    Map<String, Object> blanks =
        Map.of("election", election, "n", headline.standing().entries(), "all", all);
    text(words.say("cite.entries", blanks), Weight.NORMAL, 18, SIDE, HEIGHT - 24, SOFT);
  }

  private int whole() {
    long most =
        headline.standing().ladder().stream()
            .mapToLong(row -> row.electors().sum())
            .max()
            .orElse(0);
    return (int) Math.max(HeadlineRung.whole(headline.standing()), most);
  }

  private double place(int electors) {
    return BAR_FROM + (double) electors * BAR_WIDTH / whole();
  }

  private static boolean fits(String text, Weight weight, double size) {
    return Outlines.width(text, weight, size) <= WIDTH - 2 * SIDE;
  }

  /** Words on so many lines as they take; what does not fit is left out, with a sign of it. */
  private static List<String> broken(String text, Weight weight, double size, int most) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (fits(longer, weight, size)) line = longer;
      else if (lines.size() + 1 == most) {
        lines.add(line + " …");
        return lines;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    return lines;
  }

  /** Gives where the text ends. */
  private double text(String text, Weight weight, double size, double x, double y, Color color) {
    paper.setColor(color);
    paper.fill(Outlines.line(text, weight, size, x, y));
    return x + Outlines.width(text, weight, size);
  }

  private void atRight(
      String text, Weight weight, double size, double right, double y, Color color) {
    text(text, weight, size, right - Outlines.width(text, weight, size), y, color);
  }

  private void line(double x, double y, double toX, double toY, double wide, Color color) {
    paper.setColor(color);
    paper.setStroke(new BasicStroke((float) wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    paper.draw(new Line2D.Double(x, y, toX, toY));
  }
}
