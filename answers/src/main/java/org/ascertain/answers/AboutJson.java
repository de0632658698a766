package org.ascertain.answers;

import java.io.IOException;
import java.util.List;
import org.ascertain.election.Fact.Header;
import org.ascertain.law.PollClosing;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;

/** What an election is: who stands, what appoints electors, how far its record reaches. */
public final class AboutJson {

  public static String of(Edition edition, History history) {
    return JsonAnswer.compact(
        json -> {
          write(json, edition, history);
          DeclaredJson.sources(json, "sourceList", history);
        });
  }

  public static void write(JsonAnswer json, Edition edition, History history) throws IOException {
    Header header = history.header();
    edition.mark(json);
    who(json, header);
    DeclaredJson.callers(json, header);
    DeclaredJson.units(json, history);
    json.list(
        "jurisdictions",
        history.law().entitled().keySet(),
        code -> {
          json.text("id", code);
          DeclaredJson.place(json, code);
        });
    json.list("closings", history.law().pollClosings(), closing -> closing(json, closing));
    extent(json, history);
    json.number("sources", history.sources().size());
  }

  private static void closing(JsonAnswer json, PollClosing closing) throws IOException {
    json.text("jurisdiction", closing.jurisdiction());
    json.number("firstMs", closing.first().toInstant().toEpochMilli());
    json.number("lastMs", closing.last().toInstant().toEpochMilli());
  }

  /** One election in the list of all. */
  public record Overview(Edition edition, History history, Standing standing) {}

  /** All elections with their results, as the server gives them: without a space too many. */
  public static String overview(List<Overview> all) {
    return JsonAnswer.compact(json -> json.list("elections", all, each -> overview(json, each)));
  }

  /** The same, indented for people. */
  public static String overviewForPeople(List<Overview> all) {
    return JsonAnswer.object(json -> json.list("elections", all, each -> overview(json, each)));
  }

  private static void overview(JsonAnswer json, Overview of) throws IOException {
    of.edition().mark(json);
    who(json, of.history().header());
    json.text("title", "The election of the President in " + of.history().header().year());
    extent(json, of.history());
    json.texts("order", Rails.of(of.history().header(), of.standing()));
    StandingJson.writeResult(json, of.standing());
  }

  private static void who(JsonAnswer json, Header header) throws IOException {
    json.text("id", header.election());
    json.number("year", header.year());
    DeclaredJson.candidates(json, header);
    json.list(
        "tickets",
        header.tickets(),
        ticket -> {
          json.text("id", ticket.id());
          json.text("president", ticket.president());
          json.text("vicePresident", ticket.vicePresident());
          json.text("slate", ticket.slate());
        });
  }

  private static void extent(JsonAnswer json, History history) throws IOException {
    json.number("entries", history.size());
    if (history.begin() > history.end()) return;
    json.number("firstMs", Millis.of(history.begin()));
    json.number("lastMs", Millis.of(history.end()));
  }

  private AboutJson() {}
}
