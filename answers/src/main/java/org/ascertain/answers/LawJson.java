package org.ascertain.answers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascertain.election.Jurisdiction;
import org.ascertain.law.Law;
import org.ascertain.law.LawSource;
import org.ascertain.law.Missing;
import org.ascertain.law.Provision;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.Rule;
import org.ascertain.law.StateLaw;
import org.ascertain.law.Verdict;

/** The rules in force for an election, and the dates and electors that they give, as JSON. */
public final class LawJson {

  /** For people and programs, indented. */
  public static String of(String election, Law law) {
    return JsonAnswer.object(json -> write(json, election, law));
  }

  /** As the server gives it: without a space too many. */
  public static String of(Edition edition, String election, Law law) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          write(json, election, law);
        });
  }

  /** What the law of one jurisdiction says for the election. */
  public static String of(String election, Law law, Jurisdiction of) {
    return JsonAnswer.object(
        json -> {
          json.text("election", election);
          json.text("jurisdiction", of.name());
          json.number("electors", law.entitled().getOrDefault(of.name(), 0));
          if (law.method(of.name()).isPresent())
            json.text("method", law.method(of.name()).get().method().words());
          dates(json, law);
          provisions(json, law.state(of.name()));
        });
  }

  /** The values of a state's law, each with how it is known, in an object that has been begun. */
  static void provisions(JsonAnswer json, Optional<StateLaw> law) throws IOException {
    List<Told> told = new ArrayList<>();
    law.ifPresent(
        of -> of.answers().forEach((field, answer) -> told.addAll(told(of, field, answer))));
    json.list("law", told, each -> provision(json, each));
    json.texts(
        "notFound", law.map(StateLaw::notFound).orElse(List.of()).stream().map(Field::id).toList());
  }

  /** One reading of one field, or why there is none. */
  private record Told(StateLaw law, Field field, Optional<Provision> provision, String why) {}

  private static List<Told> told(StateLaw law, Field field, Verdict<Provision> answer) {
    return switch (answer) {
      case Verdict.Determined<Provision>(var of, var grounds) ->
          List.of(new Told(law, field, Optional.of(of), ""));
      case Verdict.Alternatives<Provision>(var answers) ->
          answers.stream()
              .map(of -> new Told(law, field, Optional.of(of.value()), "sources differ"))
              .toList();
      case Verdict.NotYet<Provision>(var missing, var grounds) ->
          List.of(
              new Told(law, field, Optional.empty(), String.join(", ", Missing.words(missing))));
      case Verdict.NoRule<Provision>(var why, var grounds) ->
          List.of(new Told(law, field, Optional.empty(), why.toString()));
    };
  }

  private static void provision(JsonAnswer json, Told told) throws IOException {
    json.text("field", told.field().id());
    if (told.provision().isEmpty()) {
      json.text("verdict", "no-rule");
      json.text("why", told.why());
      return;
    }
    Provision of = told.provision().get();
    if (!told.why().isEmpty()) json.text("verdict", "alternatives");
    json.text("value", of.value());
    json.text("date", of.date().map(Object::toString));
    if (told.field() == Field.POLLS_CLOSE) {
      json.text("first", told.law().firstPollsClose().map(Object::toString));
      json.text("last", told.law().lastPollsClose().map(Object::toString));
    }
    json.text("how", of.how().name());
    json.text(
        "source", of.sources().stream().map(LawSource::title).collect(Collectors.joining("; ")));
    json.texts(
        "addresses",
        of.sources().stream().map(LawSource::address).filter(a -> !a.isEmpty()).toList());
    json.text("rule", of.rule());
  }

  private static void dates(JsonAnswer json, Law law) throws IOException {
    json.list(
        "dates",
        law.deadlines(),
        deadline -> {
          json.text("due", deadline.day().toString());
          json.text("what", deadline.words());
          json.text("rule", deadline.rule().id());
        });
  }

  private static void write(JsonAnswer json, String election, Law law) throws IOException {
    json.text("election", election);
    json.number("law", law.election());
    dates(json, law);
    if (law.allotment() instanceof Verdict.NotYet<Map<String, Integer>>(var missing, var grounds))
      json.texts("missing", Missing.words(missing));
    json.list(
        "appointmentDays",
        law.appointmentDays(),
        period -> {
          json.text("first", period.first().toString());
          json.text("last", period.last().toString());
        });
    json.object(
        "electors",
        inside -> {
          for (Map.Entry<String, Integer> each : law.entitled().entrySet())
            inside.number(each.getKey(), each.getValue());
        });
    json.list(
        "rules",
        law.rules(),
        rule -> {
          json.text("id", rule.id());
          json.text("text", rule.text());
          json.text("textEs", SpanishTexts.rule(rule.id()));
          json.text("citation", rule.citation());
          json.number("from", rule.from());
          if (rule.to() != Rule.OPEN) json.number("to", rule.to());
          json.text("keyedOn", EnumWords.of(rule.keyedOn()));
          json.text("confidence", EnumWords.of(rule.confidence()));
          json.text("displacedBy", law.displacedBy(rule));
        });
  }

  private LawJson() {}
}
