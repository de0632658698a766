package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.ascertain.audit.Supposition.AllotmentOf;
import org.ascertain.audit.Supposition.Award;
import org.ascertain.audit.Supposition.AwardBy;
import org.ascertain.audit.Supposition.Faithless;
import org.ascertain.audit.Supposition.Flip;
import org.ascertain.audit.Supposition.HouseOf;
import org.ascertain.law.ApportionmentMethod;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {

  private static WhatIf of(int year, Supposition... suppositions) throws WhatIf.Refused {
    History history = ArchivedElection.of(year);
    return WhatIf.of(history, history.end(), List.of(suppositions));
  }

  /** Widely known sums, which the electors by unit add up to. */
  @ParameterizedTest
  @CsvSource({
    "2000, 2004, bush, 278, gore, 260",
    "2016, 2024, trump, 306, clinton, 232",
    "2020, 2024, biden, 303, trump, 235"
  })
  void the_same_votes_with_a_later_allotment(
      int year, int allotment, String first, int most, String second, int fewer)
      throws WhatIf.Refused {
    assertThat(of(year, new AllotmentOf(allotment)).byCandidate())
        .containsEntry(first, most)
        .containsEntry(second, fewer);
  }

  @Test
  void by_the_votes_of_the_nation_gore_and_clinton_have_all_electors() throws WhatIf.Refused {
    assertThat(of(2000, new AwardBy(Award.POPULAR)).winner()).contains("gore");
    assertThat(of(2016, new AwardBy(Award.POPULAR)).byCandidate()).containsEntry("clinton", 538);
  }

  @Test
  void in_proportion_each_jurisdiction_keeps_its_electors() throws WhatIf.Refused {
    WhatIf proportional = of(2016, new AwardBy(Award.PROPORTIONAL));
    assertThat(proportional.winner()).isEmpty();
    assertThat(proportional.byUnit().getOrDefault("TX", Map.of()).values())
        .satisfies(of -> assertThat(of.stream().mapToInt(n -> n).sum()).isEqualTo(38));
    assertThat(proportional.byUnit().get("WY")).containsEntry("trump", 2);
    assertThat(proportional.byCandidate().values().stream().mapToInt(n -> n).sum()).isEqualTo(538);
  }

  @Test
  void a_house_of_435_by_the_method_in_force_changes_nothing() throws WhatIf.Refused {
    WhatIf same = of(2024, new HouseOf(435, ApportionmentMethod.HUNTINGTON_HILL));
    assertThat(same.byCandidate()).isEqualTo(of(2024).byCandidate());
    WhatIf larger = of(2024, new HouseOf(700, ApportionmentMethod.HUNTINGTON_HILL));
    assertThat(larger.electors()).isEqualTo(803);
    assertThat(larger.majority()).isEqualTo(402);
  }

  @Test
  void a_unit_that_flips_and_electors_who_are_faithless() throws WhatIf.Refused {
    WhatIf whatIf = of(2000, new Flip("FL", "gore"), new Faithless("DC", 1, "nader"));
    assertThat(whatIf.byCandidate())
        .containsEntry("gore", 291)
        .containsEntry("bush", 246)
        .containsEntry("nader", 1);
  }

  @Test
  void what_the_record_does_not_have_is_refused_and_not_guessed() {
    assertThatThrownBy(() -> of(2016, new AwardBy(Award.DISTRICT))).hasMessageContaining("guessed");
    assertThatThrownBy(() -> of(2016, new HouseOf(700, ApportionmentMethod.WEBSTER)))
        .hasMessageContaining("populations");
    assertThatThrownBy(() -> of(2024, new HouseOf(10, ApportionmentMethod.WEBSTER)))
        .hasMessageContaining("from 50");
    assertThatThrownBy(() -> of(2016, new Faithless("WY", 4, "clinton")))
        .hasMessageContaining("no 4 electors");
    assertThatThrownBy(() -> of(2016, new AllotmentOf(2017))).hasMessageContaining("2017");
  }
}
