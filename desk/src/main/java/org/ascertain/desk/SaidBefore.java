package org.ascertain.desk;

import java.util.List;
import java.util.Map;
import org.ascertain.desk.Before.Called;

/**
 * What a source has said before, as far as the record has it in force.
 *
 * @param calls by unit
 * @param units of whose votes it has spoken, with the effective moment of the newest
 */
record SaidBefore(Map<String, List<Called>> calls, Map<String, Long> units) {}
