package org.ascertain.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A certificate of ascertainment.
 *
 * @param slate the electors it names
 * @param issued when the executive issued it
 * @param ordered when a court granted the relief under which it was issued or revised, if one did
 */
public record Certificate(String slate, LocalDate issued, Optional<LocalDate> ordered) {}
