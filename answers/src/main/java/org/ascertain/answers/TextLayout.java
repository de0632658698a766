package org.ascertain.answers;

/** How text is set where it is shown: how wide, and what is set off, which only repeats words. */
public interface TextLayout {

  /** Lines of any length, and nothing set off. */
  TextLayout PLAIN = new Plain(Integer.MAX_VALUE);

  /** Nothing set off. */
  record Plain(int width) implements TextLayout {
    @Override
    public String bold(String text) {
      return text;
    }

    @Override
    public String faint(String text) {
      return text;
    }

    @Override
    public String marked(String text) {
      return text;
    }
  }

  /** How many columns a line may have. */
  int width();

  /** A heading. */
  String bold(String text);

  /** What is read last. */
  String faint(String text);

  /** What decides. */
  String marked(String text);
}
