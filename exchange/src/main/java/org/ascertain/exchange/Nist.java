package org.ascertain.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Returns;
import org.ascertain.record.FactWord;

/** NIST SP 1500-100 version 2, the Election Results Reporting Common Data Format. */
final class Nist {

  static final Set<String> KEEPS =
      Set.of("election", "addition", "returns", "call", "certification");

  static final List<Loss> LOSSES =
      List.of(
          new Loss(
              "the moment of each (the report has one, as of which it is)",
              (fact, at) -> isInside(fact) && !fact.attestation().at().equals(at)),
          new Loss("when it could first be known", of(each -> each.learned().isPresent())),
          new Loss("that a clock time is approximate", of(Attestation::about)),
          new Loss(
              "the source, but of returns", fact -> isInside(fact) && !(fact instanceof Returns)),
          new Loss("what it rests on without a document", of(each -> each.basis().isPresent())),
          new Loss("the hash of the document", of(each -> each.paper().isPresent())),
          new Loss("the day of the certificate it amends", Nist::amends),
          new Loss("how many votes are expected", Nist::isExpected),
          new Loss("that figures are computed from rounded shares", Nist::isInexact),
          new Loss("that nobody printed the total", Nist::isSummed),
          new Loss("a note", of(each -> each.note().isPresent())));

  private static final List<String> UNSAID =
      List.of(
          "Who appointed, voted, counted and declared: its words end at the certificate. How"
              + " official each result is stands in an external identifier of its contest,"
              + " `ascertained-stage`.",
          "Who called a result, in a report of counts: each caller's calls are a report of their"
              + " own, with the caller as its issuer.",
          "The source of one figure: each source's returns are a report of their own.",
          "Votes for candidates whom nobody names, and the total of an office: they stand as counts"
              + " of type `other`, `candidates-not-named` and `votes-for-president`.",
          "The list that a FIPS code belongs to: an external identifier, `fips-vintage`.",
          "On which states' ballots somebody is: a report of before election day (`pre-election`) has"
              + " who stands, in one contest of the nation.",
          "That a unit is not done: of one of which the record does not say that it is, its count is"
              + " `unknown`; `in-process` only where fewer of its parts have reported than it has. A"
              + " report of returns, for which the format has no such word, is then"
              + " `unofficial-partial`.",
          "Earlier figures, withdrawn calls, superseded certificates: a report is of one moment.");

  /** How reports are read, and the civics feed that grew out of their first version. */
  static final List<String> READING =
      List.of(
          "A report whose status is `certified` makes certificates, any other returns; what its"
              + " issuer calls `projected-winner` is a call by the issuer, if that is a caller of the"
              + " election.",
          "The moment is that of the report (`as-of` where Ascertain has written it, else"
              + " `GeneratedDate`), or that of `--at`.",
          "Units are found by the record's own id, Open Civic Data id, FIPS code, or name and the"
              + " unit around them; a type of unit that the format has not is kept aside.",
          "Votes by type are added up where there is no count of type `total`, which is told. Of a"
              + " report of several parts it is told which part this is.",
          "Whoever is on no ticket of the record is among other votes; who is called over or under"
              + " votes, ballots cast and the like is nobody, and never votes.",
          "`winner`, `defeated` and how official a result is are not read: nobody is said to say so.",
          "Of a report that is broken off nothing is recorded, for whether it is certified, or a test,"
              + " may stand behind the break. What was read of each unit is kept aside (F102), and so"
              + " is what follows; one that breaks off before any race is refused.",
          "A report that is marked as a test is refused.");

  static final Format XML =
      new Format(
              "nist-100-v2-xml",
              "NIST SP 1500-100 version 2, election results reporting, XML",
              "nist.xml",
              "application/xml",
              KEEPS,
              LOSSES,
              UNSAID,
              true,
              Optional.of(election -> documents(election, "nist.xml", NistXml::write)))
          .with(
              new Format.Reads(
                  Set.of("returns", "call", "certification"),
                  READING,
                  (content, reading) -> new NistRows(content, reading, XmlParts::new)));

  static final Format JSON =
      new Format(
              "nist-100-v2-json",
              "NIST SP 1500-100 version 2, election results reporting, JSON",
              "nist.json",
              "application/json",
              KEEPS,
              LOSSES,
              UNSAID,
              true,
              Optional.of(election -> documents(election, "nist.json", NistJson::write)))
          .with(
              new Format.Reads(
                  Set.of("returns", "call", "certification"),
                  READING,
                  (content, reading) -> new NistRows(content, reading, JsonParts::new)));

  private interface Form {
    void write(OutputStream out, NistXml.Report report) throws IOException;
  }

  private static List<Document> documents(ElectionAt election, String extension, Form form) {
    return Report.all(election).stream()
        .map(
            report ->
                new Document(
                    "%s-%s.%s".formatted(election.id(), report.fileName(), extension),
                    report.abbreviation(),
                    report::has,
                    out -> form.write(out, sink -> new NistReport(election, report, sink).write())))
        .toList();
  }

  /** Of the record's first entry its election is there, and no more. */
  private static boolean isInside(Fact fact) {
    return KEEPS.contains(FactWord.of(fact)) && !(fact instanceof Fact.Header);
  }

  private static Predicate<Fact> of(Predicate<Attestation> lost) {
    return fact -> isInside(fact) && lost.test(fact.attestation());
  }

  private static boolean amends(Fact fact) {
    return fact instanceof Certification certificate && certificate.amends().isPresent();
  }

  private static boolean isExpected(Fact fact) {
    return fact instanceof Returns returns && returns.expected().isPresent();
  }

  private static boolean isInexact(Fact fact) {
    return fact instanceof Returns returns && !returns.exact();
  }

  private static boolean isSummed(Fact fact) {
    return fact instanceof Returns returns && returns.totalBy() == Fact.TotalBy.SUM;
  }

  private Nist() {}
}
