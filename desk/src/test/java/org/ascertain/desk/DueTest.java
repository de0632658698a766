package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ascertain.desk.ProposalActs.Written;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Store;
import org.ascertain.postgres.ScratchStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the law wants of the states and the record does not have. */
@Timeout(60)
class DueTest {

  private static final String ELECTION = "us-president-2028";

  /** Six days before the electors meet (3 U.S.C. s. 5(a)(1)). */
  private static final LocalDate ASCERTAINED = LocalDate.of(2028, 12, 13);

  @TempDir private Path folder;

  private ElectionDesk begun() {
    Store store = ScratchStores.in(folder);
    String header =
        """
        {"fact":"election","at":"2028-11-07","source":{"id":"s","title":"A list"},"election":"us-president-2028","year":2028,"candidates":[{"id":"ann","name":"Ann"},{"id":"ben","name":"Ben"}],"tickets":[{"id":"ann","president":"ann"},{"id":"ben","president":"ben"}]}
        """;
    try (Ledger ledger = store.open(ELECTION, Records.clock(), notice -> {})) {
      ledger.append(List.of(new Draft.Fresh("1", Proposals.fact(header))), "begin").join();
    }
    return ElectionDesk.open(store, ELECTION, Records.clock(), Thresholds.defaults(), notice -> {});
  }

  @Test
  void what_is_recorded_is_due_no_more() throws IOException {
    try (ElectionDesk desk = begun()) {
      List<Due> before = desk.due(LocalDate.of(2029, 1, 20));
      assertThat(before).isSortedAccordingTo(Comparator.comparing(Due::due));
      Due due = of(before, "ascertainment").orElseThrow();
      assertThat(due.due()).isEqualTo(ASCERTAINED);
      assertThat(due.rule()).isEqualTo("CAL.ASCERTAIN.2022");
      assertThat(due.who()).isPresent();
      assertThat(of(before, "certification")).isPresent();
      assertThat(of(before, "elector-votes")).isPresent();

      ProposalActs acts = desk.proposals();
      Proposal.Content content =
          new Proposal.Content(
              List.of(
                  Proposals.fact(
                      """
                      {"fact":"ascertainment","at":"2028-12-12","source":{"id":"ga","title":"Georgia"},"jurisdiction":"GA","electors":{"ann":16},"authority":"Governor"}
                      """)),
              "the paper",
              Optional.empty());
      long id = ((Written) acts.propose(Proposals.ANN, content)).now().filed().id();
      assertThat(acts.act(id, Proposals.BEN, 1, new ProposalAct.Approve()))
          .isInstanceOf(Written.class);

      List<Due> after = desk.due(LocalDate.of(2029, 1, 20));
      assertThat(of(after, "ascertainment")).isEmpty();
      assertThat(after).hasSize(before.size() - 1);
    }
  }

  @Test
  void what_is_due_later_is_not_told_yet_and_what_is_past_is_overdue() throws IOException {
    try (ElectionDesk desk = begun()) {
      assertThat(desk.due(LocalDate.of(2028, 11, 7))).isEmpty();
      assertThat(of(desk.due(ASCERTAINED.minusDays(1)), "ascertainment")).isEmpty();
      List<Due> due = desk.due(ASCERTAINED);
      JsonNode then = new ObjectMapper().readTree(Due.json(due, ASCERTAINED));
      JsonNode later = new ObjectMapper().readTree(Due.json(due, ASCERTAINED.plusDays(1)));
      assertThat(then.findValues("overdue").getLast().asBoolean()).isFalse();
      assertThat(later.findValues("overdue")).allMatch(JsonNode::asBoolean);
    }
  }

  private static Optional<Due> of(List<Due> all, String what) {
    return all.stream()
        .filter(each -> each.unit().equals("GA") && each.what().equals(what))
        .findFirst();
  }
}
