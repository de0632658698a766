package org.ascertain.election;

import java.util.Optional;

/**
 * A person for whom votes are cast. The id is the surname in lower-case ASCII, or given name and
 * surname.
 */
public record Candidate(String id, String name, Optional<String> party) {}
