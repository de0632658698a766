package org.ascertain.postgres;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;

/** Which error of PostgreSQL means what; its codes are in appendix A of its manual. */
final class PostgresErrors {

  private static final String DISK_FULL = "53100";
  private static final String READ_ONLY_TRANSACTION = "25006";
  private static final String FAILED_TRANSACTION = "25P02";
  private static final String NO_PRIVILEGE = "42501";
  private static final String NO_TABLE = "42P01";
  private static final String NO_DATABASE = "3D000";
  private static final String LOCK_TIMEOUT = "55P03";
  private static final String UNREACHABLE = "08001";

  /** By the driver itself: no password is known here, or the database offers no TLS. */
  private static final String REJECTED = "08004";

  /** Whether a statement was refused for what it says: its data, a constraint, its own words. */
  static boolean isRefusal(SQLException e) {
    String state = state(e);
    return state.startsWith("22")
        || state.startsWith("23")
        || state.equals(FAILED_TRANSACTION)
        || (state.startsWith("42") && !state.equals(NO_PRIVILEGE));
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }

  /** What was said, and of a host that there is not its name, which stands in the cause alone. */
  private static String said(SQLException e) {
    String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return e.getCause() instanceof UnknownHostException host
        ? "there is no host '%s' that this machine knows".formatted(host.getMessage())
        : said;
  }

  /** Why a database cannot be used from the start; then nothing was asked of it yet. */
  static LedgerException explainOpening(SQLException e, String place) {
    LedgerException why = explain(e, place);
    return why.reason() == Reason.UNKNOWN
        ? new LedgerException(
            Reason.BUSY,
            "%s cannot be used (%s); nothing was recorded.".formatted(place, said(e)),
            e)
        : why;
  }

  static LedgerException explain(SQLException e, String place) {
    String state = state(e);
    String said = said(e);
    if (e instanceof SQLTransientConnectionException) {
      String cause = e.getCause() == null ? said : String.valueOf(e.getCause().getMessage());
      return new LedgerException(
          Reason.BUSY,
          "%s gave no connection in ten seconds (%s). Try again.".formatted(place, cause),
          e);
    }
    return switch (state) {
      case DISK_FULL ->
          new LedgerException(
              Reason.FULL,
              "The disk that holds "
                  + place
                  + " is full. Make room and try again; what was answered is in the record, and"
                  + " nothing else.",
              e);
      case READ_ONLY_TRANSACTION ->
          new LedgerException(
              Reason.READ_ONLY,
              place + " is a replica or read-only; nothing was recorded. Name the primary.",
              e);
      case NO_PRIVILEGE ->
          new LedgerException(
              Reason.READ_ONLY,
              "The user of %s lacks a right (%s); nothing was recorded.".formatted(place, said),
              e);
      case LOCK_TIMEOUT ->
          new LedgerException(
              Reason.BUSY,
              place
                  + " is locked by another program that does not end; nothing was recorded. Try"
                  + " again.",
              e);
      case UNREACHABLE ->
          new LedgerException(
              Reason.BUSY,
              "%s cannot be reached (%s); nothing was recorded. Try again.".formatted(place, said),
              e);
      case NO_TABLE ->
          new LedgerException(Reason.FOREIGN, "There is no record at " + place + ".", e);
      case NO_DATABASE ->
          new LedgerException(
              Reason.FOREIGN, "There is no database at " + place + "; make it by createdb.", e);
      default -> other(e, state, place, said);
    };
  }

  private static LedgerException other(SQLException e, String state, String place, String said) {
    if (state.startsWith("28") || state.equals(REJECTED))
      return new LedgerException(
          Reason.READ_ONLY, "%s does not let this user in (%s).".formatted(place, said), e);
    if (state.startsWith("XX"))
      return new LedgerException(
          Reason.DAMAGED,
          "%s is damaged (%s); restore it from a backup.".formatted(place, said),
          e);
    return new LedgerException(
        Reason.UNKNOWN,
        "The database %s failed (%s). Ask again with the same key to learn whether it was recorded."
            .formatted(place, said),
        e);
  }

  private PostgresErrors() {}
}
