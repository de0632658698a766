package org.ascertain.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ascertain.exchange.ReadRows.Unfit;

/**
 * A file as a sequence of parts that begin and end, whether it is XML or JSON, so that each format
 * with both is read by one reader. Nothing of it is held but what is asked for whole.
 */
abstract class Parts implements AutoCloseable {

  /** So many parts, and so many characters, has no part that is asked for whole. */
  private static final int MOST = 20_000;

  private static final int LONGEST = 1 << 20;

  /** What comes next. */
  enum Event {
    BEGIN,
    END,
    /** The file is over. */
    OVER
  }

  private int parts;

  /** Goes on to where a part begins or ends. */
  abstract Event next() throws IOException, Unfit;

  /** The name of the part that has begun or ended. */
  abstract String name();

  /** The attributes of the part that has begun, as far as they stand before everything else. */
  abstract Map<String, String> attributes();

  /** The text of the part that has ended, without what stands in its parts. */
  abstract String text();

  /** The line that has been reached. */
  abstract long line();

  /** The column that has been reached. */
  abstract long column();

  /** Where it has come to, in words. */
  final String place() {
    return "line " + line() + ", column " + column();
  }

  /** What follows cannot be read. */
  final Unfit cutOff(String why) {
    return new Unfit(ReadCheck.CUT_OFF, place(), why);
  }

  /** The part that has begun, to its end. */
  final Part whole() throws IOException, Unfit {
    parts = 0;
    return inner();
  }

  private Part inner() throws IOException, Unfit {
    if (++parts > MOST) throw new Unfit(ReadCheck.TOO_LARGE, place(), name());
    String name = name();
    Map<String, String> attributes = Map.copyOf(attributes());
    List<Part> inside = new ArrayList<>();
    Map<String, String> late = new HashMap<>(attributes);
    for (Event event = next(); event == Event.BEGIN; event = next()) {
      Part part = inner();
      if (part.name().startsWith("@")) late.put(part.name().substring(1), part.text());
      else inside.add(part);
    }
    String text = text();
    if (text.length() > LONGEST) throw new Unfit(ReadCheck.TOO_LARGE, place(), name);
    return new Part(name, late, text, inside);
  }

  /** Passes over the part that has begun. */
  void skip() throws IOException, Unfit {
    for (int depth = 1; depth > 0; ) depth += next() == Event.BEGIN ? 1 : -1;
  }

  @Override
  public abstract void close() throws IOException;
}
