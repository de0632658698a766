package org.ascertain.press;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Jurisdiction;
import org.ascertain.press.Mention.Placed;

/** Finds states, their districts, callers, Houses and countries by their names. */
final class Places {

  private static final Map<String, String> UNITS = new HashMap<>();
  private static final Lexicon UNIT;
  private static final Pattern NO_UNIT =
      Pattern.compile(
          "^(?: [Tt]imes?\\b| Post| City| Supreme Court| Avenue| Herald| Journal| Republic| Inquirer| Tribune| Star| State University| Court|'s Supreme Court|'s (?:highest|top|state) court| Democrats?| Republicans?)");
  private static final Sought DISTRICT =
      Sought.of(
          "(?<state>Maine|Nebraska)'s (?:(?<n>1st|2nd|3rd|[Ff]irst|[Ss]econd|[Tt]hird|Omaha-based [Ss]econd|Omaha-based 2nd)) (?:[Cc]ongressional )?[Dd]istrict");
  private static final Sought CALLER =
      Sought.of(
          "(?<![\\w])(?:[Tt]he )?(?:(?<AP>Associated Press|AP|A-P|A\\.P\\.(?!\\w))|(?<Fox>Fox News|Fox)|(?<MSNBC>MSNBC)|(?<NewsNation>NewsNation)|(?<NBC>N-?B-?C(?: News)?)|(?<ABC>A-?B-?C(?: News)?)|(?<CBS>C-?B-?S(?: News)?)|(?<CNN>C-?N-?N|Cable News Network)|(?<DDHQ>Decision Desk H-?Q|DDHQ)|(?<VNS>Voter News Service|VNS))(?![\\w])(?! poll)");
  private static final List<String> CALLERS =
      List.of("AP", "Fox", "MSNBC", "NewsNation", "NBC", "ABC", "CBS", "CNN", "DDHQ", "VNS");
  private static final Sought MEDIA =
      Sought.of(
          "(?<![\\w])(?:[Tt]he |[Mm]ajor |U\\.S\\. |American |[Aa]ll |[Ss]everal |[Nn]ational |[Mm]ost )*(?:(?:[Nn]ews|[Tt]elevision|TV|[Cc]able|[Bb]roadcast|media|big) )*(?:[Nn]etworks|[Nn]ews organi[sz]ations|[Nn]ews outlets|[Mm]edia outlets|outlets|media)(?![\\w])");
  private static final Sought HOUSE =
      Sought.of(
          "(?<![\\w])(?<!White )(?<!Custom )(?:[Tt]he )?(?:U\\.S\\. )?(?:(?<senate>Senate)|(?<house>House(?: of Representatives)?))(?![\\w])(?! (?:[Mm]ajority|[Mm]inority|Speaker|Majority|President|president|leader|Leader|Republicans?|Democrats?|members|Judiciary|chamber))");

  static {
    for (Jurisdiction each : Jurisdiction.values())
      if (each != Jurisdiction.WA && each != Jurisdiction.DC) {
        UNITS.put(each.title(), each.name());
        UNITS.put(each.title().toUpperCase(Locale.ROOT), each.name());
      }
    for (String[] cells : Vocabulary.table("states.tsv")) UNITS.put(cells[0], cells[1]);
    UNITS.put("Washington state", "WA");
    UNITS.put("Washington State", "WA");
    UNITS.put("the state of Washington", "WA");
    for (String name :
        List.of(
            "the District of Columbia",
            "District of Columbia",
            "Washington, D.C.",
            "Washington, DC",
            "Washington D.C.",
            "Washington DC",
            "D.C.",
            "the District")) UNITS.put(name, "DC");
    UNIT = new Lexicon(UNITS.keySet());
  }

  static void find(Sought.Line line, List<Placed> taken) {
    String sentence = line.words();
    Matcher district = DISTRICT.in(line);
    while (district.find()) {
      String n = district.group("n").replace("Omaha-based ", "").toLowerCase(Locale.ROOT);
      int number =
          n.startsWith("1") || n.startsWith("f")
              ? 1
              : n.startsWith("2") || n.startsWith("s") ? 2 : 3;
      String code = district.group("state").equals("Maine") ? "ME-" : "NE-";
      taken.add(new Placed(district.start(), district.end(), new Mention.Place(code + number)));
    }
    Matcher caller = CALLER.in(line);
    while (caller.find()) {
      Optional<String> id = CALLERS.stream().filter(each -> caller.group(each) != null).findFirst();
      if (Placed.isFree(taken, caller.start(), caller.end()))
        taken.add(new Placed(caller.start(), caller.end(), new Mention.Caller(id.orElseThrow())));
    }
    Matcher media = MEDIA.in(line);
    while (media.find())
      if (Placed.isFree(taken, media.start(), media.end()))
        taken.add(new Placed(media.start(), media.end(), new Mention.Media()));
    Matcher house = HOUSE.in(line);
    while (house.find())
      if (Placed.isFree(taken, house.start(), house.end()))
        taken.add(
            new Placed(
                house.start(), house.end(), new Mention.House(house.group("senate") != null)));
    for (Lexicon.Found unit : UNIT.in(sentence)) {
      if (!Placed.isFree(taken, unit.start(), unit.end())) continue;
      if (NO_UNIT.matcher(sentence.substring(unit.end())).find()) continue;
      String code = UNITS.getOrDefault(unit.name(), "");
      taken.add(new Placed(unit.start(), unit.end(), new Mention.Place(code)));
    }
  }

  private Places() {}
}
