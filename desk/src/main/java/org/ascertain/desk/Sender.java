package org.ascertain.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.ascertain.election.Source;
import org.ascertain.record.FactWord;

/**
 * Who hands in, and what they may.
 *
 * @param account under which their facts are recorded: an opaque number, or a name of the desk's
 *     own
 * @param label for people
 * @param scope what they may hand in; empty for whoever may write to the data folder
 * @param isAlone whether what binds takes nobody else: a record file is written, which is no desk
 */
public record Sender(
    String account, String label, Via via, Policy policy, Optional<Scope> scope, boolean isAlone) {

  /** Somebody who hands in to a desk, where what binds takes two people. */
  public Sender(String account, String label, Via via, Policy policy, Optional<Scope> scope) {
    this(account, label, via, policy, scope, false);
  }

  /** Whoever writes a record file, of which a desk knows nothing. */
  public static Sender ofRecordFile(String account) {
    return new Sender(account, account, Via.FOLDER, Policy.ASIDE, Optional.empty(), true);
  }

  /** Whoever may write to the data folder, by way of one of its folders. */
  public static Sender folder() {
    return new Sender("inbox", "inbox", Via.FOLDER, Policy.ASIDE, Optional.empty());
  }

  /** Whoever may write to the data folder, by a command with a file or a feed of others. */
  public static Sender of(String account, String label, Via via) {
    return new Sender(account, label, via, Policy.ASIDE, Optional.empty());
  }

  /** The holder of a token. */
  public static Sender of(Token token) {
    return new Sender(
        Long.toString(token.account()),
        token.label(),
        Via.HTTP,
        token.policy(),
        Optional.of(token.scope()));
  }

  /** Somebody with an account, who may hand in to an election what one alone may: no calls. */
  public static Sender of(Person person, String election) {
    String number = Long.toString(person.account().number());
    Set<String> facts = new TreeSet<>(FactWord.all());
    facts.removeAll(Set.of("call", "call-withdrawn"));
    Scope scope = new Scope(Set.of(election), facts, Set.of(), Set.of(), Set.of());
    return new Sender(number, "desk " + number, Via.FORM, Policy.ASIDE, Optional.of(scope));
  }

  /**
   * The source of rows that name none: the only one that the sender has, or one that is the sender.
   *
   * @param described the sources that a record has described
   */
  Source source(Function<String, Optional<Source>> described) {
    Optional<String> only =
        scope.filter(s -> s.sources().size() == 1).map(s -> s.sources().iterator().next());
    String id = only.orElse("feed-" + plain());
    return described.apply(id).orElse(Source.of(id, only.isPresent() ? id : label));
  }

  private String plain() {
    String plain = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return plain.replaceAll("^-|-$", "");
  }
}
