package org.ascertain.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that the law of a state says for an election.
 *
 * @param value in words
 * @param date the day it gives in that election, where it can be reckoned from the law alone
 * @param how how it is known
 * @param rule the rule that it is a case of
 */
public record Provision(
    Field field,
    String value,
    Optional<LocalDate> date,
    HowKnown how,
    List<LawSource> sources,
    Optional<String> rule) {

  public Provision {
    sources = List.copyOf(sources);
  }

  /** What is asked of the law of a state, in the order in which a desk asks it. */
  public enum Field {
    POLLS_CLOSE("pollsClose", "polls close", "STATE.POLLS"),
    COUNTY_DEADLINE("countyDeadline", "counties certify by", ""),
    CERT_AUTHORITY("certAuthority", "result certified by", ""),
    CERT_DEADLINE("certDeadline", "state certifies by", "STATE.CERTIFY"),
    EXECUTIVE("executive", "electors certified by", "CERT.EXECUTIVE.2022"),
    RECOUNT_AUTOMATIC("recountAutomatic", "recount ordered by law", "STATE.RECOUNT"),
    RECOUNT_ON_REQUEST("recountOnRequest", "recount on request", "STATE.RECOUNT"),
    RECOUNT_DEADLINE("recountDeadline", "recount asked for by", "STATE.RECOUNT"),
    RECOUNT_FINISH("recountFinish", "recount ends", "STATE.RECOUNT"),
    RECOUNT_PAYER("recountPayer", "recount paid by", ""),
    CONTEST_WHERE("contestWhere", "contest before", ""),
    CONTEST_DEADLINE("contestDeadline", "contest filed by", "STATE.CONTEST"),
    MAIL_RECEIPT("mailReceipt", "mail ballots received", "STATE.MAIL"),
    CURE("cure", "ballot faults cured by", ""),
    PROVISIONAL("provisional", "provisional ballots", ""),
    OVERSEAS("overseas", "ballots from overseas", ""),
    BINDING_LAW("bindingLaw", "a vote against the pledge", "VOTE.DEVIATE"),
    ELECTOR_STATUTE("electorStatute", "statute on electors", ""),
    ELECTOR_VACANCY("electorVacancy", "vacancy filled by", "VOTE.VACANCY"),
    COMPACT("compact", "member of the compact", "CAL.NPVIC.MEMBERS"),
    PAPER_RECORD("paperRecord", "votes on paper", ""),
    AUDIT("audit", "audit", ""),
    MEETING_PLACE("meetingPlace", "electors meet at", ""),
    MEETING_HOUR("meetingHour", "electors meet at the hour", ""),
    REMARK("remark", "remark", "");

    private final String id;
    private final String words;
    private final String rule;

    Field(String id, String words, String rule) {
      this.id = id;
      this.words = words;
      this.rule = rule;
    }

    /** As in the table and in JSON. */
    public String id() {
      return id;
    }

    public String words() {
      return words;
    }

    Optional<String> rule() {
      return rule.isEmpty() ? Optional.empty() : Optional.of(rule);
    }
  }
}
