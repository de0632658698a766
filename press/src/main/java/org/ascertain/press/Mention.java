package org.ascertain.press;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that a sentence names, and that a form can ask for. */
sealed interface Mention {

  /** The letter by which the pattern of a form asks for it. */
  char letter();

  /**
   * Somebody who stood in an election.
   *
   * @param of in which elections, and by which id in each
   * @param isPronoun whether only "he" or "she" stands there
   */
  record Person(Set<Standee> of, boolean isPronoun) implements Mention {
    @Override
    public char letter() {
      return 'C';
    }
  }

  /** A candidate of an election. */
  record Standee(int year, String id) {}

  /** A jurisdiction or a district of one, by its id. */
  record Place(String unit) implements Mention {
    @Override
    public char letter() {
      return 'U';
    }
  }

  /** A caller, by its id in records. */
  record Caller(String id) implements Mention {
    @Override
    public char letter() {
      return 'K';
    }
  }

  /** Callers as such: "the networks", "news organizations". */
  record Media() implements Mention {
    @Override
    public char letter() {
      return 'M';
    }
  }

  /** Somebody from abroad: a country, its government, or who leads it. */
  record Actor(String country, String person) implements Mention {
    @Override
    public char letter() {
      return 'A';
    }
  }

  /** A House of Congress. */
  record House(boolean isSenate) implements Mention {
    @Override
    public char letter() {
      return 'H';
    }
  }

  /** One number. */
  record Count(Quantity quantity) implements Mention {
    @Override
    public char letter() {
      return 'N';
    }
  }

  /** "Nixon, 47,": how old somebody is. */
  record Age(long years) implements Mention {
    @Override
    public char letter() {
      return 'G';
    }
  }

  /** A share of a hundred. */
  record Share(Quantity quantity) implements Mention {
    @Override
    public char letter() {
      return 'S';
    }
  }

  /** Two numbers against each other: 306-232, 306 to 232. */
  record Score(long one, long other) implements Mention {
    @Override
    public char letter() {
      return 'X';
    }
  }

  /** "46th", "first". */
  record Ordinal(int number) implements Mention {
    @Override
    public char letter() {
      return 'O';
    }
  }

  /** So many days, weeks or months. */
  record Length(long count, ChronoUnit unit, boolean about) implements Mention {
    @Override
    public char letter() {
      return 'V';
    }
  }

  /**
   * A day or days.
   *
   * @param isYear whether only a year is named
   * @param contradiction what its own words say against each other; empty if nothing
   * @param weekday where only a weekday is named, and of which week is open, that weekday
   * @param isCounted whether it is counted from a day that was spoken of before: "the same day"
   */
  record Days(
      LocalDate from,
      LocalDate to,
      boolean isYear,
      String contradiction,
      Optional<DayOfWeek> weekday,
      boolean isCounted,
      boolean isNight)
      implements Mention {

    Days(
        LocalDate from,
        LocalDate to,
        boolean isYear,
        String contradiction,
        Optional<DayOfWeek> weekday) {
      this(from, to, isYear, contradiction, weekday, false, false);
    }

    /** From the evening of a day to the morning after. */
    static Days night(LocalDate first) {
      return new Days(first, first.plusDays(1), false, "", Optional.empty(), false, true);
    }

    Days(LocalDate from, LocalDate to, boolean isYear, String contradiction) {
      this(from, to, isYear, contradiction, Optional.empty());
    }

    Days counted() {
      return new Days(from, to, isYear, contradiction, weekday, true, isNight);
    }

    @Override
    public char letter() {
      return 'D';
    }

    boolean isOne() {
      return from.equals(to);
    }
  }

  /**
   * A time of the day.
   *
   * @param rough whether it is "shortly after" or "about" that time
   * @param isOfHalf whether it says which half of the day is meant
   * @param zone by whose clock, where that is said; else by Washington's
   */
  record Clock(LocalTime time, boolean rough, boolean isOfHalf, Optional<Zone> zone)
      implements Mention {
    Clock by(Optional<Zone> other) {
      return new Clock(time, rough, isOfHalf, other);
    }

    boolean isOfWashington() {
      return zone.isEmpty() || zone.get().isOfWashington();
    }

    @Override
    public char letter() {
      return 'T';
    }
  }

  /** Words in quotation marks. */
  record Quotation(String words) implements Mention {
    @Override
    public char letter() {
      return 'Q';
    }
  }

  /** All mentions of a sentence in the order of their places. */
  record Placed(int start, int end, Mention mention) {
    boolean overlaps(int from, int to) {
      return start < to && from < end;
    }

    static boolean isFree(List<Placed> taken, int from, int to) {
      return taken.stream().noneMatch(each -> each.overlaps(from, to));
    }
  }
}
