package org.ascertain.press;

import java.util.List;
import java.util.stream.Stream;

/** All forms, the more special before the more general. */
final class Forms {

  static final List<Form> ALL =
      Stream.of(
              GreetingForms.ALL,
              AcknowledgementForms.ALL,
              ConcessionForms.ALL,
              QuotationForms.ALL,
              CallForms.ALL,
              CertificationForms.ALL,
              CongressForms.ALL,
              CourtForms.ALL,
              CountingForms.ALL,
              CollegeForms.ALL,
              UnitForms.ALL,
              UnitVoteForms.ALL,
              PopularForms.ALL,
              ElectorForms.ALL,
              MajorityForms.ALL,
              ChosenForms.ALL,
              OfficeForms.ALL,
              RowPieces.ALL,
              SincePieces.ALL,
              SeldomPieces.ALL,
              LabelPieces.ALL,
              SidesPieces.ALL,
              CallGapPieces.ALL,
              SessionPieces.ALL,
              TogetherPieces.ALL,
              MeetingPieces.ALL,
              PartyPieces.ALL,
              MajorityPieces.ALL,
              FaithlessPieces.ALL,
              MinorPieces.ALL,
              OfficePieces.ALL,
              OrderPieces.ALL,
              CountPieces.ALL,
              ObjectionPieces.ALL,
              CertificatePieces.ALL,
              CommissionPieces.ALL,
              ReasonPieces.ALL,
              RulingPieces.ALL,
              SuitPieces.ALL,
              ActPieces.ALL,
              SpeechPieces.ALL,
              NoCallPieces.ALL,
              CallPieces.ALL,
              ElectorPieces.ALL,
              ScorePieces.ALL,
              LeadPieces.ALL,
              VotePieces.ALL,
              DurationPieces.ALL,
              EventPieces.ALL,
              FigurePieces.ALL)
          .flatMap(List::stream)
          .toList();

  /** Those that read whole sentences without their days, those that read them with, of pieces. */
  static final FormIndex BARE = new FormIndex(ALL, form -> !form.isOfPieces() && form.isBare());

  static final FormIndex FULL = new FormIndex(ALL, form -> !form.isOfPieces() && !form.isBare());
  static final FormIndex OF_PIECES = new FormIndex(ALL, Form::isOfPieces);

  private Forms() {}
}
