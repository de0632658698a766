package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ascertain.election.Unit;

/** The chain of a jurisdiction's rungs, and which of them have a fact of their own. */
record Chain(Tabulation now, String code, Map<Rung, Boolean> own) {

  private static final List<Rung> RUNGS =
      List.of(Rung.CERTIFIED, Rung.ASCERTAINED, Rung.VOTED, Rung.COUNTED);

  static Chain of(Tabulation now, String code) {
    JurisdictionFacts facts = now.facts(code);
    Map<Rung, Boolean> own = new EnumMap<>(Rung.class);
    boolean certified =
        now.register().units(code).stream()
            .map(Unit::id)
            .anyMatch(unit -> facts.certification(unit).isPresent());
    own.put(Rung.CERTIFIED, certified);
    own.put(Rung.ASCERTAINED, facts.ascertainment().isPresent());
    own.put(Rung.VOTED, facts.cast().isPresent());
    own.put(Rung.COUNTED, !now.rungs(code).on(Rung.COUNTED).entries.isEmpty());
    return new Chain(now, code, own);
  }

  /**
   * Without a fact of its own a rung has what the earliest later one has, and says that it is
   * implied.
   */
  void holds() {
    int entitled = now.register().law.entitled().getOrDefault(code, 0);
    for (int i = 0; i < RUNGS.size(); i++) {
      JurisdictionRungs.OnRung on = now.rungs(code).on(RUNGS.get(i));
      assertThat(Arrays.stream(on.electors).sum()).isBetween(0, entitled);
      if (Boolean.TRUE.equals(own.get(RUNGS.get(i)))) continue;
      List<Rung> later =
          RUNGS.subList(i + 1, RUNGS.size()).stream()
              .filter(r -> Boolean.TRUE.equals(own.get(r)))
              .toList();
      if (later.isEmpty()) {
        assertThat(on.electors).containsOnly(0);
        assertThat(on.implied).isEmpty();
      } else {
        assertThat(on.electors).isEqualTo(now.rungs(code).on(later.getFirst()).electors);
        assertThat(on.implied).contains(code);
      }
    }
  }
}
