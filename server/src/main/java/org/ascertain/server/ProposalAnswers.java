package org.ascertain.server;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ascertain.desk.Blind;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Filed;
import org.ascertain.desk.KeptProposal;
import org.ascertain.desk.Next;
import org.ascertain.desk.Person;
import org.ascertain.desk.Proposal;
import org.ascertain.desk.ProposalAct;
import org.ascertain.desk.ProposalActs;
import org.ascertain.desk.ProposalJson;
import org.ascertain.desk.Prospect;
import org.ascertain.desk.Role;
import org.ascertain.desk.Told;
import org.ascertain.desk.TypedPaper;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;

/** What two people do together about what binds, as far as one of them asks for it. */
@ApplicationScoped
class ProposalAnswers {

  /** In hexadecimal digits. */
  static final String SHA_256 = "[0-9a-f]{64}";

  private final Desks desks;
  private final Watches watches;

  ProposalAnswers(Desks desks, Watches watches) {
    this.watches = watches;
    this.desks = desks;
  }

  /** Answers one of its routes. */
  void answer(
      RoutingContext context,
      Routes route,
      HandedInRequest handed,
      Asker.Human asker,
      ElectionDesk desk)
      throws IOException {
    Person person = asker.person();
    ProposalActs acts = desk.proposals();
    Optional<ProposalAct.Kind> act = route.act();
    if (act.isPresent()) {
      DeskAnswers.requireParameters(context, List.of());
      long id = DeskAnswers.place(context).orElseThrow(() -> DeskAnswers.nothing("proposal"));
      if (acts.find(id).isEmpty()) throw DeskAnswers.nothing("proposal");
      Asked asked = asked(act.get(), handed, acts);
      written(
          context, 200, acts.act(id, person.account(), asked.version(), asked.act()), person, desk);
      return;
    }
    switch (route) {
      case PROPOSALS -> list(context, acts, asker, desk);
      case PROPOSAL -> {
        DeskAnswers.requireParameters(context, List.of());
        KeptProposal found =
            DeskAnswers.place(context)
                .flatMap(acts::find)
                .orElseThrow(() -> DeskAnswers.nothing("proposal"));
        DeskAnswers.send(context, 200, json(found, person, desk));
      }
      case PROSPECT -> {
        DeskAnswers.requireParameters(context, List.of());
        Prospect prospect =
            DeskAnswers.place(context)
                .flatMap(acts::prospect)
                .orElseThrow(() -> DeskAnswers.nothing("proposal"));
        DeskAnswers.send(
            context, 200, prospect.json(watches.wouldBeTold(desk.election(), prospect)));
      }
      case PROPOSE -> {
        DeskAnswers.requireParameters(context, List.of());
        written(context, 201, begun(handed, person, desk), person, desk);
      }
      case TRAIL -> {
        DeskAnswers.requireParameters(context, List.of("from"));
        TrailAnswer.send(context, acts::trail);
      }
      default -> throw new IllegalStateException(route + " is answered elsewhere");
    }
  }

  private void list(
      RoutingContext context, ProposalActs acts, Asker.Human asker, ElectionDesk desk) {
    DeskAnswers.requireParameters(context, List.of("after"));
    long after = DeskAnswers.number(context, "after").orElse(0);
    Supplier<String> list = () -> list(acts, after, asker.person(), desk);
    if (DeskAnswers.accepts(context, ChangeStream.TYPE))
      new ChangeStream(context, "proposals", list).tell(() -> desks.isGood(asker));
    else DeskAnswers.send(context, 200, list.get());
  }

  private static String list(ProposalActs acts, long after, Person person, ElectionDesk desk) {
    List<KeptProposal> all = acts.list(after, DeskAnswers.MOST_ITEMS);
    Optional<String> more =
        all.size() < DeskAnswers.MOST_ITEMS
            ? Optional.empty()
            : Optional.of(
                "%s/proposals?after=%d"
                    .formatted(DeskAnswers.address(desk), all.getLast().filed().id()));
    return ProposalJson.list(all, viewer(person), kept -> next(kept, person, desk), more);
  }

  /** Facts for another to approve, or a paper for two to type. */
  private static ProposalActs.Answer begun(HandedInRequest handed, Person person, ElectionDesk desk)
      throws IOException {
    SentObject sent = SentObject.read(handed, "facts", "reason", "scan", "type", "unit", "source");
    if (sent.has("facts") == sent.has("type"))
      throw SentObject.unfit("Either 'facts' are put forward, or a paper of a 'type' is laid out.");
    ProposalActs acts = desk.proposals();
    return sent.has("facts")
        ? acts.propose(person.account(), content(sent, acts))
        : acts.open(person.account(), paper(sent, desk));
  }

  private static Blind.Paper paper(SentObject sent, ElectionDesk desk) {
    String kind = sent.text("type");
    if (!TypedPaper.KINDS.contains(kind))
      throw SentObject.unfit(
          "A paper is typed as %s."
              .formatted(String.join(", ", TypedPaper.KINDS.stream().sorted().toList())));
    Source source =
        sent.optionalText("source")
            .map(title -> Source.of(sourceId(kind, sent.text("unit")), title))
            .orElse(ProposalActs.OWN);
    return TypedPaper.blank(kind, sent.text("unit"), desk.header(), source, scan(sent));
  }

  private static String sourceId(String kind, String unit) {
    return "paper-%s-%s".formatted(kind, unit.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> scan(SentObject sent) {
    Optional<String> scan = sent.optionalText("scan");
    if (scan.filter(hash -> !hash.matches(SHA_256)).isPresent())
      throw SentObject.unfit("'scan' is the SHA-256 of the document: 64 hexadecimal digits.");
    return scan;
  }

  private static Proposal.Content content(SentObject sent, ProposalActs acts) {
    Optional<String> scan = scan(sent);
    List<String> drafts =
        sent.objects("facts").stream()
            .map(draft -> scan.map(paper -> SentObject.with(draft, "paper", paper)).orElse(draft))
            .toList();
    List<Fact> facts =
        switch (acts.read(drafts)) {
          case ProposalActs.Facts(List<Fact> read) -> read;
          case ProposalActs.Unread(List<Told> why) -> throw unfit(why);
        };
    return new Proposal.Content(facts, sent.text("reason"), scan);
  }

  /** An act, and the version that it saw. */
  private record Asked(long version, ProposalAct act) {}

  private static Asked asked(ProposalAct.Kind kind, HandedInRequest handed, ProposalActs acts)
      throws IOException {
    SentObject sent = SentObject.read(handed, fields(kind));
    ProposalAct act =
        switch (kind) {
          case CLAIM -> new ProposalAct.Claim();
          case SAVE -> new ProposalAct.Save(sent.fields("fields"));
          case DONE -> new ProposalAct.Done(sent.optionalText("remark"));
          case RETYPE -> new ProposalAct.Retype(sent.fields("fields"));
          case DECIDE -> new ProposalAct.Decide(sent.fields("fields"));
          case APPROVE -> new ProposalAct.Approve();
          case SEND_BACK ->
              new ProposalAct.SendBack(reason(sent, "remark"), new TreeSet<>(sent.texts("fields")));
          case REFUSE -> new ProposalAct.Refuse(reason(sent, "reason"));
          case PROPOSE -> new ProposalAct.Propose(content(sent, acts));
          case LOOK_AGAIN -> new ProposalAct.LookAgain();
          case WITHDRAW -> new ProposalAct.Withdraw(reason(sent, "reason"));
        };
    return new Asked(sent.version(), act);
  }

  private static String[] fields(ProposalAct.Kind kind) {
    return switch (kind) {
      case CLAIM, APPROVE, LOOK_AGAIN -> new String[] {"version"};
      case SAVE, RETYPE, DECIDE -> new String[] {"version", "fields"};
      case DONE -> new String[] {"version", "remark"};
      case SEND_BACK -> new String[] {"version", "remark", "fields"};
      case REFUSE, WITHDRAW -> new String[] {"version", "reason"};
      case PROPOSE -> new String[] {"version", "facts", "reason", "scan"};
    };
  }

  private static String reason(SentObject sent, String name) {
    String reason = sent.text(name);
    if (reason.isBlank()) throw SentObject.unfit("'%s' is empty.".formatted(name));
    return reason;
  }

  private void written(
      RoutingContext context,
      int status,
      ProposalActs.Answer answer,
      Person person,
      ElectionDesk desk) {
    KeptProposal now =
        switch (answer) {
          case ProposalActs.Written(KeptProposal made) -> made;
          case ProposalActs.NoSuchProposal none -> throw DeskAnswers.nothing("proposal");
          case ProposalActs.Stayed(Filed.Acted why) -> throw stayed(why);
          case ProposalActs.Unfit(List<Told> why) -> throw unfit(why);
        };
    if (now.firstEntry().isPresent()) desks.recorded(desk.election());
    DeskAnswers.send(context, status, json(now, person, desk));
  }

  private static Refusal stayed(Filed.Acted why) {
    return switch (why) {
      case Filed.MovedOn(Filed now) ->
          DeskRefusals.movedOn(
              "Proposal %d has version %d by now, and another was looked at."
                  .formatted(now.id(), now.version()));
      case Filed.NotOpen(Filed now) ->
          DeskRefusals.movedOn(
              "In the state that proposal %d is in, this is not yours to do.".formatted(now.id()));
      case Filed.OtherFields(var due) ->
          new Refusal(
              422,
              "Other fields",
              "The fields to be typed are %s.".formatted(String.join(", ", due)));
      case Filed.Made made -> throw new IllegalStateException("what was done was not written");
    };
  }

  private static Refusal unfit(List<Told> why) {
    return Refusal.of(422, why.getFirst());
  }

  private static String json(KeptProposal kept, Person person, ElectionDesk desk) {
    return ProposalJson.one(kept, viewer(person), next(kept, person, desk));
  }

  private static ProposalJson.Viewer viewer(Person person) {
    return new ProposalJson.Viewer(person.account(), person.is(Role.REVIEWER));
  }

  /** What the state permits to this person, as far as the table of routes does, too. */
  static List<Next> next(KeptProposal kept, Person person, ElectionDesk desk) {
    List<Next> next = new ArrayList<>(acts(kept, person, desk));
    if (Routes.HOLD.isFor(person) && kept.firstEntry().isPresent())
      next.add(hold(kept.firstEntry().getAsLong(), desk));
    return next;
  }

  /** Whoever may look into an entry of the desk's own may say so, or that it is over. */
  private static Next hold(long entry, ElectionDesk desk) {
    boolean isHeld = desk.holds().all().stream().anyMatch(hold -> hold.entry() == entry);
    Routes route = isHeld ? Routes.UNHOLD : Routes.HOLD;
    return Next.of(
        isHeld ? "unhold" : "hold",
        route.method,
        route.address(desk.election(), entry),
        route.summary);
  }

  private static List<Next> acts(KeptProposal kept, Person person, ElectionDesk desk) {
    return kept.filed().open(person.account(), Instant.now()).stream()
        .filter(act -> Routes.of(act).isFor(person))
        .map(
            act ->
                Next.of(
                    act.word(),
                    Routes.of(act).method,
                    Routes.of(act).address(desk.election(), kept.filed().id()),
                    "by %d, %s since %s"
                        .formatted(
                            kept.filed().state().by().number(), kept.word(), kept.changed())))
        .toList();
  }
}
