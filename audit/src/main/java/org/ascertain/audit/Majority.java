package org.ascertain.audit;

import org.ascertain.law.Base;
import org.ascertain.law.Law;
import org.ascertain.law.Verdict;

/**
 * The number of electors that decides, as one number. Where the law has alternatives it is the
 * first, with all votes counted; where it cannot tell yet, the majority of all electors entitled.
 */
record Majority(int electors, int majority) {

  static Majority of(Verdict<Base> base, Law law) {
    Base one =
        switch (base) {
          case Verdict.Determined<Base>(var value, var grounds) -> value;
          case Verdict.Alternatives<Base>(var answers) -> answers.getFirst().value();
          case Verdict.NotYet<Base> v -> entitled(law);
          case Verdict.NoRule<Base> v -> entitled(law);
        };
    return new Majority(one.electors(), one.majority());
  }

  private static Base entitled(Law law) {
    return Base.of(law.entitled().values().stream().mapToInt(Integer::intValue).sum());
  }
}
