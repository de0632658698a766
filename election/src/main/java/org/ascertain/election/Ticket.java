package org.ascertain.election;

import java.util.Optional;

/** Whom a popular vote is for: a candidate for President, as a rule with one for Vice President. */
public record Ticket(String id, String president, Optional<String> vicePresident) {}
