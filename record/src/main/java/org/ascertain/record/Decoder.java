package org.ascertain.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return names(members.names());
  }

  /**
   * So many names as the instance that stands for all equal lists; null if one of them is there
   * twice.
   */
  @Nullable List<String> namesOrNull(String[] names, int size) {
    if (areLast(names, size)) return lastNames;
    List<String> list = List.of(Arrays.copyOf(names, size));
    if (Set.copyOf(list).size() < size) return null;
    return names(list);
  }

  private boolean areLast(String[] names, int size) {
    if (lastNames.size() != size) return false;
    for (int i = 0; i < size; i++) if (!lastNames.get(i).equals(names[i])) return false;
    return true;
  }

  private List<String> names(List<String> names) {
    if (lists.size() == MOST_LISTS) lists.clear();
    lastNames = lists.computeIfAbsent(names, Function.identity());
    return lastNames;
  }

  /** When the text says; null after a problem. Neighbouring entries often name the same moment. */
  @Nullable When time(String text) {
    When when = timeOrNull(text);
    if (when == null) report.addValue(Check.NOT_A_TIME, text);
    return when;
  }

  /** When the text says; null if it is no time. */
  @Nullable When timeOrNull(String text) {
    int place = place(text);
    if (text.equals(texts[place])) return times[place];
    try {
      When when = When.parse(text);
      texts[place] = text;
      times[place] = when;
      return when;
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /** The moment that the text says, in the years in which a record can be; null after a problem. */
  @Nullable Instant instant(String text) {
    Instant instant = instantOrNull(text);
    if (instant == null) report.addValue(Check.NOT_A_TIME, text);
    return instant;
  }

  /** The moment that the text says, in the years in which a record can be; null if it is none. */
  @Nullable Instant instantOrNull(String text) {
    if (text.equals(lastInstantText)) return lastInstant;
    try {
      When.AtMoment moment = new When.AtMoment(Instant.parse(text).atOffset(ZoneOffset.UTC));
      lastInstant = moment.moment().toInstant();
      lastInstantText = text;
      return lastInstant;
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  private static int place(String text) {
    int hash = text.hashCode() * 0x9E3779B9;
    return hash >>> 16;
  }
}
