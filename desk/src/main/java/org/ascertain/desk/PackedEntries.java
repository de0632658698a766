package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.record.EntryReader;
import org.ascertain.record.RecordSoFar;
import org.ascertain.record.RecordWriter;

/**
 * Entries in few bytes that are quickly read: returns of the usual form as numbers, each as the
 * difference to the one before where they rise, and all other entries as the lines that they are in
 * a record. Numbers are written with seven bits a byte, the lowest first.
 */
final class PackedEntries {

  /** Raised when the form below changes. */
  static final int FORM = 1;

  private static final int LINE = 0;
  private static final int RETURNS = 1;

  // What returns say beside their figures, one bit each.
  private static final int EXACT = 1;
  private static final int COMPLETE = 1 << 1;
  private static final int SUMMED = 1 << 2;
  private static final int BY_OFFICIAL = 1 << 3;
  private static final int BY_ESTIMATE = 1 << 4;

  /** Packs entries, one after the other. */
  static final class Writer {
    private final RecordWriter lines = new RecordWriter();
    private final Map<Object, Integer> named = new HashMap<>();
    private byte[] bytes = new byte[1 << 16];
    private int size;
    private final Before before = new Before();

    void add(Entry entry) {
      if (entry.fact() instanceof Returns returns
          && returns.attestation().at() instanceof When.AtMoment(var moment)
          && isUsual(returns, moment)) add(entry, returns, moment);
      else {
        byte[] line = lines.line(entry);
        number(LINE);
        text(line);
      }
    }

    private static boolean isUsual(Returns returns, OffsetDateTime moment) {
      Attestation by = returns.attestation();
      return by.equals(Attestation.of(new When.AtMoment(moment), by.source()))
          && returns.ballots().isEmpty()
          && returns.registered().isEmpty()
          && returns.reporting().isEmpty();
    }

    private void add(Entry entry, Returns returns, OffsetDateTime moment) {
      number(RETURNS);
      number(entry.index() - before.index);
      before.index = entry.index();
      Instant recorded = entry.recorded();
      number(recorded.getEpochSecond() - before.recorded);
      before.recorded = recorded.getEpochSecond();
      number(recorded.getNano());
      name(entry.recordedBy());
      number(moment.toEpochSecond() - before.moment);
      before.moment = moment.toEpochSecond();
      number(moment.getNano());
      number(moment.getOffset().getTotalSeconds());
      source(returns.attestation().source());
      name(returns.unit());
      List<String> tickets = returns.votes().ids();
      tickets(tickets);
      for (int i = 0; i < tickets.size(); i++) number(returns.votes().count(i));
      amount(returns.other());
      amount(returns.total());
      amount(returns.expected());
      number(
          (returns.exact() ? EXACT : 0)
              | (returns.complete() ? COMPLETE : 0)
              | (returns.totalBy() == TotalBy.SUM ? SUMMED : 0)
              | returns
                  .expectedBy()
                  .map(who -> who == ExpectedBy.OFFICIAL ? BY_OFFICIAL : BY_ESTIMATE)
                  .orElse(0));
    }

    /** The number that a thing has got, or the next one with the thing behind it. */
    private boolean isNew(Object thing) {
      Integer known = named.putIfAbsent(thing, named.size());
      number(known == null ? named.size() - 1 : known);
      return known == null;
    }

    private void name(String name) {
      if (isNew(name)) text(name.getBytes(UTF_8));
    }

    private void tickets(List<String> ids) {
      if (!isNew(ids)) return;
      number(ids.size());
      ids.forEach(this::name);
    }

    /** A source is written as the first entry that names it says it. */
    private void source(Source source) {
      if (!isNew(source)) return;
      for (Optional<String> part :
          List.of(
              Optional.of(source.id()),
              Optional.of(source.title()),
              source.publisher(),
              source.date().map(Object::toString),
              source.url())) {
        number(part.isPresent() ? 1 : 0);
        part.ifPresent(text -> text(text.getBytes(UTF_8)));
      }
    }

    private void amount(OptionalLong amount) {
      number(amount.orElse(-1));
    }

    private void text(byte[] text) {
      number(text.length);
      room(text.length);
      System.arraycopy(text, 0, bytes, size, text.length);
      size += text.length;
    }

    private void number(long number) {
      room(Long.BYTES + 2);
      long rest = number << 1 ^ number >> 63; // small where it is near nought, on either side
      for (; (rest & ~0x7f) != 0; rest >>>= 7) bytes[size++] = (byte) (rest | 0x80);
      bytes[size++] = (byte) rest;
    }

    private void room(int more) {
      if (size + more > bytes.length)
        bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
    }

    byte[] packed() {
      return Arrays.copyOf(bytes, size);
    }
  }

  /** What the differences are to. */
  private static final class Before {
    private long index;
    private long recorded;
    private long moment;
  }

  private final ByteBuffer bytes;
  private final EntryReader lines = new EntryReader(new RecordSoFar());
  private final List<Object> named = new ArrayList<>();
  private final Before before = new Before();
  private final Map<Integer, ZoneOffset> offsets = new HashMap<>();

  private PackedEntries(byte[] packed) {
    this.bytes = ByteBuffer.wrap(packed);
  }

  /**
   * Hands over packed entries in their order.
   *
   * @throws RuntimeException if the bytes are not what a {@link Writer} of this form made
   */
  static void forEach(byte[] packed, Consumer<Entry> each) {
    PackedEntries reading = new PackedEntries(packed);
    while (reading.bytes.hasRemaining())
      each.accept(reading.number() == LINE ? reading.line() : reading.returns());
  }

  private Entry line() {
    return lines.read(text());
  }

  private Entry returns() {
    long index = before.index += number();
    Instant recorded = Instant.ofEpochSecond(before.recorded += number(), number());
    String recordedBy = name();
    Instant moment = Instant.ofEpochSecond(before.moment += number(), number());
    ZoneOffset offset =
        offsets.computeIfAbsent(Math.toIntExact(number()), ZoneOffset::ofTotalSeconds);
    Source source = source();
    String unit = name();
    List<String> tickets = tickets();
    long[] counts = new long[tickets.size()];
    for (int i = 0; i < counts.length; i++) counts[i] = number();
    OptionalLong other = amount();
    OptionalLong total = amount();
    OptionalLong expected = amount();
    long says = number();
    return new Entry(
        index,
        recorded,
        recordedBy,
        new Returns(
            Attestation.of(new When.AtMoment(moment.atOffset(offset)), source),
            unit,
            Votes.of(tickets, counts),
            other,
            total,
            (says & EXACT) != 0,
            expected,
            (says & BY_OFFICIAL) != 0
                ? Optional.of(ExpectedBy.OFFICIAL)
                : (says & BY_ESTIMATE) != 0 ? Optional.of(ExpectedBy.ESTIMATE) : Optional.empty(),
            (says & COMPLETE) != 0,
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            (says & SUMMED) != 0 ? TotalBy.SUM : TotalBy.PRINTED));
  }

  private String name() {
    int number = Math.toIntExact(number());
    if (number == named.size()) named.add(new String(text(), UTF_8));
    return (String) named.get(number);
  }

  @SuppressWarnings("unchecked") // under this number the writer put a list of names
  private List<String> tickets() {
    int number = Math.toIntExact(number());
    if (number < named.size()) return (List<String>) named.get(number);
    named.add(List.of()); // the list has its number before the names in it have theirs
    String[] ids = new String[Math.toIntExact(number())];
    for (int i = 0; i < ids.length; i++) ids[i] = name();
    named.set(number, List.of(ids));
    return List.of(ids);
  }

  private Source source() {
    int number = Math.toIntExact(number());
    if (number == named.size())
      named.add(
          new Source(
              part().orElseThrow(),
              part().orElseThrow(),
              part(),
              part().map(LocalDate::parse),
              part()));
    return (Source) named.get(number);
  }

  private Optional<String> part() {
    return number() == 0 ? Optional.empty() : Optional.of(new String(text(), UTF_8));
  }

  private OptionalLong amount() {
    long amount = number();
    return amount < 0 ? OptionalLong.empty() : OptionalLong.of(amount);
  }

  private byte[] text() {
    byte[] text = new byte[Math.toIntExact(number())];
    bytes.get(text);
    return text;
  }

  private long number() {
    long number = 0;
    int shift = 0;
    byte next = bytes.get();
    for (; next < 0; next = bytes.get(), shift += 7) number |= (next & 0x7fL) << shift;
    number |= (long) next << shift;
    return number >>> 1 ^ -(number & 1);
  }
}
