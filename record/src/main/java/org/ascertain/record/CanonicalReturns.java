package org.ascertain.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;

/**
 * Reads the line that nearly all of a long record is made of: returns, in exactly the form in which
 * the record has them, their source named by its id, in ASCII without escapes. Of any other line,
 * sound or not, it says nothing: that is for {@link RecordReader}, which judges. What it reads,
 * that would read as the same, without a problem.
 */
final class CanonicalReturns {

  private static final byte[] INDEX = bytes("{\"index\":");
  private static final byte[] RECORDED = bytes(",\"recorded\":\"");
  private static final byte[] RECORDED_BY = bytes(",\"recordedBy\":\"");
  private static final byte[] AT = bytes(",\"fact\":\"returns\",\"at\":\"");
  private static final byte[] ABOUT = bytes(",\"about\":true");
  private static final byte[] LEARNED = bytes(",\"learned\":\"");
  private static final byte[] SOURCE = bytes(",\"source\":\"");
  private static final byte[] NOTE = bytes(",\"note\":\"");
  private static final byte[] UNIT = bytes(",\"unit\":\"");
  private static final byte[] VOTES = bytes(",\"votes\":{");
  private static final byte[] OTHER = bytes(",\"other\":");
  private static final byte[] TOTAL = bytes(",\"total\":");
  private static final byte[] INEXACT = bytes(",\"exact\":false");
  private static final byte[] EXPECTED = bytes(",\"expected\":");
  private static final byte[] EXPECTED_BY = bytes(",\"expectedBy\":\"");
  private static final byte[] COMPLETE = bytes(",\"complete\":true");

  private static final long LARGEST = (1L << 53) - 1;
  private static final int MOST_DIGITS = 16;
  private static final int MOST_NAMES = 64;

  /** What {@link #number} gives where no number stands. */
  private static final long NONE = -1;

  /** What {@link #optional} gives where the field stands and its number does not. */
  private static final long BROKEN = -2;

  private final Decoder in;

  private final KnownTexts texts;
  private final String[] names = new String[MOST_NAMES];
  private final long[] counts = new long[MOST_NAMES];

  private byte[] line = {};
  private int at;
  private int end;

  private byte[] lastRecorded = {};
  private Instant recorded = Instant.EPOCH;
  private @Nullable Attestation last;

  CanonicalReturns(Decoder in) {
    this.in = in;
    this.texts = new KnownTexts(in);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  /** The entry of a line that is such returns; null for any other. */
  @Nullable Entry read(byte[] bytes, int from, int length) {
    line = bytes;
    at = from;
    end = from + length;
    if (!stands(INDEX)) return null;
    long index = number();
    if (index == NONE || !stands(RECORDED) || !recorded() || !stands(RECORDED_BY)) return null;
    String recordedBy = text();
    if (recordedBy == null || !stands(AT)) return null;
    Attestation attestation = attestation();
    if (attestation == null || !stands(UNIT)) return null;
    Returns returns = returns(attestation);
    return returns == null ? null : new Entry(index, recorded, recordedBy, returns);
  }

  private boolean recorded() {
    int from = at;
    int length = lastRecorded.length;
    if (length > 0
        && at + length < end
        && line[at + length] == '"'
        && Arrays.equals(line, at, at + length, lastRecorded, 0, length)) {
      at += length + 1;
      return true;
    }
    String text = newText();
    if (text == null) return false;
    Instant instant = in.instantOrNull(text);
    if (instant == null || !instant.toString().equals(text)) return false;
    lastRecorded = Arrays.copyOfRange(line, from, at - 1);
    recorded = instant;
    return true;
  }

  private @Nullable Attestation attestation() {
    When when = time();
    if (when == null) return null;
    boolean about = stands(ABOUT);
    When learned = null;
    if (stands(LEARNED)) {
      learned = time();
      if (learned == null) return null;
    }
    if (!stands(SOURCE)) return null;
    String id = text();
    Source source = id == null ? null : in.sources.find(id);
    if (source == null) return null;
    String note = null;
    if (stands(NOTE)) {
      note = newText();
      if (note == null) return null;
    }
    Attestation before = last;
    if (before != null
        && note == null
        && before.note().isEmpty()
        && before.at().equals(when)
        && before.source().equals(source)
        && before.about() == about
        && (learned == null
            ? before.learned().isEmpty()
            : before.learned().isPresent() && before.learned().get().equals(learned)))
      return before;
    Attestation attestation =
        new Attestation(
            when,
            about,
            Optional.ofNullable(learned),
            source,
            Optional.empty(),
            Optional.ofNullable(note));
    last = attestation;
    return attestation;
  }

  private @Nullable Returns returns(Attestation attestation) {
    String unit = text();
    if (unit == null || !stands(VOTES)) return null;
    Votes votes = votes();
    if (votes == null) return null;
    long other = optional(OTHER);
    long total = other == BROKEN ? BROKEN : optional(TOTAL);
    if (total == BROKEN) return null;
    boolean inexact = stands(INEXACT);
    long expected = optional(EXPECTED);
    if (expected == BROKEN) return null;
    Optional<ExpectedBy> expectedBy = Optional.empty();
    if (stands(EXPECTED_BY)) {
      expectedBy = expectedBy();
      if (expectedBy.isEmpty()) return null;
    }
    boolean complete = stands(COMPLETE);
    if (at != end - 1 || line[at] != '}') return null;
    return new Returns(
        attestation,
        unit,
        votes,
        given(other),
        given(total),
        !inexact,
        given(expected),
        expectedBy,
        complete);
  }

  private @Nullable Votes votes() {
    int size = 0;
    if (at < end && line[at] == '}') at++;
    else {
      while (true) {
        if (size == MOST_NAMES || at >= end || line[at] != '"') return null;
        at++;
        String name = text();
        if (name == null || at >= end || line[at] != ':') return null;
        at++;
        long count = number();
        if (count == NONE || at >= end) return null;
        names[size] = name;
        counts[size++] = count;
        byte next = line[at++];
        if (next == '}') break;
        if (next != ',') return null;
      }
    }
    List<String> known = in.namesOrNull(names, size);
    return known == null ? null : Votes.of(known, Arrays.copyOf(counts, size));
  }

  private Optional<ExpectedBy> expectedBy() {
    String word = text();
    for (ExpectedBy each : ExpectedBy.values())
      if (Codecs.word(each).equals(word)) return Optional.of(each);
    return Optional.empty();
  }

  private long optional(byte[] field) {
    if (!stands(field)) return NONE;
    long number = number();
    return number == NONE ? BROKEN : number;
  }

  private static OptionalLong given(long number) {
    return number == NONE ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** Whether these bytes stand here; then it goes behind them. */
  private boolean stands(byte[] text) {
    int to = at + text.length;
    if (to > end || !Arrays.equals(line, at, to, text, 0, text.length)) return false;
    at = to;
    return true;
  }

  /** The number from 0 to 2^53-1 that stands here as a record has it, or {@link #NONE}. */
  private long number() {
    int from = at;
    long number = 0;
    int i = from;
    for (; i < end && i - from <= MOST_DIGITS; i++) {
      int digit = line[i] - '0';
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    int digits = i - from;
    if (digits == 0 || digits > MOST_DIGITS || number > LARGEST) return NONE;
    if (digits > 1 && line[from] == '0') return NONE;
    at = i;
    return number;
  }

  /** The text up to the next quotation mark, as the instance that stands for all equal ones. */
  private @Nullable String text() {
    int slot = slot();
    return slot < 0 ? null : texts.text(slot);
  }

  private @Nullable When time() {
    int slot = slot();
    return slot < 0 ? null : texts.time(slot);
  }

  /** A text that is hardly ever the same as another. */
  private @Nullable String newText() {
    int from = at;
    int to = endOfText();
    return to <= from ? null : new String(line, from, to - from, ISO_8859_1);
  }

  /** The slot of the text up to the next quotation mark; -1 if it is none. */
  private int slot() {
    int from = at;
    int to = endOfText();
    return to <= from ? -1 : texts.slot(line, from, to);
  }

  /** Goes behind the next quotation mark; -1 if something else than plain ASCII comes before it. */
  private int endOfText() {
    for (int i = at; i < end; i++) {
      byte b = line[i];
      if (b == '"') {
        at = i + 1;
        return i;
      }
      if (b < ' ' || b == '\\') return -1; // what is not ASCII is negative
    }
    return -1;
  }
}
