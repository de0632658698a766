package org.ascertain.desk;

import org.ascertain.answers.JsonAnswer;
import org.ascertain.ledger.StoredRecord;

/**
 * How far each of a desk's lists has come: a number is another one as soon as something in its list
 * is. Whoever has a list open asks for it again then; the numbers themselves tell nothing.
 *
 * @param entries how many the record has
 */
public record ListVersions(
    long entries, long proposals, long kept, long alerts, long freeze, long holds) {

  static ListVersions of(StoredRecord record) {
    return record.ask(
        of ->
            new ListVersions(
                record.size(),
                Statements.number(of, "select coalesce(sum(version), 0) from proposal"),
                Statements.number(
                    of, "select coalesce(sum(version), 0) + count(overtaken) from kept"),
                Statements.number(of, "select count(*) + count(cleared) from alert"),
                Statements.number(of, "select coalesce(sum(version), 0) from \"freeze\""),
                Statements.number(of, "select count(*) + count(lifted) from hold")));
  }

  /** As it is answered. */
  public String json() {
    return JsonAnswer.compact(
        json -> {
          json.number("entries", entries);
          json.number("proposals", proposals);
          json.number("kept", kept);
          json.number("alerts", alerts);
          json.number("freeze", freeze);
          json.number("holds", holds);
        });
  }
}
