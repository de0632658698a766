package org.ascertain.standing;

import java.util.Arrays;

/**
 * Places of facts in the order of (effective moment, index). Records are mostly in that order
 * already, so runs that are in order are found and merged.
 */
final class TimeOrder {

  private long[] effective = new long[64];
  private int[] index = new int[64];
  private int[] place = new int[64];
  private int size = 0;

  void add(long effective, int index, int place) {
    if (size == this.place.length) {
      this.effective = Arrays.copyOf(this.effective, 2 * size);
      this.index = Arrays.copyOf(this.index, 2 * size);
      this.place = Arrays.copyOf(this.place, 2 * size);
    }
    this.effective[size] = effective;
    this.index[size] = index;
    this.place[size] = place;
    size++;
  }

  /** The places, in order. */
  int[] sorted() {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) order[i] = i;
    int[] merged = new int[size];
    for (boolean done = size == 0; !done; ) {
      done = mergeRuns(order, merged);
      int[] swap = order;
      order = merged;
      merged = swap;
    }
    for (int i = 0; i < size; i++) merged[i] = place[order[i]];
    return merged;
  }

  /** Merges each two runs that follow each other; whether one was left in the end. */
  private boolean mergeRuns(int[] from, int[] to) {
    int start = 0;
    while (start < size) {
      int middle = endOfRun(from, start);
      int end = middle == size ? size : endOfRun(from, middle);
      merge(from, to, start, middle, end);
      if (start == 0 && end == size) return true;
      start = end;
    }
    return false;
  }

  private int endOfRun(int[] order, int start) {
    int end = start + 1;
    while (end < size && !isBefore(order[end], order[end - 1])) end++;
    return end;
  }

  private void merge(int[] from, int[] to, int start, int middle, int end) {
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++)
      to[i] =
          right == end || (left < middle && !isBefore(from[right], from[left]))
              ? from[left++]
              : from[right++];
  }

  private boolean isBefore(int one, int other) {
    return effective[one] != effective[other]
        ? effective[one] < effective[other]
        : index[one] < index[other];
  }
}
