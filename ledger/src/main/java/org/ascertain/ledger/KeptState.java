package org.ascertain.ledger;

import org.ascertain.record.Hash;

/**
 * What somebody made of the beginning of a record and keeps beside it, so that it need not be made
 * again. The ledger knows nothing of what is in it.
 *
 * @param version of the form that the content has; another version's is not handed out
 * @param size how many entries it was made of
 * @param root theirs; it is not handed out beside other entries
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only kept
public record KeptState(int version, long size, Hash root, byte[] content) {}
