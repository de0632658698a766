package org.ascertain.condition;

import static org.ascertain.standing.Rung.CERTIFIED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascertain.condition.Condition.And;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.condition.Condition.InOffice;
import org.ascertain.condition.Condition.Leads;
import org.ascertain.condition.Condition.Not;
import org.ascertain.condition.Condition.Or;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.condition.Condition.Stage;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Unit;
import org.ascertain.law.Law;
import org.ascertain.standing.Rung;

/**
 * Reads conditions.
 *
 * <pre>
 * condition = all {"or" all}        all = part {"and" part}        part = ["not"] ( atom | "(" condition ")" )
 * atom = rung ">=" (integer | "majority") | "called" ["(" unit ")"] "by" caller {"and" caller} | "declared"
 *      | "in-office" | "settled" ["(" unit ")"] | "stage(" unit ")" ">=" official | "leads(" unit ["," candidate] ")"
 * </pre>
 *
 * After {@code by}, {@code and X} goes on with the list where X is a caller of the election.
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

  private record Token(String text, int place) {}

  /** Ends reading at the first thing that is not understood; never leaves this class. */
  private static final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int place;

    Stuck(int place, String problem) {
      super(problem, null, false, false);
      this.place = place;
    }
  }

  private static final Pattern TOKEN = Pattern.compile("\\s*(>=|[(),]|[^\\s(),>]+|.)");
  private static final int DEEPEST = 100;

  private final Header header;
  private final List<String> units;
  private final List<Token> tokens = new ArrayList<>();
  private int next;
  private int depth;

  private ConditionParser(String text, Header header, Law law) {
    this.header = header;
    this.units = law.units().stream().map(Unit::id).toList();
    Matcher matcher = TOKEN.matcher(text.stripTrailing());
    while (matcher.lookingAt()) {
      tokens.add(new Token(matcher.group(1), matcher.start(1)));
      matcher.region(matcher.end(), text.stripTrailing().length());
    }
    tokens.add(new Token("", text.length()));
  }

  /** Reads a condition about an election. */
  public static Parsed parse(String text, Header header, Law law) {
    ConditionParser parser = new ConditionParser(text, header, law);
    try {
      Condition condition = parser.condition();
      parser.expect("", "the end, \"and\" or \"or\"");
      return new Parsed.Understood(condition);
    } catch (Stuck stuck) {
      return new Parsed.NotUnderstood(stuck.place, String.valueOf(stuck.getMessage()));
    }
  }

  private Condition condition() {
    if (++depth > DEEPEST) throw new Stuck(token().place(), "the parentheses go too deep");
    List<Condition> any = several("or", this::all);
    depth--;
    return any.size() == 1 ? any.getFirst() : new Or(any);
  }

  private Condition all() {
    List<Condition> all = several("and", this::part);
    return all.size() == 1 ? all.getFirst() : new And(all);
  }

  private List<Condition> several(String between, Supplier<Condition> each) {
    List<Condition> several = new ArrayList<>(List.of(each.get()));
    while (take(between)) several.add(each.get());
    return several;
  }

  private Condition part() {
    if (take("not")) return new Not(operand());
    return operand();
  }

  private Condition operand() {
    if (!take("(")) return atom();
    Condition condition = condition();
    expect(")", "\")\"");
    return condition;
  }

  private Condition atom() {
    Token token = token();
    Optional<Rung> rung = Rung.of(token.text());
    boolean compared = tokens.size() > next + 1 && tokens.get(next + 1).text().equals(">=");
    if (rung.isPresent() && rung.get() != Rung.IN_OFFICE && compared) return atLeast(rung.get());
    if (rung.isPresent() && rung.get() != Rung.IN_OFFICE) requireAtLeast(token);
    return switch (token.text()) {
      case "called" -> called();
      case "declared" -> word(new Declared());
      case "in-office" -> word(new InOffice());
      case "settled" -> {
        next++;
        yield new Settled(take("(") ? Optional.of(closed(unit())) : Optional.empty());
      }
      case "stage" -> stage();
      case "leads" -> leads();
      case "" ->
          throw new Stuck(
              token.place(), "the condition ends too soon: a meaning of official should follow");
      default -> {
        if (rung.isPresent())
          throw new Stuck(
              token.place(), token.text() + " needs a number: " + token.text() + " >= 270");
        throw new Stuck(
            token.place(),
            "\""
                + token.text()
                + "\" is no meaning of official; write one of: "
                + "reported, called, certified, ascertained, voted, counted (each with >= 270 or >= majority), "
                + "called by, declared, in-office, settled, stage(PA) >= certified, leads(PA)");
      }
    };
  }

  /** After a rung stands no other comparison than "at least". */
  private void requireAtLeast(Token rung) {
    Token after = tokens.get(Math.min(next + 1, tokens.size() - 1));
    if (after.text().matches("[<>=\u2265].*"))
      throw new Stuck(after.place(), "write >= here: " + rung.text() + " >= 270");
  }

  private Condition word(Condition condition) {
    next++;
    return condition;
  }

  private Condition atLeast(Rung rung) {
    next += 2;
    Token number = token();
    if (take("majority")) return new AtLeast(rung, OptionalInt.empty());
    if (!number.text().matches("[0-9]{1,6}"))
      throw new Stuck(number.place(), "after >= comes a number of electors or \"majority\"");
    next++;
    return new AtLeast(rung, OptionalInt.of(Integer.parseInt(number.text())));
  }

  private Condition called() {
    next++;
    Optional<String> unit = take("(") ? Optional.of(closed(unit())) : Optional.empty();
    expect("by", "\"by\" and a caller, or >= and a number,");
    List<String> callers = new ArrayList<>(List.of(caller()));
    while (token().text().equals("and") && isCaller(tokens.get(next + 1).text())) {
      next++;
      callers.add(caller());
    }
    return new CalledBy(unit, callers);
  }

  private String caller() {
    Token token = token();
    if (isCaller(token.text())) {
      next++;
      return token.text();
    }
    String known = header.callers().stream().map(Caller::id).collect(Collectors.joining(", "));
    throw new Stuck(
        token.place(),
        "\""
            + token.text()
            + "\" is no caller of this election"
            + (known.isEmpty() ? ", which has none" : "; its callers are " + known));
  }

  private boolean isCaller(String id) {
    return header.callers().stream().anyMatch(caller -> caller.id().equals(id));
  }

  private Condition stage() {
    next++;
    expect("(", "\"(\" and a unit");
    String unit = closed(unit());
    expect(">=", "\">=\"");
    Token stage = token();
    Optional<Rung> rung =
        Rung.of(stage.text())
            .filter(r -> r == Rung.REPORTED || (r.compareTo(CERTIFIED) >= 0 && r.byJurisdiction()));
    if (rung.isEmpty())
      throw new Stuck(
          stage.place(), "a stage is one of reported, certified, ascertained, voted, counted");
    next++;
    return new Stage(unit, rung.get());
  }

  private Condition leads() {
    next++;
    expect("(", "\"(\" and a unit");
    String unit = unit(true);
    if (!take(",")) return new Leads(closed(unit), Optional.empty());
    Token candidate = token();
    if (header.candidates().stream().map(Candidate::id).noneMatch(candidate.text()::equals))
      throw new Stuck(
          candidate.place(), "\"" + candidate.text() + "\" is no candidate of this election");
    next++;
    return new Leads(closed(unit), Optional.of(candidate.text()));
  }

  private String closed(String unit) {
    expect(")", "\")\"");
    return unit;
  }

  private String unit() {
    return unit(false);
  }

  /** A unit of appointment, or where a tally is meant, a reporting unit below one. */
  private String unit(boolean reporting) {
    Token token = token();
    int slash = reporting ? token.text().indexOf('/') : -1;
    if (!units.contains(slash < 0 ? token.text() : token.text().substring(0, slash)))
      throw new Stuck(
          token.place(),
          "\""
              + token.text()
              + "\" is no unit of this election; write a code such as "
              + units.stream().filter(u -> u.startsWith("P")).findFirst().orElse(units.getFirst()));
    next++;
    return token.text();
  }

  private Token token() {
    return tokens.get(next);
  }

  private boolean take(String text) {
    if (!token().text().equals(text)) return false;
    next++;
    return true;
  }

  private void expect(String text, String words) {
    if (token().text().equals(text)) {
      if (!text.isEmpty()) next++;
      return;
    }
    String found = token().text().isEmpty() ? "the end" : "\"" + token().text() + "\"";
    throw new Stuck(token().place(), words + " should stand here, not " + found);
  }
}
