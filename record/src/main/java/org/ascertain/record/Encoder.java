package org.ascertain.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.election.When;

/** Entries become the bytes that stand for them: UTF-8, no spaces, the shortest escapes. */
final class Encoder {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  /** A buffer that lets its bytes be compared without a copy. */
  private static final class Buffer extends ByteArrayOutputStream {
    int mismatch(byte[] other, int from, int length) {
      return Arrays.mismatch(buf, 0, count, other, from, from + length);
    }
  }

  private final Buffer bytes = new Buffer();
  private final List<DraftLine.Place> described = new ArrayList<>();
  private final Sources.Written sources;
  private JsonGenerator json;
  private Instant lastInstant = Instant.EPOCH;
  private String lastInstantText = lastInstant.toString();
  private When lastTime = new When.OnDay(LocalDate.EPOCH);
  private String lastTimeText = lastTime.toString();

  Encoder(Sources.Written sources) {
    this.sources = sources;
    this.json = generator();
  }

  private JsonGenerator generator() {
    try {
      return FACTORY.createGenerator(bytes).setRootValueSeparator(null);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  JsonGenerator json() {
    return json;
  }

  Sources.Written sources() {
    return sources;
  }

  /** Writes an entry's line in place of what was written before. */
  void write(Entry entry) {
    write(
        () -> {
          EntryPlace.write(entry, this);
          FactCodecs.write(entry.fact(), this);
        });
  }

  /** The object that has a fact's fields and no more. */
  DraftLine draft(Fact fact) {
    write(() -> FactCodecs.write(fact, this));
    return DraftLine.of(bytes(), described);
  }

  /** Writes a source in full. */
  void describe(Source source, Codec<Source> description) throws IOException {
    json.flush();
    int after = bytes.size();
    description.write(source, this);
    json.flush();
    described.add(new DraftLine.Place(after, bytes.size(), source));
  }

  private interface Members {
    void write() throws IOException;
  }

  private void write(Members members) {
    bytes.reset();
    described.clear();
    boolean isDone = false;
    try {
      json.writeStartObject();
      members.write();
      json.writeEndObject();
      json.flush();
      isDone = true;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      if (!isDone) json = generator();
    }
  }

  /** Neighbouring fields often hold the same moment, and to write it anew takes long. */
  void writeTime(When when) throws IOException {
    if (!when.equals(lastTime)) lastTimeText = when.toString();
    lastTime = when;
    json.writeString(lastTimeText);
  }

  void writeInstant(Instant instant) throws IOException {
    if (!instant.equals(lastInstant)) lastInstantText = instant.toString();
    lastInstant = instant;
    json.writeString(lastInstantText);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  int size() {
    return bytes.size();
  }

  /** The first place where what was written and these bytes differ, or -1. */
  int mismatch(byte[] other, int from, int length) {
    return bytes.mismatch(other, from, length);
  }
}
