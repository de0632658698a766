package org.ascertain.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascertain.desk.Blind.*;
import org.ascertain.desk.Ended.*;
import org.ascertain.desk.ForApproval.*;
import org.ascertain.desk.Proposal.Content;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;

/** How a proposal's state is kept: its word, and what it holds as an object of JSON. */
final class ProposalBody {

  private static final ObjectMapper JSON = new ObjectMapper();

  static String word(Proposal state) {
    return switch (state) {
      case Proposed s -> "proposed";
      case SentBack s -> "sent-back";
      case Stale s -> "stale";
      case Opened s -> "opened";
      case FirstTyping s -> "first-typing";
      case FirstTyped s -> "first-typed";
      case SecondTyping s -> "second-typing";
      case Differing s -> "differing";
      case HalfRetyped s -> "half-retyped";
      case Undecided s -> "undecided";
      case Recorded s -> "recorded";
      case Refused s -> "refused";
      case Withdrawn s -> "withdrawn";
    };
  }

  static String json(Proposal state) {
    ObjectNode to = JSON.createObjectNode();
    to.put("by", state.by().number());
    if (state instanceof ForApproval each) content(to, each.content());
    if (state instanceof Blind each) paper(to, each.paper());
    switch (state) {
      case Proposed s -> checked(to, "checked", s.checked());
      case SentBack s -> {
        to.put("reviewer", s.reviewer().number()).put("remark", s.remark());
        texts(to, "fields", s.fields());
      }
      case Stale s -> {
        checked(to, "then", s.then());
        checked(to, "found", s.found());
      }
      case Opened s -> {
        return to.toString();
      }
      case FirstTyping s -> typing(to, s.typing());
      case FirstTyped s -> side(to, "first", s.first());
      case SecondTyping s -> {
        side(to, "first", s.first());
        typing(to, s.typing());
      }
      case Differing s -> sides(to, s.first(), s.second());
      case HalfRetyped s -> {
        texts(to, "paths", s.paths());
        side(to, "retyped", s.retyped());
        side(to, "waiting", s.waiting());
      }
      case Undecided s -> sides(to, s.first(), s.second());
      case Recorded s -> recorded(to, s);
      case Refused s -> to.put("reviewer", s.reviewer().number()).put("reason", s.reason());
      case Withdrawn s -> to.put("reason", s.reason());
    }
    return to.toString();
  }

  static Proposal read(String word, String json) {
    JsonNode of = tree(json);
    Account by = account(of, "by");
    return switch (word) {
      case "proposed" -> new Proposed(by, content(of), checked(of, "checked"));
      case "sent-back" ->
          new SentBack(
              by,
              content(of),
              account(of, "reviewer"),
              of.path("remark").asText(),
              texts(of, "fields"));
      case "stale" -> new Stale(by, content(of), checked(of, "then"), checked(of, "found"));
      case "opened" -> new Opened(by, paper(of));
      case "first-typing" -> new FirstTyping(by, paper(of), typing(of));
      case "first-typed" -> new FirstTyped(by, paper(of), side(of, "first"));
      case "second-typing" -> new SecondTyping(by, paper(of), side(of, "first"), typing(of));
      case "differing" -> new Differing(by, paper(of), side(of, "first"), side(of, "second"));
      case "half-retyped" ->
          new HalfRetyped(
              by, paper(of), texts(of, "paths"), side(of, "retyped"), side(of, "waiting"));
      case "undecided" -> new Undecided(by, paper(of), side(of, "first"), side(of, "second"));
      case "recorded" -> recorded(of, by);
      case "refused" -> new Refused(by, account(of, "reviewer"), of.path("reason").asText());
      case "withdrawn" -> new Withdrawn(by, of.path("reason").asText());
      default -> throw new IllegalStateException("no proposal is " + word);
    };
  }

  private static void recorded(ObjectNode to, Recorded state) {
    to.put("second", state.second().number());
    state.decider().ifPresent(decider -> to.put("decider", decider.number()));
    switch (state.agreed()) {
      case Facts agreed -> facts(to, agreed.facts());
      case Typed agreed -> {
        paper(to, agreed.paper());
        fields(to, agreed.fields());
      }
    }
  }

  private static Recorded recorded(JsonNode of, Account by) {
    Agreed agreed = of.has("facts") ? new Facts(facts(of)) : new Typed(paper(of), fields(of));
    return new Recorded(
        by,
        account(of, "second"),
        Optional.of(of).filter(each -> each.has("decider")).map(each -> account(each, "decider")),
        agreed);
  }

  private static void content(ObjectNode to, Content content) {
    facts(to, content.facts());
    to.put("reason", content.reason());
    content.paper().ifPresent(paper -> to.put("scan", paper));
  }

  private static Content content(JsonNode of) {
    return new Content(facts(of), of.path("reason").asText(), text(of, "scan"));
  }

  private static void facts(ObjectNode to, List<Fact> facts) {
    ArrayNode all = to.putArray("facts");
    for (Fact fact : facts) all.add(KeptRow.draft(fact));
  }

  private static List<Fact> facts(JsonNode of) {
    List<Fact> all = new ArrayList<>();
    for (JsonNode each : of.path("facts"))
      all.add(KeptRow.read(Optional.of(each.asText()), 1).orElseThrow());
    return all;
  }

  private static void checked(ObjectNode to, String name, Checked checked) {
    to.putObject(name)
        .put("entries", checked.entries())
        .putRawValue("findings", new RawValue(Told.json(checked.findings())));
  }

  private static Checked checked(JsonNode of, String name) {
    JsonNode checked = of.path(name);
    return new Checked(
        Told.read(checked.path("findings").toString()), checked.path("entries").asLong());
  }

  private static void paper(ObjectNode to, Paper paper) {
    ObjectNode of = to.putObject("paper");
    of.put("kind", paper.kind()).put("unit", paper.unit());
    texts(of, "fields", paper.fields());
    paper.scan().ifPresent(scan -> of.put("scan", scan));
    ObjectNode source = of.putObject("source");
    source.put("id", paper.source().id()).put("title", paper.source().title());
    paper.source().publisher().ifPresent(publisher -> source.put("publisher", publisher));
    paper.source().date().ifPresent(date -> source.put("date", date.toString()));
    paper.source().url().ifPresent(url -> source.put("url", url));
  }

  private static Paper paper(JsonNode of) {
    JsonNode paper = of.path("paper");
    List<String> fields = new ArrayList<>();
    for (JsonNode each : paper.path("fields")) fields.add(each.asText());
    JsonNode source = paper.path("source");
    return new Paper(
        paper.path("kind").asText(),
        paper.path("unit").asText(),
        fields,
        new Source(
            source.path("id").asText(),
            source.path("title").asText(),
            text(source, "publisher"),
            text(source, "date").map(LocalDate::parse),
            text(source, "url")),
        text(paper, "scan"));
  }

  private static void typing(ObjectNode to, Typing typing) {
    side(to, "side", typing.side());
    to.put("until", typing.until().toString());
  }

  private static Typing typing(JsonNode of) {
    return new Typing(side(of, "side"), Instant.parse(of.path("until").asText()));
  }

  private static void sides(ObjectNode to, Side first, Side second) {
    side(to, "first", first);
    side(to, "second", second);
  }

  private static void side(ObjectNode to, String name, Side side) {
    ObjectNode of = to.putObject(name);
    of.put("typist", side.typist().number());
    side.remark().ifPresent(remark -> of.put("remark", remark));
    fields(of, side.fields());
  }

  private static Side side(JsonNode of, String name) {
    JsonNode side = of.path(name);
    return new Side(account(side, "typist"), fields(side), text(side, "remark"));
  }

  private static void fields(ObjectNode to, Map<String, String> fields) {
    ObjectNode of = to.putObject("fields");
    fields.forEach(of::put);
  }

  private static SortedMap<String, String> fields(JsonNode of) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : of.path("fields").properties())
      fields.put(each.getKey(), each.getValue().asText());
    return fields;
  }

  private static void texts(ObjectNode to, String name, Collection<String> texts) {
    ArrayNode all = to.putArray(name);
    texts.forEach(all::add);
  }

  private static SortedSet<String> texts(JsonNode of, String name) {
    SortedSet<String> all = new TreeSet<>();
    for (JsonNode each : of.path(name)) all.add(each.asText());
    return all;
  }

  private static Account account(JsonNode of, String name) {
    return new Account(of.path(name).asLong());
  }

  private static Optional<String> text(JsonNode of, String name) {
    return Optional.ofNullable(of.get(name)).map(JsonNode::asText);
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException damaged) {
      // what is typed blind is not told
      throw new IllegalStateException("a proposal that was kept cannot be read");
    }
  }

  private ProposalBody() {}
}
