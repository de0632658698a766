package org.ascertain.answers;

/**
 * What was published: an election's page, data and log as plain files.
 *
 * @param entries how many entries of the record the log has
 * @param folder where they were written
 * @param page the file to begin with
 */
public record PublishedText(String election, long entries, String folder, String page) {

  /** For people to read. */
  public String line() {
    return "%s: %s, page, data and log in %s; begin with %s"
        .formatted(election, Names.several(entries, "entry", "entries"), folder, page);
  }

  /** For programs. */
  public String json() {
    return JsonAnswer.object(
        json -> {
          json.text("election", election);
          json.number("entries", entries);
          json.text("folder", folder);
          json.text("page", page);
        });
  }
}
