package org.ascertain.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ascertain.archive.Archive;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.RungFigures;
import org.ascertain.standing.Standing.UnitRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 2020 written in the formats of others, and read again. */
class FormatsThereAndBackTest {

  private static final ElectionAt OF_2020 = OfArchive.whole(2020);

  private static byte[] bytes(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.content().writeTo(out);
    return out.toByteArray();
  }

  private static List<Fact> read(String format, String source, Document document)
      throws IOException {
    byte[] bytes = bytes(document);
    ReadFile read =
        ReadFile.of(
            format,
            Reading.of(OF_2020.header(), Source.of(source, source), document.name())
                .at(OF_2020.at()),
            () -> new ByteArrayInputStream(bytes));
    assertThat(read.refusal()).as(document.name()).isEmpty();
    assertThat(read.aside()).as(document.name()).isEmpty();
    return read.facts();
  }

  private static Map<String, Long> sums(Iterable<? extends Fact> facts) {
    Map<String, Long> sums = new TreeMap<>();
    for (Fact fact : facts) {
      Returns returns = (Returns) fact;
      returns
          .votes()
          .forEach((ticket, n) -> sums.merge(returns.unit() + " " + ticket, n, Long::sum));
      returns.other().ifPresent(n -> sums.merge(returns.unit() + " other", n, Long::sum));
      returns
          .votes()
          .forEach(
              (ticket, n) ->
                  sums.merge(Unit.jurisdictionOf(returns.unit()) + " " + ticket, n, Long::sum));
    }
    return sums;
  }

  @ParameterizedTest
  @ValueSource(strings = {"openelections-csv", "medsl-csv"})
  void counties_have_the_same_sums_as_before(String format) throws IOException {
    List<Fact> due =
        OF_2020.returns().getOrDefault("tonmcg-counties", Map.of()).values().stream()
            .map(Entry::fact)
            .toList();
    List<Fact> read = new ArrayList<>();
    for (Document each : Formats.of(format).orElseThrow().writer().orElseThrow().documents(OF_2020))
      read.addAll(read(format, "back", each));
    assertThat(read).hasSize(3_152);
    assertThat(sums(read)).isEqualTo(sums(due));
  }

  /** A format as it comes back: its facts by what they are about, and what was written. */
  private record Back(
      Map<String, Map<String, Returns>> tally,
      Map<String, Fact.Call> calls,
      Map<String, Certification> certificates,
      String written) {

    static Back of(String format) throws IOException {
      Back back = new Back(new HashMap<>(), new TreeMap<>(), new TreeMap<>(), "");
      StringBuilder all = new StringBuilder();
      for (Document each :
          Formats.of(format).orElseThrow().writer().orElseThrow().documents(OF_2020)) {
        all.append(new String(bytes(each), UTF_8));
        for (Fact fact : read(format, each.part(), each))
          switch (fact) {
            case Returns r ->
                back.tally.computeIfAbsent(each.part(), part -> new TreeMap<>()).put(r.unit(), r);
            case Fact.Call c -> back.calls.put(c.caller() + " " + c.unit(), c);
            case Certification c -> back.certificates.put(c.unit(), c);
            default -> throw new AssertionError(fact);
          }
      }
      return new Back(back.tally, back.calls, back.certificates, all.toString());
    }

    Returns of(Returns was) {
      return at(at(tally, was.attestation().source().id()), was.unit());
    }

    int size() {
      return tally.values().stream().mapToInt(Map::size).sum() + calls.size() + certificates.size();
    }

    /** A record of them alone, whose first entry is that of 2020. */
    Standing standing() {
      List<Fact> facts = new ArrayList<>();
      facts.add(OF_2020.header());
      tally.values().forEach(units -> facts.addAll(units.values()));
      facts.addAll(calls.values());
      facts.addAll(certificates.values());
      List<Entry> entries = new ArrayList<>();
      for (Fact fact : facts)
        entries.add(new Entry(entries.size(), Instant.parse("2026-01-01T00:00:00Z"), "a", fact));
      return History.of(entries, OF_2020.history().law(), Archive.knownUnits(), History.ALL)
          .standing();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nist-100-v2-xml", "nist-100-v2-json", "civics-xml"})
  void what_is_lost_is_what_the_format_says_is_lost_and_nothing_else(String format)
      throws IOException {
    Back back = Back.of(format);
    Map<String, Long> lost = new TreeMap<>();
    int due = 0;
    Set<Long> newest = OF_2020.newest();
    seconds(lost, OF_2020.header().tickets(), back);
    for (Entry entry : OF_2020.facts()) {
      if (!newest.contains(entry.index())) continue;
      switch (entry.fact()) {
        case Returns was -> {
          due++;
          Returns is = back.of(was);
          count(lost, "how many votes are expected", !is.expected().equals(was.expected()));
          count(lost, "that figures are computed from rounded shares", is.exact() != was.exact());
          count(lost, "that nobody printed the total", is.totalBy() != was.totalBy());
          attested(lost, was, is.attestation());
          assertThat(
                  new Returns(
                      was.attestation(),
                      is.unit(),
                      is.votes(),
                      is.other(),
                      is.total(),
                      was.exact(),
                      was.expected(),
                      was.expectedBy(),
                      is.complete(),
                      is.ballots(),
                      is.registered(),
                      is.reporting(),
                      was.totalBy()))
              .isEqualTo(was);
        }
        case Certification was -> {
          due++;
          Certification is = at(back.certificates, was.unit());
          count(lost, "the day of the certificate it amends", !is.amends().equals(was.amends()));
          attested(lost, was, is.attestation());
          assertThat(
                  new Certification(
                      was.attestation(),
                      is.unit(),
                      is.votes(),
                      is.other(),
                      is.total(),
                      is.authority(),
                      was.amends()))
              .isEqualTo(was);
        }
        case Fact.Call was -> {
          due++;
          Fact.Call is = at(back.calls, was.caller() + " " + was.unit());
          attested(lost, was, is.attestation());
          assertThat(is.candidate()).as(was.toString()).isEqualTo(was.candidate());
        }
        case Fact.Addition was -> {
          seconds(lost, was.tickets(), back);
          attested(lost, was, Attestation.of(OF_2020.at(), Source.of("nobody", "Nobody")));
        }
        default -> {} // of these nothing is written, which is counted by their kinds
      }
    }
    assertThat(back.size()).as("nothing else is read").isEqualTo(due);
    Format its = Formats.of(format).orElseThrow();
    LeftOut leftOut = its.leftOut(OF_2020, its.writer().orElseThrow().documents(OF_2020));
    assertThat(lost).isEqualTo(leftOut.losses());
    assertThat(leftOut.elsewhere()).isEmpty();
  }

  private static void attested(Map<String, Long> lost, Fact fact, Attestation is) {
    Attestation was = fact.attestation();
    count(
        lost,
        "the moment of each (the report has one, as of which it is)",
        !is.at().equals(was.at()));
    count(lost, "when it could first be known", !is.learned().equals(was.learned()));
    count(lost, "that a clock time is approximate", is.about() != was.about());
    count(lost, "the source, but of returns", !is.source().id().equals(was.source().id()));
    count(lost, "what it rests on without a document", !is.basis().equals(was.basis()));
    count(lost, "the hash of the document", !is.paper().equals(was.paper()));
    count(lost, "a note", !is.note().equals(was.note()));
  }

  private static void seconds(Map<String, Long> lost, List<Ticket> tickets, Back back) {
    boolean isNamed = tickets.stream().anyMatch(each -> each.vicePresident().isPresent());
    count(
        lost,
        "who stands for Vice President",
        isNamed && !back.written.contains("Kamala") && !back.written.contains("Cohen"));
  }

  private static void count(Map<String, Long> lost, String words, boolean isLost) {
    if (isLost) lost.merge(words, 1L, Long::sum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nist-100-v2-xml", "nist-100-v2-json", "civics-xml"})
  void tally_calls_and_the_certified_rung_are_as_before(String format) throws IOException {
    Standing was = OF_2020.standing();
    Standing is = Back.of(format).standing();

    assertThat(is.problems()).isEmpty();
    assertThat(is.units()).hasSameSizeAs(was.units());
    int certified = 0;
    for (int i = 0; i < was.units().size(); i++) {
      UnitRow before = was.units().get(i);
      UnitRow after = is.units().get(i);
      String unit = before.unit().id();
      assertThat(after.unit()).isEqualTo(before.unit());
      assertThat(after.votes()).as(unit).isEqualTo(before.votes());
      assertThat(after.certifiedVotes()).as(unit).isEqualTo(before.certifiedVotes());
      assertThat(after.calls()).as(unit).isEqualTo(before.calls());
      if (after.stage().filter(Rung.CERTIFIED::equals).isPresent()
          && unit.equals(before.unit().jurisdiction())) certified++;
    }
    assertThat(certified).isEqualTo(51);
    for (Rung rung : List.of(Rung.REPORTED, Rung.CALLED, Rung.CERTIFIED))
      assertThat(electors(is, rung)).as(rung.word()).isEqualTo(electors(was, rung));
  }

  private static Votes electors(Standing standing, Rung rung) {
    return standing.ladder().stream()
        .filter(each -> each.rung() == rung)
        .map(RungFigures::electors)
        .findFirst()
        .orElseThrow();
  }

  private static <V> V at(Map<String, V> map, String key) {
    return Optional.ofNullable(map.get(key)).orElseThrow(() -> new AssertionError(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nist-100-v2-xml",
        "nist-100-v2-json",
        "civics-xml",
        "csv",
        "openelections-csv",
        "medsl-csv",
        "geojson"
      })
  void counties_have_their_names(String format) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Document each : Formats.of(format).orElseThrow().writer().orElseThrow().documents(OF_2020))
      all.append(new String(bytes(each), UTF_8).toLowerCase(Locale.ROOT));
    assertThat(List.of("allegheny", "prince george's", "st. louis", "fairfax", "doña ana"))
        .allMatch(name -> all.indexOf(name) >= 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nist-100-v2-xml",
        "nist-100-v2-json",
        "civics-xml",
        "openelections-csv",
        "medsl-csv"
      })
  void a_format_is_known_by_how_its_files_begin(String format) throws IOException {
    for (Document each :
        Formats.of(format).orElseThrow().writer().orElseThrow().documents(OF_2020)) {
      byte[] bytes = bytes(each);
      assertThat(FormatGuess.of(() -> new ByteArrayInputStream(bytes)))
          .as(each.name())
          .map(Format::id)
          .contains(format);
    }
  }

  @Test
  void the_moment_is_that_of_the_report_where_nobody_says_another() throws IOException {
    Document calls =
        Formats.of("nist-100-v2-xml")
            .orElseThrow()
            .writer()
            .orElseThrow()
            .documents(OF_2020)
            .stream()
            .filter(each -> each.part().equals("AP"))
            .findFirst()
            .orElseThrow();
    byte[] bytes = bytes(calls);
    ReadFile read =
        ReadFile.of(
            "nist-100-v2-xml",
            Reading.of(OF_2020.header(), Source.of("s", "S"), ""),
            () -> new ByteArrayInputStream(bytes));
    assertThat(read.facts())
        .hasSize(57)
        .allMatch(fact -> fact.attestation().at().equals(OF_2020.at()));
  }
}
