package org.ascertain.law;

import org.ascertain.election.Fact.ChamberVote;

/**
 * How a House divided on an objection: whether it sustains it, rejects it, or is equally divided.
 */
enum Division {
  SUSTAINS,
  REJECTS,
  TIES;

  static Division of(ChamberVote vote) {
    if (vote.sustain() == vote.reject()) return TIES;
    return vote.sustain() > vote.reject() ? SUSTAINS : REJECTS;
  }
}
