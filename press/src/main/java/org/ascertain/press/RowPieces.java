package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.answers.Names;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Votes;

/** Claims in the rows of a table: a place, and in each column what its head says. */
final class RowPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("cell-of-a-row", Kind.UNIT)
              .hears("(?<=\\| ?)(?:{D:d}|{N:n})(?= ?(?:\\||$))")
              .example(SUPPORTED, "2024-12-20", "Ga. | 16")
              .example(CONTRADICTED, "2024-12-20", "Ga. | 15")
              .judges(RowPieces::cell));

  private static Judged cell(Slots s, Evidence e) {
    Optional<String> unit =
        s.piece().first(Mention.Place.class).map(p -> ((Mention.Place) p.mention()).unit());
    if (unit.isEmpty() || !e.takesPart(unit.get()) || !s.heard().matches("(?s)[| ]*⟦u.*"))
      return Judged.NO_CLAIM;
    String head = head(s);
    if (s.has("d")) return day(head, unit.get(), s, e);
    Quantity said = s.number("n");
    boolean ofElectors = head.isEmpty() || Sought.has(head, "elector|\\be\\.?v|college");
    if (said.whole() <= 60 && ofElectors && !Sought.has(head, "percent|points|%")) {
      int is = e.electors(unit.get());
      return Judged.held(
          said.whole() == is,
          "By law %s had %d electors in %d.".formatted(Evidence.place(unit.get()), is, e.year()),
          List.of());
    }
    return said.whole() >= 100 ? votes(head, unit.get(), said, e) : Judged.NO_CLAIM;
  }

  /** The head of the column, in small letters; empty where no head is known. */
  private static String head(Slots s) {
    String row = s.piece().marked();
    int column = (int) row.substring(0, s.start()).chars().filter(c -> c == '|').count();
    String[] heads = s.scene().table().split("\\|", -1);
    return column < heads.length ? heads[column].strip().toLowerCase(Locale.ROOT) : "";
  }

  private static Judged day(String head, String unit, Slots s, Evidence e) {
    boolean ofCertificate =
        Sought.has(head, "certif|sign|canvass|final|done")
            || (head.isEmpty() && s.context().contains("certif"));
    List<Entry> acts = e.all(Certification.class, f -> f.unit().equals(unit));
    if (!ofCertificate || acts.isEmpty()) return Judged.NO_CLAIM;
    Entry meant = acts.stream().filter(a -> s.fits(a, e)).findFirst().orElse(acts.getFirst());
    return Judged.supported(
            "%s certified %s.".formatted(Evidence.place(unit), Evidence.time(meant)),
            List.of(meant))
        .at(meant);
  }

  private static Judged votes(String head, String unit, Quantity said, Evidence e) {
    Optional<Votes> votes = e.votes(unit);
    if (votes.isEmpty() || votes.get().size() < 2) return Judged.NO_CLAIM;
    List<Long> order = Ranking.of(votes.get());
    long lead = order.get(0) - order.get(1);
    String why = "%s: %s.".formatted(Evidence.place(unit), e.figures(votes.get()));
    List<Entry> by = e.row(unit).map(e::of).orElse(List.of());
    boolean ofLead = Sought.has(head, "margin|lead|majority|difference|plurality");
    Optional<Long> own =
        votes.get().ids().stream()
            .filter(id -> head.contains(e.name(id).toLowerCase(Locale.ROOT)))
            .map(id -> votes.get().count(id).orElse(0))
            .findFirst();
    long is = ofLead ? lead : own.orElse(-1L);
    if (is < 0)
      return said.fits(lead) == Quantity.Fit.RIGHT
          ? Judged.supported("A lead of " + Names.number(lead) + ". " + why, by)
          : Judged.NO_CLAIM;
    return switch (said.fits(is)) {
      case RIGHT -> Judged.supported(why, by);
      case ROUGH -> Judged.imprecise(why, by);
      case WRONG ->
          e.isFinal(unit)
              ? Judged.contradicted(why, by)
              : Judged.beyond("The votes of that hour are not known so exactly. " + why);
    };
  }

  private RowPieces() {}
}
