package org.ascertain.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.exchange.Parts.Event;

/** Reads the race pages of The New York Times of 2020: a state's votes as they came in. */
final class NytTimeline extends ReadRows {

  static final Format JSON =
      Format.read(
          "nyt-2020-json",
          "The New York Times' race pages of 2020 with their timeline, JSON",
          "json",
          "application/json",
          new Format.Reads(
              Set.of("returns", "call"),
              List.of(
                  "Each step of the timeline is a row: all votes, and each candidate's from a share"
                      + " rounded to 0.1 per cent, so that its figures are marked as not exact.",
                  "Each county is a row of exact figures as of its `last_updated`.",
                  "Who is marked as `winner` is called by whom the page names as `result_source`, at"
                      + " `winnerCalledTimestamp`; by a source that is no caller of the election the"
                      + " row is kept aside.",
                  "A call that the record has from this source, or the figures of a county beside others,"
                      + " that are no longer there are a question for a person (D113)."),
              Set.of("call", "returns"),
              NytTimeline::new));

  private final Content content;
  private final Reading reading;
  private final UnitNames units;
  private Optional<Parts> parts = Optional.empty();
  private final Map<String, Ticket> tickets = new LinkedHashMap<>();
  private Optional<String> state = Optional.empty();
  private Optional<String> winner = Optional.empty();
  private String resultSource = "";
  private Optional<When> called = Optional.empty();
  private boolean isOurs;
  private boolean hasRace;

  NytTimeline(Content content, Reading reading) {
    this.content = content;
    this.reading = reading;
    this.units = new UnitNames(reading.header().year());
    for (Ticket each : reading.header().tickets()) tickets.put(key(each), each);
  }

  /** Surname and first letter, as the pages name candidates: "bidenj". */
  private String key(Ticket ticket) {
    Optional<Candidate> candidate =
        reading.header().candidates().stream()
            .filter(each -> each.id().equals(ticket.president()))
            .findFirst();
    String name = candidate.map(Candidate::name).orElse(ticket.president());
    String surname = candidate.map(Candidate::shortName).orElse(name);
    return (surname.replaceAll("[^A-Za-z]", "") + name.charAt(0)).toLowerCase(Locale.ROOT);
  }

  @Override
  void begin() throws IOException, Unfit {
    parts = Optional.of(new JsonParts(open(content)));
  }

  @Override
  boolean more() throws IOException, Unfit {
    try {
      return goOn();
    } catch (Unfit unfit) {
      boolean isCutOff = unfit.fault.check() == ReadCheck.CUT_OFF;
      if (isCutOff && isOurs && winner.isPresent()) add(ReadRow.aside(called(), unfit.fault));
      throw unfit;
    }
  }

  private boolean goOn() throws IOException, Unfit {
    Parts in = parts.orElseThrow();
    while (true) {
      Event event = in.next();
      if (event == Event.OVER) {
        if (!hasRace)
          throw new Unfit(ReadCheck.OTHER_FORMAT, "", "it has no race for President in a state");
        return false;
      }
      boolean isRaceOver = event == Event.END && in.name().equals("races");
      if (isRaceOver) call(in.place());
      if (event == Event.END) {
        if (isRaceOver) return true;
        continue;
      }
      if (part(in)) return true;
    }
  }

  /** Takes a field; tells whether it made a row. */
  private boolean part(Parts in) throws IOException, Unfit {
    String place = in.place();
    switch (in.name()) {
      case "", "data" -> {}
      case "races" -> {
        isOurs = true;
        state = Optional.empty();
        winner = Optional.empty();
        called = Optional.empty();
        resultSource = "";
      }
      case "race_type" -> isOurs = in.whole().text().equals("president");
      case "state_id" -> {
        state = UnitNames.state(in.whole().text());
        hasRace |= state.isPresent();
      }
      case "election_date" -> year(in.whole().text());
      case "result_source" -> resultSource = in.whole().text();
      case "winnerCalledTimestamp" -> called = moment(in.whole().text());
      case "candidates" -> {
        Part candidate = in.whole();
        if (candidate.text("winner").filter("true"::equals).isPresent())
          winner = candidate.text("candidate_key");
      }
      case "counties" -> {
        if (isOurs) county(in.whole(), place);
        else in.skip();
        return true;
      }
      case "timeseries" -> {
        if (isOurs) step(in.whole(), place);
        else in.skip();
        return true;
      }
      default -> in.skip();
    }
    return false;
  }

  private void year(String date) throws Unfit {
    if (date.length() >= 4 && !date.startsWith(Integer.toString(reading.header().year())))
      throw new Unfit(ReadCheck.OTHER_YEAR, "election_date", date.substring(0, 4));
  }

  private static Optional<When> moment(String written) {
    try {
      if (written.matches("\\d{12,14}"))
        return Optional.of(
            new When.AtMoment(
                Instant.ofEpochMilli(Long.parseLong(written)).atOffset(ZoneOffset.UTC)));
      return Optional.of(When.parse(written.replaceAll("(\\.\\d+)?Z$", "Z")));
    } catch (DateTimeException | StringIndexOutOfBoundsException none) {
      return Optional.empty();
    }
  }

  private void step(Part part, String place) {
    Optional<When> at = part.text("timestamp").flatMap(NytTimeline::moment);
    long total = part.text("votes").map(Numbers::count).orElse(-1L);
    String raw =
        "%s %s: votes %s, %s"
            .formatted(
                state.orElse(""),
                part.text("timestamp").orElse(""),
                part.text("votes").orElse(""),
                said(part, "vote_shares"));
    if (at.isEmpty() || total < 0 || state.isEmpty()) {
      ReadCheck check =
          at.isEmpty() ? ReadCheck.NO_MOMENT : total < 0 ? ReadCheck.NO_COUNT : ReadCheck.NO_UNIT;
      add(ReadRow.aside(raw, new Fault(check, place, part.text("votes").orElse(""))));
      return;
    }
    Map<String, Long> votes = new LinkedHashMap<>();
    long named = 0;
    for (Part share : part.first("vote_shares").map(Part::parts).orElse(List.of())) {
      Ticket ticket = tickets.get(share.name());
      if (ticket == null) continue;
      long its = votes(share.text(), total);
      if (its < 0) {
        add(ReadRow.aside(raw, Fault.noCount(place, share.text())));
        return;
      }
      its = Math.min(its, total - named); // rounded shares may come to more than there is
      votes.put(ticket.id(), its);
      named += its;
    }
    add(
        ReadRow.of(
            raw, returns(at.get(), state.get(), Votes.of(votes), total - named, total, false)));
  }

  private static long votes(String share, long total) {
    try {
      return new BigDecimal(share)
          .multiply(BigDecimal.valueOf(total))
          .setScale(0, RoundingMode.HALF_UP)
          .longValueExact();
    } catch (ArithmeticException | NumberFormatException none) {
      return -1;
    }
  }

  private void county(Part part, String place) {
    UnitNames.Found found =
        units.found(part.text("fips").orElse(""), state, part.text("name").orElse(""));
    Optional<String> unit = found.unit();
    Optional<When> at = part.text("last_updated").flatMap(NytTimeline::moment).or(reading::at);
    String raw =
        "%s %s: %s"
            .formatted(state.orElse(""), part.text("name").orElse(""), said(part, "results"));
    if (unit.isEmpty() || at.isEmpty()) {
      ReadCheck check = unit.isEmpty() ? ReadCheck.NO_UNIT : ReadCheck.NO_MOMENT;
      add(ReadRow.aside(raw, new Fault(check, place, part.text("fips").orElse(raw))));
      return;
    }
    Map<String, Long> votes = new LinkedHashMap<>();
    long other = 0;
    for (Part each : part.first("results").map(Part::parts).orElse(List.of())) {
      long count = Numbers.count(each.text());
      if (count < 0) {
        add(ReadRow.aside(raw, Fault.noCount(place, each.text())));
        return;
      }
      Ticket ticket = tickets.get(each.name());
      if (TableFigure.of(each.name()).isPresent())
        note(ReadCheck.NO_VOTES, each.name() + " " + count);
      else if (ticket == null) other += count;
      else votes.put(ticket.id(), count);
    }
    long total = part.text("votes").map(Numbers::count).orElse(-1L);
    ReadRow row =
        ReadRow.of(raw, returns(at.get(), unit.get(), Votes.of(votes), other, total, true));
    add(row.with(old(found, place)));
  }

  private static List<Fault> old(UnitNames.Found found, String place) {
    return found
        .old()
        .map(list -> List.of(new Fault(ReadCheck.OLD_LIST, place, list)))
        .orElse(List.of());
  }

  /** Figures by the keys that they have in the file. */
  private static String said(Part part, String figures) {
    return part.first(figures).map(Part::parts).orElse(List.of()).stream()
        .map(each -> each.name() + " " + each.text())
        .collect(Collectors.joining(", "));
  }

  private Returns returns(
      When at, String unit, Votes votes, long other, long total, boolean isExact) {
    return new Returns(
        reading.attestation(at),
        unit,
        votes,
        OptionalLong.of(other),
        total < 0 ? OptionalLong.empty() : OptionalLong.of(total),
        isExact,
        OptionalLong.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        TotalBy.PRINTED);
  }

  private String called() {
    return "%s: %s is the winner, by %s"
        .formatted(state.orElse(""), winner.orElse(""), resultSource);
  }

  private void call(String place) {
    if (isOurs && state.isPresent()) speaksOf(state.get());
    if (!isOurs || winner.isEmpty() || called.isEmpty() || state.isEmpty()) return;
    String raw = called();
    Optional<String> caller =
        reading.header().callers().stream()
            .filter(each -> each.id().equalsIgnoreCase(resultSource))
            .map(Caller::id)
            .findFirst();
    Ticket ticket = tickets.get(winner.get());
    if (caller.isEmpty())
      add(ReadRow.aside(raw, new Fault(ReadCheck.NO_CALLER, place, resultSource)));
    else if (ticket == null)
      add(ReadRow.aside(raw, new Fault(ReadCheck.NO_TICKET, place, winner.get())));
    else
      add(
          ReadRow.of(
              raw,
              new Fact.Call(
                  reading.attestation(called.get()),
                  state.get(),
                  caller.get(),
                  ticket.president())));
  }

  @Override
  public void close() throws IOException {
    if (parts.isPresent()) parts.get().close();
  }
}
