package org.ascertain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Source;
import org.ascertain.election.Unit;
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

  @ParameterizedTest
  @ValueSource(strings = {"nist-100-v2-xml", "nist-100-v2-json", "civics-xml"})
  void tally_calls_and_certificates_are_as_before(String format) throws IOException {
    Map<String, Map<String, Returns>> tally = new HashMap<>();
    Map<String, String> calls = new TreeMap<>();
    Map<String, Certification> certificates = new TreeMap<>();
    for (Document each : Formats.of(format).orElseThrow().writer().orElseThrow().documents(OF_2020))
      for (Fact fact : read(format, each.part(), each))
        switch (fact) {
          case Returns r ->
              tally.computeIfAbsent(each.part(), part -> new TreeMap<>()).put(r.unit(), r);
          case Fact.Call c -> calls.put(c.caller() + " " + c.unit(), c.candidate());
          case Certification c -> certificates.put(c.unit(), c);
          default -> throw new AssertionError(fact);
        }
    OF_2020
        .returns()
        .forEach(
            (source, units) -> {
              assertThat(at(tally, source)).as(source).hasSameSizeAs(units);
              units.forEach(
                  (unit, entry) -> {
                    Returns due = (Returns) entry.fact();
                    Returns found = at(at(tally, source), unit);
                    assertThat(found.votes()).as(unit).isEqualTo(due.votes());
                    assertThat(found.other()).as(unit).isEqualTo(due.other());
                    assertThat(found.total()).as(unit).isEqualTo(due.total());
                    assertThat(found.complete()).as(unit).isEqualTo(due.complete());
                  });
            });
    assertThat(calls).isEqualTo(dueCalls());
    assertThat(certificates.keySet()).hasSizeGreaterThanOrEqualTo(51);
    for (Entry entry : OF_2020.facts())
      if (entry.fact() instanceof Certification due && OF_2020.newest().contains(entry.index())) {
        Certification found = at(certificates, due.unit());
        assertThat(found.votes()).as(due.unit()).isEqualTo(due.votes());
        assertThat(found.other()).as(due.unit()).isEqualTo(due.other());
        assertThat(found.authority()).as(due.unit()).isEqualTo(due.authority());
      }
  }

  private static <V> V at(Map<String, V> map, String key) {
    return Optional.ofNullable(map.get(key)).orElseThrow(() -> new AssertionError(key));
  }

  private static Map<String, String> dueCalls() {
    Map<String, String> due = new TreeMap<>();
    for (Entry entry : OF_2020.facts())
      switch (entry.fact()) {
        case Fact.Call c -> due.put(c.caller() + " " + c.unit(), c.candidate());
        case Fact.CallWithdrawn c -> due.remove(c.caller() + " " + c.unit());
        default -> {}
      }
    return due;
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
