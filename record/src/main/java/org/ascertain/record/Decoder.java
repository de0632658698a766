package org.ascertain.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ascertain.election.Check;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;

/**
 * What reading a record keeps from line to line: the sources described so far, and pools that make
 * equal values one. The pools are bounded; what they drop is only read anew.
 */
final class Decoder {

  private static final int POOL = 1 << 16;
  private static final int MOST_LISTS = 1 << 12;

  final Report report = new Report();
  final Sources sources = new Sources();

  private final String[] ids = new String[POOL];
  private final String[] texts = new String[POOL];
  private final When[] times = new When[POOL];
  private String lastInstantText = "";
  private Instant lastInstant = Instant.EPOCH;
  private List<String> lastNames = List.of();
  private final Map<List<String>, List<String>> lists = new HashMap<>();

  /** The same id, as the instance that stands for all equal ones. */
  String one(String id) {
    int place = place(id);
    String known = ids[place];
    if (id.equals(known)) return known;
    ids[place] = id;
    return id;
  }

  /**
   * An object's names, as the instance that stands for all equal lists: the fold of returns looks
   * at identity first.
   */
  List<String> names(Json.Members members) {
    if (members.areNamed(lastNames)) return lastNames;
    List<String> names = members.names();
    if (lists.size() == MOST_LISTS) lists.clear();
    lastNames = lists.computeIfAbsent(names, Function.identity());
    return lastNames;
  }

  /** When the text says; null after a problem. Neighbouring entries often name the same moment. */
  @Nullable When time(String text) {
    int place = place(text);
    if (text.equals(texts[place])) return times[place];
    try {
      When when = When.parse(text);
      texts[place] = text;
      times[place] = when;
      return when;
    } catch (DateTimeException notATime) {
      report.addValue(Check.NOT_A_TIME, text);
      return null;
    }
  }

  /** The moment that the text says, in the years in which a record can be; null after a problem. */
  @Nullable Instant instant(String text) {
    if (text.equals(lastInstantText)) return lastInstant;
    try {
      When.AtMoment moment = new When.AtMoment(Instant.parse(text).atOffset(ZoneOffset.UTC));
      lastInstant = moment.moment().toInstant();
      lastInstantText = text;
      return lastInstant;
    } catch (DateTimeException notATime) {
      report.addValue(Check.NOT_A_TIME, text);
      return null;
    }
  }

  private static int place(String text) {
    int hash = text.hashCode() * 0x9E3779B9;
    return hash >>> 16;
  }
}
