package org.ascertain.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.When;
import org.ascertain.exchange.Parts.Event;

/**
 * Reads election night results as state and county offices publish them: as XML that has a
 * contest's choices with their votes by type and county or precinct, and as JSON with the results
 * of the state and of its counties.
 */
final class Clarity extends ReadRows {

  private static final List<String> NOTES =
      List.of(
          "Of an XML that is broken off every unit is kept aside with what was read of it (F102), for"
              + " it lacks the votes of the last choices; of a JSON the county in which it breaks off,"
              + " and those before it are read.",
          "One row for each county, or for each precinct of a county's own file, of the moment that"
              + " the file tells; a zone that is not known makes `--at` necessary.",
          "Votes by type are added up, which is told; over and under votes are never votes.",
          "The state is that of the file; of a county's file that of `--jurisdiction`.");

  static final Format XML =
      Format.read(
          "clarity-xml",
          "Election night results of states and counties, XML in the shape of Clarity",
          "xml",
          "application/xml",
          new Format.Reads(
              Set.of("returns"),
              NOTES,
              (content, reading) -> new Clarity(content, reading, false)));

  static final Format JSON =
      Format.read(
          "clarity-json",
          "Election night results of states, JSON with results of the state and of its counties",
          "json",
          "application/json",
          new Format.Reads(
              Set.of("returns"),
              NOTES,
              Set.of("returns"),
              (content, reading) -> new Clarity(content, reading, true)));

  private final Content content;
  private final Reading reading;
  private final boolean isJson;
  private final ClarityFigures figures;
  private Optional<When> at;
  private Optional<Parts> parts = Optional.empty();
  private Optional<Unfit> brokenOff = Optional.empty();
  private boolean isResult;
  private boolean isOurs;

  private Clarity(Content content, Reading reading, boolean isJson) {
    this.content = content;
    this.reading = reading;
    this.isJson = isJson;
    this.figures = new ClarityFigures(reading);
    this.at = reading.at();
  }

  @Override
  void begin() throws IOException, Unfit {
    Parts in = isJson ? new JsonParts(open(content)) : new XmlParts(open(content));
    parts = Optional.of(in);
    try {
      for (Event event = in.next(); event != Event.OVER; event = in.next())
        if (event == Event.BEGIN) part(in);
      if (!isResult)
        throw new Unfit(ReadCheck.OTHER_FORMAT, "", "it has no results of election night");
      if (at.isEmpty()) throw new Unfit(ReadCheck.NO_MOMENT, "", "");
    } catch (Unfit unfit) {
      boolean isCutOff = unfit.fault.check() == ReadCheck.CUT_OFF;
      if (!isCutOff || !figures.breaksOff(unfit.fault, at.isPresent())) throw unfit;
      brokenOff = Optional.of(unfit);
    }
    figures.notes().forEach(this::note);
  }

  @Override
  boolean more() throws Unfit {
    figures.rows(at).forEach(this::add);
    if (brokenOff.isPresent()) throw brokenOff.get();
    return false;
  }

  private void part(Parts in) throws IOException, Unfit {
    switch (in.name()) {
      case "", "ElectionResult" -> {}
      case "Timestamp", "createdAt" -> {
        String written = in.whole().text();
        at = at.or(() -> ClarityTime.of(written));
      }
      case "ElectionDate", "electionDate" -> year(in.whole().text());
      case "Region" -> {
        isResult = true;
        figures.region(in.whole().text());
      }
      case "ElectionVoterTurnout", "VoterTurnout", "Counties", "Precincts" -> {}
      case "County", "Precinct" -> {
        figures.turnout(in.attributes(), in.name().equals("County"), in);
        in.skip();
      }
      case "Contest" -> contest(in);
      case "results" -> results(in, true);
      case "localResults" -> results(in, false);
      default -> in.skip();
    }
  }

  private void year(String date) throws Unfit {
    if (!date.contains(Integer.toString(reading.header().year())))
      throw new Unfit(ReadCheck.OTHER_YEAR, "ElectionDate", date);
  }

  private void contest(Parts in) throws IOException, Unfit {
    boolean isPresident = OfficeNames.isPresident(in.attributes().getOrDefault("text", ""));
    if (!isPresident) {
      in.skip();
      return;
    }
    for (Event event = in.next(); event == Event.BEGIN; event = in.next()) {
      Map<String, String> attributes = in.attributes();
      switch (in.name()) {
        case "Choice" ->
            choice(in, attributes.getOrDefault("text", ""), attributes.getOrDefault("party", ""));
        // over and under votes stand beside the choices
        case "VoteType" -> votes(in, attributes.getOrDefault("name", ""), "", "");
        default -> in.skip();
      }
    }
  }

  private void choice(Parts in, String choice, String party) throws IOException, Unfit {
    for (Event event = in.next(); event == Event.BEGIN; event = in.next()) {
      if (in.name().equals("VoteType"))
        votes(in, choice, party, in.attributes().getOrDefault("name", ""));
      else in.skip();
    }
  }

  private void votes(Parts in, String choice, String party, String mode) throws IOException, Unfit {
    for (Event event = in.next(); event == Event.BEGIN; event = in.next()) {
      Map<String, String> of = in.attributes();
      figures.votes(
          of.getOrDefault("name", ""),
          in.name().equals("County"),
          choice,
          party,
          mode,
          of.getOrDefault("votes", ""),
          in);
      in.skip();
    }
  }

  /** The state's results have its name; those of counties, and of their precincts, have figures. */
  private void results(Parts in, boolean isState) throws IOException, Unfit {
    String name = "";
    isResult = true;
    for (Event event = in.next(); event == Event.BEGIN; event = in.next()) {
      switch (in.name()) {
        case "name" -> {
          name = in.whole().text();
          if (isState) figures.region(name);
        }
        case "ballotItems" -> {
          if (isState) in.skip();
          else item(in, name);
        }
        default -> in.skip();
      }
    }
    if (!isState) figures.countyIsOver();
  }

  private void item(Parts in, String county) throws IOException, Unfit {
    isOurs = false;
    for (Event event = in.next(); event == Event.BEGIN; event = in.next()) {
      switch (in.name()) {
        case "name" -> isOurs = OfficeNames.isPresident(in.whole().inner());
        case "ballotOptions" -> {
          if (isOurs) option(in, county);
          else in.skip();
        }
        default -> in.skip();
      }
    }
  }

  private void option(Parts in, String county) throws IOException, Unfit {
    Part option = in.whole();
    String name = option.text("name").orElse("");
    String party = option.text("politicalParty").orElse("");
    figures.inCounty(county);
    figures.votes(county, true, name, party, "", option.text("voteCount").orElse(""), in);
    for (Part precinct : option.all("precinctResults"))
      figures.votes(
          precinct.text("name").orElse(""),
          false,
          name,
          party,
          "",
          precinct.text("voteCount").orElse(""),
          in);
  }

  @Override
  public void close() throws IOException {
    if (parts.isPresent()) parts.get().close();
  }
}
