package org.ascertain.exchange;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The rows of a file of others, read as they are asked for. */
public abstract class ReadRows implements AutoCloseable {

  /** Why no row can be read: not an error of the program. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    final transient Fault fault;

    Unfit(ReadCheck check, String place, String what) {
      super(what, null, false, false);
      this.fault = new Fault(check, place, what);
    }
  }

  private final Deque<ReadRow> ready = new ArrayDeque<>();
  private final List<Fault> notes = new ArrayList<>();
  private @Nullable Fault refusal;
  private boolean begun;
  private boolean ended;
  private boolean isCutOff;
  private final List<Unpacked> opened = new ArrayList<>(2);
  private final Set<String> spokenOf = new HashSet<>();

  /** Why nothing can be read of the whole file, if that is so; no row comes then. */
  public final Optional<Fault> refusal() throws IOException {
    if (!begun) readOn();
    return Optional.ofNullable(refusal);
  }

  /** The next row; empty behind the last. What is told of the whole file stands at one of them. */
  public final Optional<ReadRow> next() throws IOException {
    while (ready.isEmpty() && !ended) readOn();
    ReadRow row = ready.poll();
    if (row == null) return Optional.empty();
    if (isAskedForUnits() && row.unit().isPresent()) spokenOf.add(row.unit().get());
    if (notes.isEmpty()) return Optional.of(row);
    List<Fault> told = List.copyOf(notes);
    notes.clear();
    return Optional.of(row.with(told));
  }

  private void readOn() throws IOException {
    boolean first = !begun;
    begun = true;
    try {
      if (first) begin();
      ended = !more();
      if (ended) behind();
    } catch (Unfit unfit) {
      end(unfit.fault, first);
    } catch (EOFException | ZipException | CharConversionException broken) {
      end(new Fault(ReadCheck.CUT_OFF, "", why(broken)), first);
    }
  }

  /** What stands behind all that is packed waits for a person: nobody knows what it was to be. */
  private void behind() {
    if (isCutOff) return; // that is told, and what is behind it nobody has looked at
    Optional<Fault> behind = opened.stream().flatMap(each -> each.behind().stream()).findFirst();
    isCutOff |= behind.isPresent();
    behind.ifPresent(this::aside);
  }

  /** Says that it was not read to its end, which is told. */
  final void brokenOff() {
    isCutOff = true;
  }

  /** The bytes of the file from its beginning, unpacked. */
  final InputStream open(Content content) throws IOException {
    Unpacked in = Unpacked.of(content);
    boolean isFirst = opened.isEmpty();
    opened.add(in);
    if (isFirst && in.isWideJson()) note(ReadCheck.OTHER_ENCODING, "UTF-16");
    return in;
  }

  /** Why bytes could not be read on, in words for people. */
  static String why(IOException broken) {
    return switch (broken) {
      case EOFException cut -> "it ends before what is packed in it does";
      case ZipException damaged -> "what is packed in it is damaged";
      default -> "it is not written in the encoding that it says"; // no other comes here
    };
  }

  /** What cannot be read from its beginning on is refused; else what follows waits for a person. */
  private void end(Fault fault, boolean first) {
    ended = true;
    isCutOff = true;
    if (first && ready.isEmpty()) refusal = fault;
    else aside(fault);
  }

  /** What has no words of its own is told apart by what was found there. */
  private void aside(Fault fault) {
    ready.add(ReadRow.aside(fault.says(), fault));
  }

  /** Looks at the file as a whole. */
  void begin() throws IOException, Unfit {}

  /** Reads at least one more row, or to the end; tells whether more may follow. */
  abstract boolean more() throws IOException, Unfit;

  final void add(ReadRow row) {
    ready.add(row);
  }

  /** Tells something of the file as a whole, once. */
  final void note(ReadCheck check, String what) {
    notes.add(new Fault(check, "", what));
  }

  /** What was told of the whole file and stands at no row, for there was none. */
  public final List<Fault> notes() {
    return List.copyOf(notes);
  }

  /** Says that the file speaks of a unit, though it may have no row. */
  final void speaksOf(String unit) {
    spokenOf.add(unit);
  }

  /**
   * Whether anybody asks of which units the file speaks: of formats whose files have all that their
   * source knows. A table of a nation's precincts would hold them once more for nobody.
   */
  boolean isAskedForUnits() {
    return true;
  }

  /** The units that the file has spoken of so far. */
  public final Set<String> spokenOf() {
    return Set.copyOf(spokenOf);
  }

  /** Whether it was read to its end, so that what it lacks is not there. */
  public final boolean isWhole() {
    return ended && !isCutOff;
  }

  @Override
  public abstract void close() throws IOException;
}
