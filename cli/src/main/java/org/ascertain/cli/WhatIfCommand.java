package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.FigureText;
import org.ascertain.answers.PathsText;
import org.ascertain.answers.WhatIfText;
import org.ascertain.audit.Supposition;
import org.ascertain.audit.Supposition.Award;
import org.ascertain.audit.WhatIf;
import org.ascertain.election.When;
import org.ascertain.law.ApportionmentMethod;
import org.ascertain.standing.History;
import org.ascertain.standing.Ids;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What the electors would be with something otherwise. */
@Command(
    name = "what-if",
    description =
        "Says what the electors would be with one rule or result otherwise. Nothing of it is ever"
            + " stored.",
    footer = {
      "",
      "For example: what-if 2000 --allotment 2004; what-if 2016 --award proportional; what-if 2020"
          + " --flip GA=trump"
    },
    mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {

  private static final Pattern FLIP = Pattern.compile("([^=:]+)=([^=:]+)");
  private static final Pattern FAITHLESS = Pattern.compile("([^=:]+):([1-9][0-9]{0,2})=([^=:]+)");

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;
  @Mixin private AtOption at;

  @Option(
      names = "--allotment",
      paramLabel = "YEAR",
      description = "With as many electors for each as in that year.")
  private @Nullable Integer allotment;

  @Option(names = "--house", paramLabel = "N", description = "With a House of N seats.")
  private @Nullable Integer house;

  @Option(
      names = "--apportion",
      paramLabel = "METHOD",
      converter = MethodConverter.class,
      description =
          "With seats by another method: jefferson, webster, dean, huntington-hill, hamilton.")
  private @Nullable ApportionmentMethod method;

  @Option(
      names = "--award",
      paramLabel = "HOW",
      converter = AwardConverter.class,
      description = "With electors awarded statewide, district, proportional or popular.")
  private @Nullable Award award;

  @Option(
      names = "--flip",
      paramLabel = "UNIT=CANDIDATE",
      description = "With a unit for somebody else; may be repeated.")
  private List<String> flips = new ArrayList<>();

  @Option(
      names = "--faithless",
      paramLabel = "UNIT:N=CANDIDATE",
      description = "With N electors of a unit voting for somebody else; may be repeated.")
  private List<String> faithless = new ArrayList<>();

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    History history = election.open();
    election.require(PathsText.refusal(history.law()));
    List<Supposition> suppositions = suppositions(history);
    if (suppositions.isEmpty() && history.law().election() == history.header().year())
      throw election.wrong(
          "Say what is to be otherwise: --law, --allotment, --house, --apportion, --award, --flip"
              + " or --faithless.");
    When moment = at.asked().or(election::at).orElseGet(() -> StandingCommand.lastMoment(history));
    PrintWriter out = spec.commandLine().getOut();
    try {
      WhatIfText text = new WhatIfText(history, moment, election.caveat(history), suppositions);
      if (json) out.println(text.json());
      else text.print(out, SCREEN);
    } catch (WhatIf.Refused refused) {
      throw election.wrong(refused.why());
    }
    out.flush();
    return ExitCode.DONE;
  }

  private List<Supposition> suppositions(History history) {
    List<Supposition> all = new ArrayList<>();
    if (allotment != null) all.add(new Supposition.AllotmentOf(allotment));
    if (house != null || method != null)
      all.add(
          new Supposition.HouseOf(
              house == null ? history.law().house() : house,
              method == null ? ApportionmentMethod.HUNTINGTON_HILL : method));
    if (award != null) all.add(new Supposition.AwardBy(award));
    Ids ids = new Ids(history.header(), history.law());
    for (String written : flips) {
      Matcher of = matched(FLIP, written, "--flip takes UNIT=CANDIDATE, as GA=trump.");
      all.add(new Supposition.Flip(unit(ids, of.group(1)), candidate(ids, of.group(2))));
    }
    for (String written : faithless) {
      Matcher of = matched(FAITHLESS, written, "--faithless takes UNIT:N=CANDIDATE, as TX:2=paul.");
      all.add(
          new Supposition.Faithless(
              unit(ids, of.group(1)), Integer.parseInt(of.group(2)), candidate(ids, of.group(3))));
    }
    return all;
  }

  private Matcher matched(Pattern form, String written, String advice) {
    Matcher of = form.matcher(written);
    if (!of.matches()) throw election.wrong(advice);
    return of;
  }

  private String unit(Ids ids, String written) {
    return ids.unitOfAppointment(written)
        .orElseThrow(() -> election.wrong(FigureText.noUnit(written, ids.unit(written))));
  }

  private String candidate(Ids ids, String written) {
    return ids.candidate(written)
        .orElseThrow(
            () ->
                election.wrong(
                    "There is no candidate '%s' in this record; 'ascertain ids %s' lists them."
                        .formatted(written, election.written())));
  }

  private static <E extends Enum<E>> E word(Class<E> type, String written, String known) {
    try {
      return Enum.valueOf(type, written.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException unknown) {
      throw new TypeConversionException("'" + written + "' is none of " + known + ".");
    }
  }

  /** A way of awarding electors by its word. */
  static final class AwardConverter implements ITypeConverter<Award> {
    @Override
    public Award convert(String written) {
      return word(Award.class, written, "statewide, district, proportional, popular");
    }
  }

  /** A method of apportionment by its word. */
  static final class MethodConverter implements ITypeConverter<ApportionmentMethod> {
    @Override
    public ApportionmentMethod convert(String written) {
      return word(
          ApportionmentMethod.class,
          written,
          "jefferson, webster, dean, huntington-hill, hamilton");
    }
  }
}
