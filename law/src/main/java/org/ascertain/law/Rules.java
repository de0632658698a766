package org.ascertain.law;

import java.util.ArrayList;
import java.util.List;

/** Every rule there is, by subject. */
final class Rules {

  /** A subject and its rules, in the order in which people read them. */
  record Chapter(String title, List<Rule<?>> rules) {}

  static final List<Chapter> CHAPTERS =
      List.of(
          new Chapter("When electors are appointed", ElectorsAppointed.rules()),
          new Chapter("When electors are certified", ElectorsCertified.rules()),
          new Chapter("The papers of the electors", CertificatesOfVotes.rules()),
          new Chapter("When electors vote", List.copyOf(ElectorsMeet.RULES)),
          new Chapter("When votes are delivered and counted", VotesCounted.rules()),
          new Chapter("When the term begins", TermBegins.rules()),
          new Chapter("How many electors a jurisdiction has", Allotment.rules()),
          new Chapter("How seats are apportioned", Apportionment.rules()),
          new Chapter("The law of the states", StateRules.rules()),
          new Chapter("What a legislature may direct", AppointingPower.rules()),
          new Chapter("How the popular vote appoints electors", ElectorsChosen.rules()),
          new Chapter("The National Popular Vote compact", InterstateCompact.rules()),
          new Chapter("How electors vote", ElectorsVote.rules()),
          new Chapter("What binds electors", BindingLaws.rules()),
          new Chapter("Who decides a dispute in Congress", CountingRegimes.rules()),
          new Chapter("How Congress sits to count", CountingSession.rules()),
          new Chapter("Who may object", Objections.rules()),
          new Chapter("Returns under the act of 1887", ElectoralCountAct.rules()),
          new Chapter(
              "Certificates and grounds under the act of 2022", ElectoralCountReformAct.rules()),
          new Chapter("Of what number a majority elects", MajorityBase.rules()),
          new Chapter("Where nobody has a majority", ContingentElection.rules()),
          new Chapter("Who is President when the term begins", Qualification.rules()),
          new Chapter("The transition", Transition.rules()));

  static final List<Rule<?>> ALL =
      CHAPTERS.stream().<Rule<?>>flatMap(chapter -> chapter.rules().stream()).toList();

  /** One list of rules of different shapes. */
  @SafeVarargs
  static List<Rule<?>> of(List<? extends Rule<?>>... lists) {
    List<Rule<?>> rules = new ArrayList<>();
    for (List<? extends Rule<?>> list : lists) rules.addAll(list);
    return List.copyOf(rules);
  }

  private Rules() {}
}
