package org.ascertain.audit;

import org.ascertain.law.ApportionmentMethod;

/** One thing that is supposed to have been otherwise. */
public sealed interface Supposition {

  /** The electors of another election's allotment. */
  record AllotmentOf(int year) implements Supposition {}

  /** A House of another size, or divided by another method. */
  record HouseOf(int seats, ApportionmentMethod method) implements Supposition {}

  /** Another way of awarding electors, in every jurisdiction. */
  record AwardBy(Award award) implements Supposition {}

  /** The ways of awarding electors. */
  enum Award {
    /** All of a jurisdiction's to who leads there. */
    STATEWIDE,
    /** One to who leads each congressional district, two to who leads the state. */
    DISTRICT,
    /** By the votes in each jurisdiction, whole electors, the largest remainders first. */
    PROPORTIONAL,
    /** All of the nation's to who has most votes in it. */
    POPULAR
  }

  /** A unit falls to somebody else. */
  record Flip(String unit, String candidate) implements Supposition {}

  /** Electors of a unit vote for somebody else than they were appointed for. */
  record Faithless(String unit, int electors, String candidate) implements Supposition {}
}
