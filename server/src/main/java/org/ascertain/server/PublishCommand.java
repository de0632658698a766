package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ascertain.answers.AboutJson;
import org.ascertain.answers.AllFormats;
import org.ascertain.answers.CountiesJson;
import org.ascertain.answers.Edition;
import org.ascertain.answers.ElectionFormats;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.LawJson;
import org.ascertain.answers.PublishOptions;
import org.ascertain.answers.PublishedText;
import org.ascertain.answers.StandingCsv;
import org.ascertain.archive.Archive;
import org.ascertain.desk.RecordSense;
import org.ascertain.election.When;
import org.ascertain.exchange.Document;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.exchange.Format;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.RecordTail;
import org.ascertain.postgres.DataPlace;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.LineStream;
import org.ascertain.record.Pin;
import org.ascertain.server.Rendered.Effort;
import org.ascertain.standing.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Writes the page of one election with its data and its log as plain files. The page learns from a
 * mark in its document that there is no server behind it, and hides what would need one.
 */
@Command(
    name = "publish",
    description = {PublishOptions.DESCRIPTION, PublishOptions.USE},
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

  private static final String DOCUMENT = "index.html";
  private static final String CARD = "card.png";
  private static final String HEAD = "<head>";

  /** As the server says it in a header; who may frame the page only a header can say. */
  private static final String MARKS =
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'">
      <meta name="ascertain-data" content="static">\
      """;

  private static final List<String> ROOMS = List.of("challenges", "record", "law", "download");
  private static final List<String> VIEWS =
      List.of("headline", "ladder", "strips", "map", "tiles", "when", "jurisdiction");

  @Spec private CommandSpec spec;
  @Mixin private PublishOptions options;

  @Override
  public Integer call() throws IOException {
    Optional<DataFolder> folder = options.data().map(DataPlace::open);
    String id =
        folder
            .map(f -> find(f, options.election()))
            .orElseGet(() -> Archive.find(options.election()))
            .orElseThrow(
                () ->
                    options.wrong(
                        "There is no election '%s' in %s."
                            .formatted(
                                options.election(),
                                folder.map(DataFolder::place).orElse("the archive"))));
    ServedElection served = folder.isPresent() ? kept(folder.get(), id) : new ArchivedElection(id);
    data(served, options.to().resolve("data"));
    Checkpoint log =
        Checkpoint.of(
            new ServedLog(served, options.to().resolve("log").resolve(id), folder).checkpoint());
    formats(
        served.snapshot().history(),
        new Pin(id, log.size(), log.root()),
        options.to().resolve("data").resolve(id).resolve("formats"));
    page(id, served.snapshot());
    PublishedText published =
        new PublishedText(
            id, log.size(), options.to().toString(), options.to().resolve(DOCUMENT).toString());
    say(options.json() ? published.json() : published.line());
    return ExitCode.DONE;
  }

  private void say(String sentence) {
    spec.commandLine().getOut().println(sentence);
    spec.commandLine().getOut().flush();
  }

  private static Optional<String> find(DataFolder folder, String election) {
    return folder.elections().stream()
        .filter(id -> id.equals(election) || id.endsWith("-" + election))
        .findFirst();
  }

  /** A record in a data folder as it is now, if it is sound. */
  private ServedElection kept(DataFolder folder, String id) throws IOException {
    RecordVerification.damage(folder, id)
        .ifPresent(
            why -> {
              throw options.wrong("Nothing of %s was published: %s.".formatted(id, why));
            });
    LineStream stream = new LineStream(folder.election(id), folder.election(id).size());
    RecordLines lines = RecordLines.read(stream);
    RecordSense record = new RecordSense();
    new RecordTail(folder.election(id), 0)
        .read(lines.size(), recorded -> record.take(recorded.entry()));
    Snapshot snapshot = new Snapshot(Edition.OVER, Effort.HIGH, record.history().orElseThrow());
    return new ArchivedElection(id, lines, snapshot);
  }

  private static void data(ServedElection served, Path data) throws IOException {
    Path own = data.resolve(served.id());
    Snapshot snapshot = served.snapshot();
    History history = snapshot.history();
    write(data.resolve("elections.json"), AboutJson.overview(List.of(snapshot.overview())));
    write(own.resolve("election.json"), text(snapshot.about));
    write(own.resolve("standing.json"), text(snapshot.standingJson));
    write(own.resolve("story.json"), text(snapshot.story));
    write(own.resolve("glance.json"), text(snapshot.glance));
    write(own.resolve("timeline.json"), text(snapshot.timeline));
    write(own.resolve("feed.atom"), text(snapshot.atom));
    for (PublishedStandings.Moment moment : PublishedStandings.moments(history))
      write(
          own.resolve("standings").resolve(moment.file()),
          snapshot.standing(
              history.at(moment.when().effective()), moment.when(), Optional.empty()));
    write(
        own.resolve("standings").resolve("moments.json"),
        PublishedStandings.moments(history).stream()
            .map(moment -> Long.toString(moment.ms()))
            .collect(Collectors.joining(",", "[", "]")));
    write(own.resolve("challenges.json"), snapshot.challenges());
    write(own.resolve("law.json"), LawJson.of(snapshot.edition(), served.id(), history.law()));
    write(
        own.resolve("counties.json"), CountiesJson.of(snapshot.edition(), history, history.end()));
    write(own.resolve("standing.csv"), StandingCsv.of(history.header(), snapshot.standing()));
    try (OutputStream out = Files.newOutputStream(own.resolve("record.jsonl"))) {
      served.lines().copy(0, served.lines().bytes(), out);
    }
  }

  /** Every file of every format, in a folder for each: the same as {@code export} writes. */
  private static void formats(History history, Pin version, Path folder) throws IOException {
    ElectionAt election = ElectionAt.of(history, ElectionAt.last(history), Optional.of(version));
    Files.writeString(folder.resolveSibling("formats.json"), ElectionFormats.json(election));
    for (Format format : AllFormats.written()) {
      Path own = folder.resolve(format.id());
      for (Document document : format.writer().orElseThrow().documents(election)) {
        Files.createDirectories(own);
        try (OutputStream out =
            new BufferedOutputStream(
                Files.newOutputStream(own.resolve(document.name())), 1 << 16)) {
          document.content().writeTo(out);
        }
      }
    }
  }

  private void page(String id, Snapshot snapshot) throws IOException {
    PageFolder files =
        PageFolder.find().orElseThrow(() -> options.wrong("This build has no page."));
    files.copyTo(options.to());
    When opening = LinkPreview.moment(snapshot, Optional.empty());
    Files.write(
        options.to().resolve("data").resolve(id).resolve(CARD),
        LinkPreview.picture(snapshot, opening, PageWords.english()).plain().getBytes());
    String first = PageRoutes.first(id, "/data/" + id + "/glance.json");
    String document =
        LinkPreview.Split.of(
                Files.readString(options.to().resolve(DOCUMENT))
                    .replace(HEAD, HEAD + MARKS + first),
                PageWords.english())
            .with(
                LinkPreview.tags(
                    Headline.of(snapshot, opening),
                    options.address(),
                    "/" + id,
                    "/data/" + id + "/" + CARD,
                    PageWords.english()));
    write(options.to().resolve(DOCUMENT), document);
    Path own = options.to().resolve(id);
    write(own.resolve(DOCUMENT), document);
    for (String room : ROOMS) write(own.resolve(room).resolve(DOCUMENT), document);
    for (String view : VIEWS)
      write(options.to().resolve("embed").resolve(id).resolve(view).resolve(DOCUMENT), document);
  }

  private static String text(Lazy<Rendered> answer) {
    return answer.get().plain().toString(UTF_8);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
