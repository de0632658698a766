package org.ascertain.answers;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What became of an election that was played to a desk as a wire would have given it.
 *
 * @param sent how many rows were sent
 * @param kept how many rows were kept aside, by the code of the gravest finding
 * @param leftOut facts that were not sent, by their kind
 * @param faults those that were planted, in the order in which they were sent
 * @param stopped why it ended before its end, in a sentence
 */
public record FeedText(
    String election,
    long sent,
    SentText.Counts counts,
    SortedMap<String, Long> kept,
    SortedMap<String, Integer> leftOut,
    List<Fault> faults,
    Optional<String> stopped) {

  public FeedText {
    faults = List.copyOf(faults);
  }

  /**
   * A planted fault.
   *
   * @param kind as {@code swap}
   * @param codes by which the desk saw it; empty where it did not
   */
  public record Fault(String kind, String unit, String at, List<String> codes) {
    public Fault {
      codes = List.copyOf(codes);
    }

    private String line() {
      return "%-6s %-9s %s  %s"
          .formatted(kind, unit, at, codes.isEmpty() ? "missed" : String.join(" ", codes));
    }

    private void write(JsonAnswer json) throws IOException {
      json.text("fault", kind);
      json.text("unit", unit);
      json.text("at", at);
      if (!codes.isEmpty()) json.texts("codes", codes);
    }
  }

  /** For people to read. */
  public void print(PrintWriter out, PrintWriter err) {
    out.printf(
        "%s: %s sent. %s.%n", election, Names.several(sent, "row", "rows"), counts.words(false));
    if (!kept.isEmpty()) out.println("Kept aside, by the gravest finding: " + words(kept) + ".");
    if (!leftOut.isEmpty())
      out.println(
          "Not sent, for this token or any wire gives no such facts: " + words(leftOut) + ".");
    if (!faults.isEmpty()) faults(out);
    stopped.ifPresent(why -> err.println("ascertain: " + why));
  }

  private void faults(PrintWriter out) {
    out.printf(
        "Planted faults: %s, %d caught, %d missed.%n",
        faults.size(), seen(true).size(), seen(false).size());
    faults.forEach(fault -> out.println("  " + fault.line()));
  }

  private static String words(Map<String, ? extends Number> counts) {
    return counts.entrySet().stream()
        .map(each -> each.getKey() + " " + Names.number(each.getValue().longValue()))
        .collect(Collectors.joining(", "));
  }

  private List<Fault> seen(boolean isCaught) {
    return faults.stream().filter(fault -> fault.codes().isEmpty() != isCaught).toList();
  }

  /** For programs. */
  public String json() {
    return JsonAnswer.object(
        json -> {
          json.text("election", election);
          json.number("sent", sent);
          json.number("recorded", counts.recorded());
          json.numbers("kept", kept);
          json.number("known", counts.known());
          json.number("refused", counts.refused());
          json.number("planted", faults.size());
          json.list("caught", seen(true), fault -> fault.write(json));
          json.list("missed", seen(false), fault -> fault.write(json));
          json.object(
              "leftOut",
              out -> {
                for (var each : leftOut.entrySet()) out.number(each.getKey(), each.getValue());
              });
          json.text("stopped", stopped);
        });
  }
}
