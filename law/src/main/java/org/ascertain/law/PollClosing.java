package org.ascertain.law;

import java.time.OffsetDateTime;

/**
 * When the polls of a jurisdiction close by its own law.
 *
 * @param first where it lies in two time zones or its counties differ, the earlier of them
 * @param last the later of them
 */
public record PollClosing(String jurisdiction, OffsetDateTime first, OffsetDateTime last) {}
