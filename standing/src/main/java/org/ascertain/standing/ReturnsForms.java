package org.ascertain.standing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Source;
import org.ascertain.election.When;

/**
 * What returns say besides their figures, packed into an int where it is the usual: by whom they
 * were recorded, which tickets they name in which order, how exact and complete they are.
 */
final class ReturnsForms {

  /** In place of a form: the entry is kept whole. */
  static final int WHOLE = -1;

  // How a form is packed, from its lowest bits.
  private static final int EXACT = 1;
  private static final int COMPLETE = 1 << 1;
  private static final int SUMMED = 1 << 2;
  private static final int BY_OFFICIAL = 1 << 3;
  private static final int BY_ESTIMATE = 1 << 4;
  private static final int OFFSET = 5;
  private static final int RECORDER = OFFSET + 8;
  private static final int SHAPE = RECORDER + 8;
  private static final int SHAPES = 1 << 10;
  private static final int RECORDERS = 1 << 8;

  /** Seconds; offsets are packed as quarters of an hour east of the westmost. */
  private static final int QUARTER = 900;

  private static final int WESTMOST = -18 * 4;

  private final Map<List<String>, Integer> shapes = new HashMap<>();
  private final List<List<String>> shapeOf = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> recorders = new HashMap<>();
  private final List<String> recorderOf = new CopyOnWriteArrayList<>();
  private List<String> lastIds = List.of();
  private int lastShape = WHOLE;

  /**
   * How returns are kept.
   *
   * @param usual the source that the columns give to all returns of their slot
   */
  int of(Entry entry, Returns returns, Source usual) {
    Attestation by = returns.attestation();
    boolean isUsual =
        !by.about()
            && by.learned().isEmpty()
            && by.basis().isEmpty()
            && by.note().isEmpty()
            && by.source().equals(usual)
            && returns.ballots().isEmpty()
            && returns.registered().isEmpty()
            && returns.reporting().isEmpty()
            && isNear(entry.recorded());
    if (!isUsual || !(by.at() instanceof When.AtMoment(var moment))) return WHOLE;
    int offset = moment.getOffset().getTotalSeconds();
    int shape = shape(returns.votes().ids());
    int recorder = recorder(entry.recordedBy());
    if (offset % QUARTER != 0 || shape >= SHAPES || recorder >= RECORDERS) return WHOLE;
    return shape << SHAPE
        | recorder << RECORDER
        | (offset / QUARTER - WESTMOST) << OFFSET
        | (returns.exact() ? EXACT : 0)
        | (returns.complete() ? COMPLETE : 0)
        | (returns.totalBy() == TotalBy.SUM ? SUMMED : 0)
        | returns
            .expectedBy()
            .map(who -> who == ExpectedBy.OFFICIAL ? BY_OFFICIAL : BY_ESTIMATE)
            .orElse(0);
  }

  /** Whether nanoseconds in a long reach so far. */
  private static boolean isNear(Instant recorded) {
    return Math.abs(recorded.getEpochSecond()) < Long.MAX_VALUE / 1_000_000_001;
  }

  @SuppressWarnings("ReferenceEquality") // the same list again is the common case
  private int shape(List<String> ids) {
    if (ids == lastIds && lastShape != WHOLE) return lastShape;
    Integer known = shapes.get(ids);
    if (known == null) {
      known = shapeOf.size();
      shapes.put(ids, known);
      shapeOf.add(ids);
    }
    lastIds = ids;
    lastShape = known;
    return known;
  }

  private int recorder(String name) {
    Integer known = recorders.get(name);
    if (known != null) return known;
    recorders.put(name, recorderOf.size());
    recorderOf.add(name);
    return recorderOf.size() - 1;
  }

  static boolean isExact(int form) {
    return (form & EXACT) != 0;
  }

  static boolean isComplete(int form) {
    return (form & COMPLETE) != 0;
  }

  static TotalBy totalBy(int form) {
    return (form & SUMMED) != 0 ? TotalBy.SUM : TotalBy.PRINTED;
  }

  static Optional<ExpectedBy> expectedBy(int form) {
    if ((form & BY_OFFICIAL) != 0) return Optional.of(ExpectedBy.OFFICIAL);
    return (form & BY_ESTIMATE) != 0 ? Optional.of(ExpectedBy.ESTIMATE) : Optional.empty();
  }

  /** The offset of the moment as it was written. */
  static ZoneOffset offset(int form) {
    return ZoneOffset.ofTotalSeconds(((form >>> OFFSET & 0xff) + WESTMOST) * QUARTER);
  }

  String recorder(int form) {
    return recorderOf.get(form >>> RECORDER & (RECORDERS - 1));
  }

  /** The tickets that returns name, in the order in which they do. */
  List<String> ids(int form) {
    return shapeOf.get(form >>> SHAPE & (SHAPES - 1));
  }
}
