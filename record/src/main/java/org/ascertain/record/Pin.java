package org.ascertain.record;

/**
 * What a record is known to be, from somewhere that is trusted: the archive's records are pinned in
 * its source.
 */
public record Pin(String election, long size, Hash root) {}
