package org.ascertain.desk;

import java.util.Comparator;
import java.util.List;

/**
 * What a check found in a row, or in the request that brought it: with everything that it rests on,
 * so that it can be read, and tried again, years later.
 *
 * @param row the row's number in its intake, from 1; 0 where the whole request is meant
 * @param path the field, as {@code votes.biden}; empty where the whole row is meant
 * @param inputs the figures of the row and of the record that the sentence tells
 * @param parameters the thresholds that decided, as they stood
 */
public record Finding(
    IntakeCheck check, long row, String path, List<Figure> inputs, List<Figure> parameters) {

  /** The gravest first, then by code and path. */
  public static final Comparator<Finding> WORST_FIRST =
      Comparator.<Finding, Severity>comparing(finding -> finding.check().severity())
          .thenComparing(finding -> finding.check().code())
          .thenComparing(Finding::path);

  public Finding {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
  }

  /** A finding without parameters. */
  public static Finding of(IntakeCheck check, long row, String path, Figure... inputs) {
    return new Finding(check, row, path, List.of(inputs), List.of());
  }

  /** The same finding with the thresholds that decided. */
  public Finding by(Figure... thresholds) {
    return new Finding(check, row, path, inputs, List.of(thresholds));
  }

  /**
   * What was found, in one or two sentences.
   *
   * @throws IllegalStateException if the check tells a figure that is not among the inputs
   */
  public String says() {
    return check.says(inputs);
  }

  /** Of a check that is about many causes, the figure that tells what to do about the one found. */
  static final String ADVICE = "advice";

  /** What to do about it. */
  public String advice() {
    return inputs.stream()
        .filter(figure -> figure.name().equals(ADVICE))
        .map(Figure::text)
        .findFirst()
        .orElseGet(check::advice);
  }
}
