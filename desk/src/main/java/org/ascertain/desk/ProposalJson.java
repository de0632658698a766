package org.ascertain.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.desk.Blind.Differing;
import org.ascertain.desk.Blind.FirstTyped;
import org.ascertain.desk.Blind.FirstTyping;
import org.ascertain.desk.Blind.HalfRetyped;
import org.ascertain.desk.Blind.Opened;
import org.ascertain.desk.Blind.Paper;
import org.ascertain.desk.Blind.SecondTyping;
import org.ascertain.desk.Blind.Side;
import org.ascertain.desk.Blind.Typing;
import org.ascertain.desk.Blind.Undecided;
import org.ascertain.desk.Ended.Recorded;
import org.ascertain.desk.Ended.Refused;
import org.ascertain.desk.Ended.Withdrawn;
import org.ascertain.desk.ForApproval.Proposed;
import org.ascertain.desk.ForApproval.SentBack;
import org.ascertain.desk.ForApproval.Stale;
import org.ascertain.desk.Proposal.Content;
import org.ascertain.election.Fact;

/**
 * Proposals as JSON, for whoever asks: what somebody types is told to them alone until both are
 * done, and then to whoever decides.
 */
public final class ProposalJson {

  /**
   * Who asks.
   *
   * @param isReviewer whether they may decide what others typed
   */
  public record Viewer(Account account, boolean isReviewer) {}

  private final Viewer viewer;
  private final JsonAnswer json;

  private ProposalJson(Viewer viewer, JsonAnswer json) {
    this.viewer = viewer;
    this.json = json;
  }

  /** One proposal, with what the viewer may do about it. */
  public static String one(KeptProposal kept, Viewer viewer, List<Next> next) {
    return JsonAnswer.compact(json -> new ProposalJson(viewer, json).write(kept, next));
  }

  /** A list of proposals. */
  public static String list(
      List<KeptProposal> all,
      Viewer viewer,
      Function<KeptProposal, List<Next>> next,
      Optional<String> more) {
    return JsonAnswer.compact(
        json -> {
          ProposalJson each = new ProposalJson(viewer, json);
          json.list("items", all, kept -> each.write(kept, next.apply(kept)));
          json.text("more", more);
        });
  }

  private void write(KeptProposal kept, List<Next> next) throws IOException {
    json.number("id", kept.filed().id());
    json.number("version", kept.filed().version());
    json.text("state", kept.word());
    json.text("kind", kept.kind());
    json.text("unit", kept.unit());
    json.number("by", kept.filed().state().by().number());
    json.text("opened", kept.opened().toString());
    json.text("changed", kept.changed().toString());
    json.number("firstEntry", kept.firstEntry());
    json.number("lastEntry", kept.lastEntry());
    state(kept.filed().state());
    json.list("waits", waits(kept.filed().state()), each -> json.text("for", each));
    IntakeJson.next(json, next);
  }

  private void state(Proposal state) throws IOException {
    switch (state) {
      case Proposed s -> {
        content(s.content());
        checked("findings", s.checked());
        json.number("seen", s.checked().entries());
      }
      case SentBack s -> {
        content(s.content());
        json.number("reviewer", s.reviewer().number());
        json.text("remark", s.remark());
        json.texts("fields", s.fields());
      }
      case Stale s -> {
        content(s.content());
        checked("then", s.then());
        checked("findings", s.found());
        json.number("seen", s.found().entries());
      }
      case Opened s -> paper(s.paper());
      case FirstTyping s -> {
        paper(s.paper());
        typing(s.typing());
      }
      case FirstTyped s -> {
        paper(s.paper());
        typists(List.of(s.first()));
      }
      case SecondTyping s -> {
        paper(s.paper());
        typists(List.of(s.first()));
        typing(s.typing());
      }
      case Differing s -> {
        paper(s.paper());
        typists(List.of(s.first(), s.second()));
        json.texts("differ", s.paths());
      }
      case HalfRetyped s -> {
        paper(s.paper());
        typists(List.of(s.retyped(), s.waiting()));
        json.number("retyped", s.retyped().typist().number());
        json.texts("differ", s.paths());
      }
      case Undecided s -> {
        paper(s.paper());
        typists(List.of(s.first(), s.second()));
        json.texts("differ", s.paths());
        if (viewer.isReviewer() && s.seenBy(viewer.account()).isPresent())
          json.list("sides", List.of(s.first(), s.second()), side -> side(side, s.paths()));
      }
      case Recorded s -> recorded(s);
      case Refused s -> {
        json.number("reviewer", s.reviewer().number());
        json.text("reason", s.reason());
      }
      case Withdrawn s -> json.text("reason", s.reason());
    }
  }

  private void recorded(Recorded state) throws IOException {
    json.number("second", state.second().number());
    if (state.decider().isPresent()) json.number("decider", state.decider().get().number());
    switch (state.agreed()) {
      case Ended.Facts agreed -> facts(agreed.facts());
      case Ended.Typed agreed -> {
        paper(agreed.paper());
        fields("typed", agreed.fields());
      }
    }
  }

  private void content(Content content) throws IOException {
    facts(content.facts());
    json.text("reason", content.reason());
    json.text("scan", content.paper());
  }

  private void facts(List<Fact> facts) throws IOException {
    json.out().writeArrayFieldStart("facts");
    for (Fact fact : facts) json.out().writeRawValue(KeptRow.draft(fact));
    json.out().writeEndArray();
  }

  private void checked(String name, Checked checked) throws IOException {
    json.list(name, checked.findings(), each -> IntakeJson.told(json, each));
  }

  private void paper(Paper paper) throws IOException {
    json.object(
        "paper",
        inside -> {
          inside.text("kind", paper.kind());
          inside.text("unit", paper.unit());
          inside.texts("fields", paper.fields());
          inside.object(
              "source",
              source -> {
                source.text("id", paper.source().id());
                source.text("title", paper.source().title());
              });
          inside.text("scan", paper.scan());
        });
  }

  private void typists(List<Side> sides) throws IOException {
    json.out().writeArrayFieldStart("typists");
    for (Side side : sides) json.out().writeNumber(side.typist().number());
    json.out().writeEndArray();
  }

  private void typing(Typing typing) throws IOException {
    json.number("typist", typing.side().typist().number());
    json.text("until", typing.until().toString());
    if (typing.isOf(viewer.account())) fields("typed", typing.side().fields());
  }

  private void side(Side side, Set<String> paths) throws IOException {
    json.number("typist", side.typist().number());
    json.text("remark", side.remark());
    json.object(
        "fields",
        inside -> {
          for (String path : paths) inside.text(path, side.fields().getOrDefault(path, ""));
        });
  }

  private void fields(String name, Map<String, String> fields) throws IOException {
    json.object(
        name,
        inside -> {
          for (Map.Entry<String, String> each : fields.entrySet())
            inside.text(each.getKey(), each.getValue());
        });
  }

  /** For whom it waits. */
  private static List<String> waits(Proposal state) {
    return switch (state) {
      case Proposed s -> List.of("another reviewer than " + number(s.by()));
      case SentBack s -> List.of(number(s.by()));
      case Stale s -> List.of(number(s.by()));
      case Opened s -> List.of("somebody who types it");
      case FirstTyping s -> List.of(number(s.typing().side().typist()));
      case FirstTyped s -> List.of("somebody else than " + number(s.first().typist()));
      case SecondTyping s -> List.of(number(s.typing().side().typist()));
      case Differing s -> List.of(number(s.first().typist()), number(s.second().typist()));
      case HalfRetyped s -> List.of(number(s.waiting().typist()));
      case Undecided s ->
          List.of(
              "another reviewer than %s and %s"
                  .formatted(number(s.first().typist()), number(s.second().typist())));
      case Ended s -> List.of();
    };
  }

  private static String number(Account account) {
    return Long.toString(account.number());
  }
}
