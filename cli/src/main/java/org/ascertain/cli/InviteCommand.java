package org.ascertain.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ascertain.answers.ExitCode;
import org.ascertain.desk.DeskTables;
import org.ascertain.desk.People;
import org.ascertain.desk.PeopleJson;
import org.ascertain.desk.Person;
import org.ascertain.desk.Role;
import org.ascertain.desk.Staff;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Invites somebody to the desk of a data folder, as whoever may write to the folder. */
@Command(
    name = "invite",
    description = {
      "Invites somebody to a desk, and prints once what opens their account. Whoever has it sets a"
          + " password at a server that runs on the folder (docs/people.md)."
    },
    footer = {"", "For example: invite --data DIR --role recorder --name Ann"},
    mixinStandardHelpOptions = true)
final class InviteCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--role",
      split = ",",
      required = true,
      paramLabel = "ROLE",
      description =
          "What they may do: recorder (types and proposes), reviewer (approves and decides),"
              + " administrator (invites people, makes tokens), auditor (reads everything).")
  private List<String> roles = List.of();

  @Option(
      names = "--name",
      paramLabel = "N",
      description = "By which they sign in; they may choose another.")
  private @Nullable String name;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    DataFolder folder = data.existing();
    Set<Role> given = roles();
    try (DeskStore desk = DeskTables.open(folder.store())) {
      People people = Staff.of(desk, InstantSource.system()).people();
      switch (people.invite(name == null ? nobodys(people) : name, given)) {
        case People.Invited(Person person, Secret link) -> tell(person, link);
        case People.Not(People.Why why) -> throw wrong(why.sentence());
        case People.Done done -> throw new IllegalStateException("an invitation without a link");
      }
    }
    out().flush();
    return ExitCode.DONE;
  }

  /** A name that nobody has, until they choose one. */
  private static String nobodys(People people) {
    Set<String> taken =
        people.all().stream().flatMap(each -> each.name().stream()).collect(Collectors.toSet());
    int number = taken.size() + 1;
    while (taken.contains("invited " + number)) number++;
    return "invited " + number;
  }

  private Set<Role> roles() {
    Set<Role> given = EnumSet.noneOf(Role.class);
    for (String word : roles)
      given.add(
          Role.of(word.toLowerCase(Locale.ROOT))
              .orElseThrow(
                  () ->
                      wrong(
                          "There is no role '%s'; there are recorder, reviewer, administrator and auditor."
                              .formatted(word))));
    return given;
  }

  private void tell(Person person, Secret link) {
    if (json) {
      out().println(PeopleJson.person(person, Optional.of(link)));
      return;
    }
    out()
        .println(
            "Account %d, %s: %s."
                .formatted(
                    person.account().number(),
                    person.name().orElse("nobody"),
                    person.roles().stream()
                        .sorted()
                        .map(Role::word)
                        .collect(Collectors.joining(", "))));
    out().println("Within seven days, once, at a server on this folder (docs/people.md):");
    out().println("  /desk#invitation=" + link.text());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
