package org.ascertain.record;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ascertain.election.Check;
import org.ascertain.election.Source;
import org.jspecify.annotations.Nullable;

/**
 * The sources that a record has described so far: in full where first named, by id from then on.
 */
final class Sources {

  /** A source as a field of a fact. */
  static final Codec<Source> CODEC =
      new Codec<>() {
        @Override
        public @Nullable Source read(Json json, Decoder in) {
          return in.sources.read(json, in);
        }

        @Override
        public void write(Source source, Encoder out) throws IOException {
          if (out.sources().describes(source)) out.describe(source, DESCRIPTION);
          else out.json().writeString(source.id());
        }
      };

  private static final Codec<Source> DESCRIPTION = description();

  private final Map<String, Source> described = new HashMap<>();
  private final Set<String> inThisLine = new HashSet<>();
  private boolean mayRepeat;

  private static Codec<Source> description() {
    Fields<Source> has = new Fields<>();
    var id = has.required("id", Codecs.ID, Source::id);
    var title = has.required("title", Codecs.TEXT, Source::title);
    var publisher = has.optional("publisher", Codecs.TEXT, Source::publisher);
    var date = has.optional("date", Codecs.DAY, Source::date);
    var url = has.optional("url", Codecs.TEXT, Source::url);
    return has.object(
        of -> new Source(of.get(id), of.get(title), of.get(publisher), of.get(date), of.get(url)));
  }

  /**
   * Begins a line; in a draft, which need not know what others wrote, a description may be
   * repeated.
   */
  void beginLine(boolean isDraft) {
    inThisLine.clear();
    mayRepeat = isDraft;
  }

  /** Takes a source as described before the lines at hand begin. */
  void know(Source source) {
    described.put(source.id(), source);
  }

  /** The source that was described under an id; null if none was. */
  @Nullable Source find(String id) {
    return described.get(id);
  }

  private @Nullable Source read(Json json, Decoder in) {
    if (json instanceof Json.Text(String id)) return named(id, in.report);
    if (json instanceof Json.Members members) return described(members, in);
    in.report.addType(json, "a source's description or id");
    return null;
  }

  private @Nullable Source named(String id, Report report) {
    Source source = described.get(id);
    if (source == null) {
      report.add(Check.SOURCE_UNKNOWN, Report.quote(id));
      standIn(id);
    }
    return source;
  }

  private @Nullable Source described(Json.Members members, Decoder in) {
    Source source = DESCRIPTION.read(members, in);
    if (source == null) {
      if (members.find("id") instanceof Json.Text(String id)) standIn(id);
      return null;
    }
    Source before = described.putIfAbsent(source.id(), source);
    if (before != null && mayRepeat && before.equals(source)) return before;
    if (before != null) {
      in.report.add(Check.SOURCE_TWICE, Report.quote(source.id()));
      return null;
    }
    inThisLine.add(source.id());
    return source;
  }

  /** Keeps a source that was told wrongly from being told again for every entry that names it. */
  private void standIn(String id) {
    described.putIfAbsent(id, Source.of(id, id));
  }

  /** Where a writer keeps which sources it has described. */
  interface Written {
    /** Whether this is where the source is described in full. */
    boolean describes(Source source);
  }

  /** Writes the line that was read last as the record has it: in full what was described there. */
  Written asRead() {
    return source -> inThisLine.remove(source.id());
  }

  /**
   * Writes a record from its beginning, or on from what this has described.
   *
   * @throws IllegalArgumentException on a source whose id was described otherwise
   */
  Written asWritten() {
    return source -> {
      Source before = described.putIfAbsent(source.id(), source);
      if (before == null) return inThisLine.add(source.id());
      if (before.equals(source)) return false;
      throw new IllegalArgumentException("two sources have one id: " + before + ", " + source);
    };
  }

  /** Forgets what this line described, because it is not written after all. */
  void takeBack() {
    described.keySet().removeAll(inThisLine);
  }
}
