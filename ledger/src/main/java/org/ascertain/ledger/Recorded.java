package org.ascertain.ledger;

import org.ascertain.election.Entry;

/**
 * An entry with the bytes that stand for it, as they were made durable.
 *
 * @param line without its line feed; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only handed on
public record Recorded(Entry entry, byte[] line) {}
