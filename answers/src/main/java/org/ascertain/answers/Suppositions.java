package org.ascertain.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.audit.Supposition;
import org.ascertain.audit.Supposition.Award;
import org.ascertain.audit.Unreadable;
import org.ascertain.law.ApportionmentMethod;
import org.ascertain.standing.History;
import org.ascertain.standing.Ids;

/**
 * What is to be supposed, as people write it to a command or in an address.
 *
 * @param allotment a year
 * @param house a number of seats
 * @param apportion a method's word
 * @param award a way's word
 * @param flips each UNIT=CANDIDATE
 * @param faithless each UNIT:N=CANDIDATE
 */
public record Suppositions(
    Optional<String> allotment,
    Optional<String> house,
    Optional<String> apportion,
    Optional<String> award,
    List<String> flips,
    List<String> faithless) {

  private static final Pattern FLIP = Pattern.compile("([^=:]+)=([^=:]+)");
  private static final Pattern FAITHLESS = Pattern.compile("([^=:]+):([1-9][0-9]{0,2})=([^=:]+)");

  public Suppositions {
    flips = List.copyOf(flips);
    faithless = List.copyOf(faithless);
  }

  /** In the order in which they are applied. */
  public List<Supposition> in(History history) throws Unreadable {
    List<Supposition> all = new ArrayList<>();
    if (allotment.isPresent())
      all.add(new Supposition.AllotmentOf(number("allotment", allotment.get())));
    if (house.isPresent() || apportion.isPresent())
      all.add(
          new Supposition.HouseOf(
              house.isEmpty() ? history.law().house() : number("house", house.get()),
              apportion.isEmpty()
                  ? ApportionmentMethod.HUNTINGTON_HILL
                  : word(ApportionmentMethod.values(), "apportion", apportion.get())));
    if (award.isPresent())
      all.add(new Supposition.AwardBy(word(Award.values(), "award", award.get())));
    Ids ids = new Ids(history.header(), history.law());
    for (String written : flips) {
      Matcher of = matched(FLIP, written, "flip", "UNIT=CANDIDATE, as GA=trump");
      all.add(new Supposition.Flip(unit(ids, of.group(1)), candidate(ids, of.group(2), history)));
    }
    for (String written : faithless) {
      Matcher of = matched(FAITHLESS, written, "faithless", "UNIT:N=CANDIDATE, as TX:2=paul");
      all.add(
          new Supposition.Faithless(
              unit(ids, of.group(1)),
              Integer.parseInt(of.group(2)),
              candidate(ids, of.group(3), history)));
    }
    return all;
  }

  private static int number(String of, String written) throws Unreadable {
    if (!written.matches("[0-9]{1,6}"))
      throw new Unreadable("'%s' is no number for %s.".formatted(written, of));
    return Integer.parseInt(written);
  }

  private static Matcher matched(Pattern form, String written, String of, String due)
      throws Unreadable {
    Matcher match = form.matcher(written);
    if (!match.matches())
      throw new Unreadable("'%s' for %s is not %s.".formatted(written, of, due));
    return match;
  }

  private static <E extends Enum<E>> E word(E[] all, String of, String written) throws Unreadable {
    for (E each : all) if (EnumWords.of(each).equals(written.toLowerCase(Locale.ROOT))) return each;
    throw new Unreadable(
        "'%s' is no word for %s; write one of %s."
            .formatted(
                written, of, String.join(", ", Arrays.stream(all).map(EnumWords::of).toList())));
  }

  private static String unit(Ids ids, String written) throws Unreadable {
    Optional<String> unit = ids.unitOfAppointment(written);
    if (unit.isEmpty()) throw new Unreadable(FigureText.noUnit(written, ids.unit(written)));
    return unit.get();
  }

  private static String candidate(Ids ids, String written, History history) throws Unreadable {
    Optional<String> candidate = ids.candidate(written);
    if (candidate.isEmpty())
      throw new Unreadable(FigureText.noCandidate(written, history.header()));
    return candidate.get();
  }
}
