package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ascertain.desk.Blind.Paper;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.record.DraftReader;

/**
 * The fact that a typed paper states. A field's path is the place of its value in the fact as
 * records have it, as {@code /votes/biden}.
 */
public final class TypedPaper {

  /** The kinds of facts that are typed from papers. */
  public static final Set<String> KINDS = Set.of("certification", "ascertainment", "elector-votes");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Fields that hold numbers; all others hold words. */
  private static final Pattern NUMBERS =
      Pattern.compile("/(total|other|absent|blank|(votes|electors|president|vicePresident)/[^/]+)");

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");

  /**
   * A paper that nobody has typed, with the fields of its kind for everybody whom the election
   * names.
   *
   * @param kind one of {@link #KINDS}
   * @param scan the SHA-256 of its picture
   */
  public static Paper blank(
      String kind, String unit, Header header, Source source, Optional<String> scan) {
    Stream<String> tickets = header.tickets().stream().map(Ticket::id);
    List<String> fields =
        switch (kind) {
          case "certification" ->
              fields("/at", tickets.map("/votes/"::concat), "/other", "/total", "/authority");
          case "ascertainment" -> fields("/at", tickets.map("/electors/"::concat), "/authority");
          case "elector-votes" ->
              fields(
                  "/at",
                  Stream.of("/president/", "/vicePresident/")
                      .flatMap(of -> candidates(header).map(of::concat)),
                  "/absent");
          default -> throw new IllegalArgumentException("no paper is typed as " + kind);
        };
    return new Paper(kind, unit, fields, source, scan);
  }

  private static Stream<String> candidates(Header header) {
    return header.candidates().stream().map(Candidate::id);
  }

  private static List<String> fields(String first, Stream<String> each, String... last) {
    return Stream.of(Stream.of(first), each, Stream.of(last)).flatMap(Function.identity()).toList();
  }

  /** Reads what was typed; a field left empty is one that the paper does not have. */
  static DraftReader.Reading read(Paper paper, Map<String, String> fields) {
    ObjectNode fact = JSON.createObjectNode();
    fact.put("fact", paper.kind());
    source(fact.putObject("source"), paper.source());
    paper.scan().ifPresent(scan -> fact.put("paper", scan));
    fact.put(paper.kind().equals("certification") ? "unit" : "jurisdiction", paper.unit());
    fields.forEach(
        (path, typed) -> {
          if (!typed.isEmpty()) put(fact, JsonPointer.compile(path), path, typed);
        });
    return new DraftReader().read(fact.toString().getBytes(UTF_8), 0);
  }

  private static void put(ObjectNode fact, JsonPointer place, String path, String typed) {
    ObjectNode holder = place.head().length() == 0 ? fact : fact.withObject(place.head());
    String name = place.last().getMatchingProperty();
    if (NUMBERS.matcher(path).matches() && NUMBER.matcher(typed).matches())
      holder.put(name, Long.parseLong(typed));
    else holder.put(name, typed);
  }

  private static void source(ObjectNode node, Source source) {
    node.put("id", source.id()).put("title", source.title());
    source.publisher().ifPresent(publisher -> node.put("publisher", publisher));
    source.date().ifPresent(date -> node.put("date", date.toString()));
    source.url().ifPresent(url -> node.put("url", url));
  }

  private TypedPaper() {}
}
