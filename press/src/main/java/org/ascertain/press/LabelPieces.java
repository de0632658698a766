package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Acknowledgement;

/** Lines of fact sheets: a label, a colon, and what it says. */
final class LabelPieces {

  private static final String BEGINS = "^[-* ,(]*";

  static final List<Form> ALL =
      List.of(
          Form.of("label-of-electors", Kind.TOTAL)
              .hears(
                  BEGINS
                      + "(?:number of )?(?:electors|electoral votes|votes of electors|electoral college)(?: (?:in all|in total|at stake|altogether))?: {N:all}",
                  BEGINS
                      + "(?:(?:votes |electors )?(?:needed|required)(?: (?:to win|for a majority|to be elected))?|to win|majority|threshold): {N:n}",
                  BEGINS + "(?:faithless(?: electors| votes)?|stray(?: votes)?): {N:stray}")
              .example(SUPPORTED, "2021-02-01", "Electors in all: 538")
              .example(CONTRADICTED, "2021-02-01", "Electors in all: 535")
              .judges(LabelPieces::electors),
          Form.of("label-of-the-transition", Kind.ACKNOWLEDGEMENT)
              .hears(BEGINS + "(?:transition )(?:formally )?(?:opened|begins|began|begun): ?{D:d}")
              .example(SUPPORTED, "2021-02-01", "Transition opened: 23 November 2020")
              .example(CONTRADICTED, "2021-02-01", "Transition opened: 24 November 2020")
              .judges(
                  (s, e) -> {
                    Optional<Entry> act =
                        e.first(Acknowledgement.class, f -> f.actor().contains("Murphy"));
                    return act.map(
                            a -> Judged.supported(AcknowledgementForms.told(a), List.of(a)).at(a))
                        .orElse(Judged.NO_CLAIM);
                  }));

  private static Judged electors(Slots s, Evidence e) {
    int entitled = e.standing().electors().entitled();
    int majority = ElectorResult.majority(e);
    String why = "The majority in %d was %d of %d.".formatted(e.year(), majority, entitled);
    if (s.has("stray")) {
      Optional<Long> strayed = CollegeForms.strayed(e);
      return strayed.isEmpty()
          ? Judged.NO_CLAIM
          : Judged.held(
              s.number("stray").whole() == strayed.get(),
              CollegeForms.strayedInWords(strayed.get()),
              List.of());
    }
    long said = s.has("all") ? s.number("all").whole() : s.number("n").whole();
    // what is smaller is of a place, or of something else
    if (said < 60 || said > 600 || s.placeOfSentence().isPresent() || s.who().isPresent())
      return Judged.NO_CLAIM;
    return Judged.held(said == (s.has("all") ? entitled : majority), why, List.of());
  }

  private LabelPieces() {}
}
