package org.ascertain.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.election.When;
import org.ascertain.exchange.Parts.Event;

/**
 * Reads a report of NIST SP 1500-100, whichever its version and form, and the civics feed that grew
 * out of it. It is gone through twice, for what figures are of stands behind them; held are the
 * names of units and candidates, and the figures of one contest.
 */
final class NistRows extends ReadRows {

  /** How the parts of a file are found. */
  @FunctionalInterface
  interface Form {
    Parts parts(InputStream in) throws IOException, Unfit;
  }

  private final Content content;
  private Reading reading;
  private final Form form;
  private final NistNames names;
  private final Deque<Boolean> contests = new ArrayDeque<>();
  private Optional<Parts> parts = Optional.empty();
  private Optional<When> moment = Optional.empty();
  private Optional<Fault> brokenOff = Optional.empty();

  NistRows(Content content, Reading reading, Form form) {
    this.content = content;
    this.reading = reading;
    this.form = form;
    this.names = new NistNames(reading.header());
  }

  @Override
  void begin() throws IOException, Unfit {
    try (Parts first = form.parts(open(content))) {
      names.read(first, contests);
    } catch (Unfit unfit) {
      if (unfit.fault.check() != ReadCheck.CUT_OFF || contests.isEmpty()) throw unfit;
      brokenOff = Optional.of(unfit.fault);
    }
    if (brokenOff.isEmpty() && !names.isReport())
      throw new Unfit(ReadCheck.OTHER_FORMAT, "", "it has no ElectionReport");
    if (names.text("IsTest").filter("true"::equals).isPresent())
      throw new Unfit(
          ReadCheck.TEST,
          "",
          names.text("TestType").map(type -> "a test of type " + type).orElse("IsTest"));
    Optional<String> year = names.year();
    if (year.filter(Integer.toString(reading.header().year())::equals).isEmpty()
        && year.isPresent()) throw new Unfit(ReadCheck.OTHER_YEAR, "StartDate", year.get());
    if (brokenOff.isEmpty()) whole();
    parts = Optional.of(form.parts(open(content)));
  }

  private void whole() throws Unfit {
    reading = names.issuer().map(reading::issuedBy).orElse(reading);
    moment = Optional.of(momentOf());
    incomplete().ifPresent(what -> note(ReadCheck.ONE_OF_SEVERAL, what));
  }

  private When momentOf() throws Unfit {
    if (reading.at().isPresent()) return reading.at().get();
    String written = names.asOf().or(() -> names.text("GeneratedDate")).orElse("");
    try {
      return When.parse(written);
    } catch (DateTimeException | StringIndexOutOfBoundsException none) {
      // most that cannot be read have no zone
      throw new Unfit(ReadCheck.NO_MOMENT, "GeneratedDate '%s'".formatted(written), "");
    }
  }

  /** A report of several parts; each says which it is. */
  private Optional<String> incomplete() {
    long start = names.text("SequenceStart").map(Numbers::count).orElse(1L);
    long end = names.text("SequenceEnd").map(Numbers::count).orElse(1L);
    return end <= 1
        ? Optional.empty()
        : Optional.of(
            "part %d of %d, of %s"
                .formatted(start, end, names.text("GeneratedDate").orElse("no day")));
  }

  @Override
  boolean more() throws IOException, Unfit {
    Parts in = parts.orElseThrow();
    while (true) {
      Event event = in.next();
      if (event == Event.OVER) return false;
      if (event == Event.END) continue;
      if (in.name().equals("Contest")) {
        boolean isOurs = !contests.isEmpty() && contests.pop();
        if (!isOurs) in.skip();
        else {
          read(in);
          return true;
        }
      } else if (!NistNames.isAround(in.name())) in.skip();
    }
  }

  private void read(Parts in) throws IOException, Unfit {
    NistContest contest = new NistContest(names);
    try {
      contest.read(in);
    } catch (Unfit unfit) {
      brokenOff.ifPresent(fault -> apart(contest, fault));
      throw unfit;
    }
    if (brokenOff.isPresent()) apart(contest, brokenOff.get());
    else contest(contest);
  }

  /**
   * Of a report that breaks off nothing is recorded, for whether it is certified, or a test, may
   * stand behind the break; what was read of each unit waits for a person.
   */
  private void apart(NistContest contest, Fault fault) {
    if (!contest.namesATicket()) return; // of another office
    for (NistContest.Called each : contest.called()) add(ReadRow.aside(said(contest, each), fault));
    contest
        .units()
        .forEach(
            (id, figures) -> {
              names.complete(id, figures);
              figures.breaksOff(fault);
              add(figures.aside(names.tickets()));
            });
  }

  private static String said(NistContest contest, NistContest.Called called) {
    return "%s: %s is %s".formatted(contest.name(), called.name(), called.status());
  }

  private void contest(NistContest contest) {
    contest.notes().forEach(this::note);
    Optional<String> district = names.unit(contest.district());
    for (NistContest.Called called : contest.called()) call(contest, district, called);
    Attestation attestation = reading.attestation(moment.orElseThrow());
    boolean isCertified = names.text("Status").filter("certified"::equals).isPresent();
    String authority =
        contest
            .authority()
            .or(() -> names.text("Issuer"))
            .orElseGet(() -> reading.source().title());
    contest
        .units()
        .forEach(
            (id, figures) -> {
              names.complete(id, figures);
              add(
                  isCertified
                      ? figures.certified(attestation, names.tickets(), authority)
                      : figures.row(attestation, names.tickets()));
            });
  }

  private void call(NistContest contest, Optional<String> unit, NistContest.Called called) {
    String raw = said(contest, called);
    Optional<String> caller = names.caller();
    if (caller.isEmpty() || unit.isEmpty() || called.candidate().isEmpty()) {
      ReadCheck check =
          unit.isEmpty()
              ? ReadCheck.NO_UNIT
              : caller.isEmpty() ? ReadCheck.NO_CALLER : ReadCheck.NO_TICKET;
      String what =
          unit.isEmpty()
              ? names.described(contest.district())
              : caller.isEmpty() ? names.text("Issuer").orElse("") : called.name();
      add(ReadRow.aside(raw, new Fault(check, called.place(), what)));
      return;
    }
    add(
        ReadRow.of(
            raw,
            new Fact.Call(
                reading.attestation(moment.orElseThrow()),
                unit.get(),
                caller.get(),
                called.candidate().get())));
  }

  @Override
  public void close() throws IOException {
    if (parts.isPresent()) parts.get().close();
  }
}
