package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ids of reporting units as small integers, a unit's always greater than that of the one above
 * it. One thread may add while others read.
 */
final class ReportingUnits {

  static final int NONE = -1;

  private final Map<String, Integer> places = new ConcurrentHashMap<>();
  private volatile String[] ids = new String[16];
  private volatile int[] parents = new int[16];
  private volatile int[] firstBelow = new int[16];
  private volatile int[] nextBeside = new int[16];
  private int size = 0;

  /** By a unit's place, those below it as they were last asked for. */
  private final Map<Integer, Below> sorted = new ConcurrentHashMap<>();

  /** The place of a unit; it and those above it are added where they are new. */
  int place(String id) {
    Integer known = places.get(id);
    if (known != null) return known;
    int parent = NONE;
    for (int slash = id.indexOf('/'); slash >= 0; slash = id.indexOf('/', slash + 1))
      parent = find(id.substring(0, slash), parent);
    return find(id, parent);
  }

  private int find(String id, int parent) {
    Integer known = places.get(id);
    return known != null ? known : add(id, parent);
  }

  private int add(String id, int parent) {
    int place = size;
    if (place == ids.length) grow();
    ids[place] = id;
    parents[place] = parent;
    firstBelow[place] = NONE;
    nextBeside[place] = NONE;
    if (parent != NONE) {
      nextBeside[place] = firstBelow[parent];
      firstBelow[parent] = place;
    }
    size++;
    places.put(id, place);
    return place;
  }

  private void grow() {
    ids = Arrays.copyOf(ids, 2 * size);
    parents = Arrays.copyOf(parents, 2 * size);
    firstBelow = Arrays.copyOf(firstBelow, 2 * size);
    nextBeside = Arrays.copyOf(nextBeside, 2 * size);
  }

  /** The place of a unit that somebody has spoken for, or for one below it; else {@link #NONE}. */
  int find(String id) {
    return places.getOrDefault(id, NONE);
  }

  boolean knows(String id) {
    return places.containsKey(id);
  }

  int size() {
    return size;
  }

  String id(int place) {
    return ids[place];
  }

  /** The unit above, or {@link #NONE}. */
  int parent(int place) {
    return parents[place];
  }

  /**
   * The units directly below, in the order of their ids: in which order they became known says
   * nothing of a moment at which some of them had not reported.
   */
  List<Integer> below(int place) {
    int newest = firstBelow[place];
    if (newest == NONE) return List.of();
    Below known = sorted.get(place);
    if (known != null && known.newest == newest) return known.places;
    List<Integer> below = new ArrayList<>();
    for (int each = newest; each != NONE; each = nextBeside[each]) below.add(each);
    below.sort(Comparator.comparing(this::id));
    sorted.put(place, new Below(newest, List.copyOf(below)));
    return below;
  }

  /**
   * @param newest the unit that became known last among them
   */
  private record Below(int newest, List<Integer> places) {}
}
