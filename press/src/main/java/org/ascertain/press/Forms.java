package org.ascertain.press;

import java.util.List;
import java.util.stream.Stream;

/** All forms, the more special before the more general. */
final class Forms {

  static final List<Form> ALL =
      Stream.of(
              AcknowledgementForms.ALL,
              CallForms.ALL,
              CertificationForms.ALL,
              CongressForms.ALL,
              CourtForms.ALL,
              CollegeForms.ALL,
              UnitForms.ALL,
              PopularForms.ALL,
              ElectorForms.ALL,
              MajorityForms.ALL,
              ChosenForms.ALL,
              OfficeForms.ALL,
              ChoicePieces.ALL,
              CountPieces.ALL,
              CasePieces.ALL,
              WordPieces.ALL,
              CallPieces.ALL,
              ElectorPieces.ALL,
              VotePieces.ALL,
              EventPieces.ALL)
          .flatMap(List::stream)
          .toList();

  private Forms() {}
}
