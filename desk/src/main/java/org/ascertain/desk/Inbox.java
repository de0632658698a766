package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ascertain.election.ElectionId;

/**
 * A folder in which files are laid to be taken in: {@code us-president-YYYY/NAME.csv}, {@code
 * .jsonl} or {@code .json}. A file is taken once it has rested; it goes to {@code done} beside its
 * answer, or to {@code failed}. If the program ends between the record and the move, the file is
 * found again, and its content names what was taken in before.
 */
public final class Inbox {

  /** How long a file's size and time have to rest, so that nobody is still writing it. */
  static final long REST_MILLIS = 2_000;

  private static final String DONE = "done";
  private static final String FAILED = "failed";

  /**
   * What came of a file.
   *
   * @param rows those in which something was found, as many as an answer lists
   * @param more how many more there are
   */
  public record Answer(Path file, String election, Taken taken, List<RowAnswer> rows, long more) {
    /** Whether it was taken in, wholly or as far as it was not held. */
    public boolean isDone() {
      return taken instanceof Taken.Answered;
    }
  }

  private record Seen(long size, FileTime modified, long sinceMillis) {}

  private final Path folder;
  private final Optional<String> election;
  private final Function<String, Optional<ElectionDesk>> desks;
  private final Map<Path, Seen> seen = new HashMap<>();
  private boolean isWaiting;

  /**
   * @param election to which files in the folder itself belong; without one they lie in folders
   *     that are called after their elections
   * @param desks the desk of an election, if it has one
   */
  public Inbox(
      Path folder, Optional<String> election, Function<String, Optional<ElectionDesk>> desks) {
    this.folder = folder;
    this.election = election;
    this.desks = desks;
  }

  /**
   * Takes what has rested since it was seen first.
   *
   * @param nowMillis grows by the clock; only differences count
   * @return what came of each file, in the order of their names
   */
  public List<Answer> look(long nowMillis) throws IOException {
    List<Answer> answers = new ArrayList<>();
    isWaiting = false;
    for (Path place : places()) {
      Optional<ElectionDesk> desk = desks.apply(electionOf(place));
      if (desk.isEmpty()) continue; // it has no record yet
      for (Path file : files(place))
        if (hasRested(file, nowMillis)) answers.add(take(desk.get(), file));
        else isWaiting = true;
    }
    return answers;
  }

  /** Whether a file that was seen has still to rest. */
  public boolean isWaiting() {
    return isWaiting;
  }

  private String electionOf(Path place) {
    return election.orElseGet(() -> place.getFileName().toString());
  }

  private List<Path> places() throws IOException {
    if (election.isPresent()) return List.of(folder);
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .filter(each -> ElectionId.is(each.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(Files::isRegularFile)
          .filter(each -> Form.ofFile(each.getFileName().toString()).isPresent())
          .sorted()
          .toList();
    }
  }

  private boolean hasRested(Path file, long nowMillis) throws IOException {
    long size = Files.size(file);
    FileTime modified = Files.getLastModifiedTime(file);
    Seen before = seen.get(file);
    if (before == null || before.size != size || !before.modified.equals(modified)) {
      seen.put(file, new Seen(size, modified, nowMillis));
      return false;
    }
    return nowMillis - before.sinceMillis >= REST_MILLIS;
  }

  private Answer take(ElectionDesk desk, Path file) throws IOException {
    String name = file.getFileName().toString();
    RowsListed rows = new RowsListed();
    Taken taken;
    try (Body body = Body.of(file)) {
      HandedIn handed =
          new HandedIn(
              Sender.folder(),
              Form.ofFile(name).orElseThrow(),
              body,
              Optional.empty(),
              Optional.of(name));
      taken = desk.take(handed, rows, soFar -> {});
    }
    Answer answer = new Answer(file, desk.election(), taken, rows.rows(), rows.further());
    if (taken instanceof Taken.Broken) return answer; // it stays, and is tried again
    move(answer);
    seen.remove(file);
    return answer;
  }

  private void move(Answer answer) throws IOException {
    Path to = Files.createDirectories(answer.file.resolveSibling(answer.isDone() ? DONE : FAILED));
    String name = free(to, answer.file.getFileName().toString());
    Files.writeString(to.resolve(name + ".answer.json"), json(answer) + "\n", UTF_8);
    Files.move(answer.file, to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** A name that no file there has: a second file of one name is put beside the first. */
  private static String free(Path folder, String name) {
    String free = name;
    for (int n = 2; Files.exists(folder.resolve(free)); n++) {
      int dot = name.lastIndexOf('.');
      free = name.substring(0, dot) + "-" + n + name.substring(dot);
    }
    return free;
  }

  private static String json(Answer answer) {
    return switch (answer.taken) {
      case Taken.Answered(Intake intake, boolean trial, boolean wasThere) ->
          IntakeJson.answer(intake, trial, answer.rows, answer.more, List.of());
      case Taken.Refused(Told why) -> IntakeJson.refusal(why);
      case Taken.Broken(var why, Intake soFar) ->
          throw new UncheckedIOException(new IOException(why));
    };
  }
}
