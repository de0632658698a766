package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.SignedNote;

/** What was written of a log: its name, how many entries it has, and their root. */
public final class CheckpointText {

  /** In one line. */
  public static String line(Checkpoint of) {
    return "%s: %s, root %s"
        .formatted(of.origin(), Names.several(of.size(), "entry", "entries"), of.root());
  }

  /**
   * For programs.
   *
   * @param written the checkpoint as it stands in the log, if one was written
   * @param key with which others verify the log, if somebody signs it
   */
  public static String json(Optional<SignedNote> written, Optional<String> key) {
    return JsonAnswer.object(
        json -> {
          if (written.isPresent()) {
            Checkpoint of = Checkpoint.of(written.get());
            json.text("origin", of.origin());
            json.number("entries", of.size());
            json.text("root", of.root().toString());
            json.text("checkpoint", new String(written.get().bytes(), UTF_8));
          }
          json.text("vkey", key);
        });
  }

  private CheckpointText() {}
}
