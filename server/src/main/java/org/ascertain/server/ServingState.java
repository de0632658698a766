package org.ascertain.server;

import java.util.Optional;

/** Where an election that is served stands, each state with no more than its own data. */
sealed interface ServingState {

  /** Its record has no entry yet. */
  record NotBegun() implements ServingState {}

  /**
   * Its record is being read and verified for the first time.
   *
   * @param entries how many have been read
   */
  record Reading(int entries) implements ServingState {}

  /** Its record goes on. */
  record Live(Snapshot newest) implements ServingState {}

  /**
   * Its record is whole.
   *
   * @param read once somebody has asked for it
   */
  record Ended(Optional<Snapshot> read) implements ServingState {}

  /**
   * Its record cannot be read, or not further, and is tried again; or it is damaged, and is not.
   *
   * @param why for whoever runs the server
   * @param last what was known before
   */
  record Stopped(String why, Optional<Snapshot> last) implements ServingState {}

  /** What is known of the election, if anything is. */
  default Optional<Snapshot> snapshot() {
    return switch (this) {
      case NotBegun() -> Optional.empty();
      case Reading(var entries) -> Optional.empty();
      case Live(var newest) -> Optional.of(newest);
      case Ended(var read) -> read;
      case Stopped(var why, var last) -> last;
    };
  }

  /** For whoever runs the server. */
  default String words() {
    return switch (this) {
      case NotBegun() -> "not begun: the record has no entry yet";
      case Reading(var entries) -> "reading: %d entries so far".formatted(entries);
      case Live(var newest) -> "live: %d entries".formatted(newest.size());
      case Ended(var read) -> "ended";
      case Stopped(var why, var last) ->
          "stopped: "
              + why
              + last.map(known -> "; served as of %d entries".formatted(known.size())).orElse("");
    };
  }

  /** Why nothing can be answered of an election of which nothing is known. */
  default Refusal refusal(String id) {
    return switch (this) {
      case NotBegun() ->
          Refusal.later("Not begun", "The record of %s has no entry yet.".formatted(id), 5);
      case Reading(var entries) ->
          Refusal.later("Being read", "The record of %s is still being read.".formatted(id), 1);
      case Stopped(var why, var last) ->
          Refusal.later(
              "Stopped",
              "The record of %s cannot be read now; the server's health says why.".formatted(id),
              10);
      case Live(var newest) -> unread(id);
      case Ended(var read) -> unread(id);
    };
  }

  private static Refusal unread(String id) {
    return Refusal.later("Not ready", "The record of %s took too long to read.".formatted(id), 5);
  }
}
