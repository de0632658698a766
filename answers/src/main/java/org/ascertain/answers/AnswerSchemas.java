package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The schemas of all JSON answers (JSON Schema, draft 2020-12), and of the parts that they share:
 * each a file in {@code schemas} beside this class, called by its name. One refers to another by
 * its file, {@code Rung.json}.
 */
public final class AnswerSchemas {

  private static final List<String> NAMES =
      List.of(
          "About",
          "Acknowledgement",
          "Alerts",
          "AuditCompare",
          "AuditPlan",
          "AuditSample",
          "AuditStatus",
          "Backup",
          "Ballots",
          "Begun",
          "Candidate",
          "Challenge",
          "Challenges",
          "Change",
          "Changes",
          "Check",
          "CheckedText",
          "CheckedTexts",
          "Checkpoint",
          "ClaimReviews",
          "ConditionWords",
          "CountedFacts",
          "Counties",
          "Coverage",
          "Deadline",
          "Dues",
          "ElectionFormats",
          "Elections",
          "Electors",
          "Entry",
          "Explanation",
          "Fed",
          "Finding",
          "Formats",
          "Freeze",
          "Glance",
          "Holds",
          "Ids",
          "Import",
          "Intake",
          "Intakes",
          "Kept",
          "KeptRow",
          "Keys",
          "Law",
          "LiveEvent",
          "MadeWatch",
          "Majority",
          "Meaning",
          "Meanings",
          "Moment",
          "Moments",
          "Next",
          "Notice",
          "Outcome",
          "Outcomes",
          "Paths",
          "People",
          "Person",
          "PlantedFault",
          "PopularVote",
          "PopularVoteFrom",
          "Power",
          "Problem",
          "Proof",
          "Proposal",
          "Proposals",
          "Prospect",
          "Provider",
          "ProviderWay",
          "Provision",
          "Published",
          "RankedCount",
          "Refusal",
          "Rehearsal",
          "Replay",
          "Rung",
          "Scan",
          "Sent",
          "Session",
          "ShownEntry",
          "SignedOut",
          "Source",
          "Stage",
          "Standing",
          "StateLaw",
          "Statement",
          "Story",
          "Succession",
          "Ticket",
          "Timeline",
          "Token",
          "Tokens",
          "TrailLine",
          "TurningPoint",
          "Turns",
          "Typing",
          "Understood",
          "Unexplained",
          "Unit",
          "Verification",
          "Votes",
          "Watch",
          "WatchDeliveries",
          "WatchEvents",
          "WatchStands",
          "Watches",
          "WhatIf");

  /** All of them, in the order of the alphabet. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The text of one.
   *
   * @param name one of {@link #names}
   */
  public static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            AnswerSchemas.class.getResourceAsStream("schemas/" + name + ".json"), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private AnswerSchemas() {}
}
