package org.ascertain.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ascertain.condition.Condition.And;
import org.ascertain.condition.Condition.Else;
import org.ascertain.condition.Condition.Not;
import org.ascertain.condition.Condition.Or;
import org.ascertain.condition.Condition.Steady;
import org.ascertain.condition.Tokens.Stuck;
import org.ascertain.election.Fact.Header;
import org.ascertain.law.Law;

/**
 * Reads conditions.
 *
 * <pre>
 * condition = all {"or" all} ["else" all "by" day]
 * all       = part {"and" part} ["steady for" duration]
 * part      = ["not"] ( atom | "(" condition ")" )
 * atom      = rung ">=" (integer | "majority") | rung "=" integer
 *           | "called" ["(" unit ")"] "by" caller {"and" caller}
 *           | integer "of" "(" caller {"," caller} ")" "call" ["(" unit ")"]
 *           | "declared" | "in-office" | "settled" ["(" unit ")"]
 *           | "stage(" unit ")" ">=" official | "leads(" unit ["," candidate] ")"
 *           | "popular vote leads" | "acknowledged by" text in quotation marks | "conceded"
 *           | "deadline" rule "passed" | "on or after" day
 * </pre>
 *
 * After {@code by}, {@code and X} goes on with the list where X is a caller of the election. A day
 * is written 2020-12-14, a duration as in ISO 8601: PT10M, P2D. Capitals make no difference; a
 * jurisdiction may be given by its name.
 */
public final class ConditionParser {

  /** What came of reading: a condition, or what is wrong with the text. */
  public sealed interface Parsed {
    record Understood(Condition condition) implements Parsed {}

    /**
     * Not understood from a place in the text, counted from 0; {@code problem} says why and what to
     * write.
     */
    record NotUnderstood(int place, String problem) implements Parsed {}
  }

  private static final int DEEPEST = 100;

  private final Tokens tokens;
  private final AtomParser atoms;
  private int depth;

  private ConditionParser(String text, Header header, Law law) {
    this.tokens = new Tokens(text);
    this.atoms = new AtomParser(tokens, header, law);
  }

  /** Reads a condition about an election. */
  public static Parsed parse(String text, Header header, Law law) {
    ConditionParser parser = new ConditionParser(text, header, law);
    try {
      Condition condition = parser.condition();
      parser.tokens.expect("", "the end, \"and\" or \"or\"");
      return new Parsed.Understood(condition);
    } catch (Stuck stuck) {
      return new Parsed.NotUnderstood(stuck.place(), stuck.problem());
    }
  }

  private Condition condition() {
    if (++depth > DEEPEST) throw new Stuck(tokens.now().place(), "the parentheses go too deep");
    List<Condition> any = several("or", this::all);
    Condition first = any.size() == 1 ? any.getFirst() : new Or(any);
    Optional<Condition> otherwise = tokens.take("else") ? Optional.of(all()) : Optional.empty();
    depth--;
    if (otherwise.isEmpty()) return first;
    tokens.expect("by", "\"by\" and a day such as 2021-01-20");
    return new Else(first, otherwise.get(), atoms.day());
  }

  private Condition all() {
    List<Condition> several = several("and", this::part);
    Condition all = several.size() == 1 ? several.getFirst() : new And(several);
    return tokens.take("steady", "for") ? new Steady(all, atoms.duration()) : all;
  }

  private List<Condition> several(String between, Supplier<Condition> each) {
    List<Condition> several = new ArrayList<>(List.of(each.get()));
    while (tokens.take(between)) several.add(each.get());
    return several;
  }

  private Condition part() {
    if (tokens.take("not")) return new Not(operand());
    return operand();
  }

  private Condition operand() {
    if (!tokens.take("(")) return atoms.atom();
    Condition condition = condition();
    tokens.expect(")", "\")\"");
    return condition;
  }
}
