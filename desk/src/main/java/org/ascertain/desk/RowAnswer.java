package org.ascertain.desk;

import java.util.List;
import java.util.OptionalLong;

/**
 * What is answered of a row in which something was found, or that is not recorded.
 *
 * @param row its place in what was handed in, from 1
 * @param kept the number of the row that waits, if it does
 * @param entry what was recorded of it, if anything was
 */
public record RowAnswer(
    long row, Decision decision, List<Told> findings, OptionalLong kept, OptionalLong entry) {}
