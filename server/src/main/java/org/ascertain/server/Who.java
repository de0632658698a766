package org.ascertain.server;

import java.util.Locale;
import java.util.Set;
import org.ascertain.desk.Role;

/** Who may use a route. */
enum Who {
  /** Whoever asks, known or not. */
  EVERYBODY,
  /** The holder of a token. */
  TOKEN,
  RECORDER,
  REVIEWER,
  ADMINISTRATOR,
  AUDITOR;

  /** Those whom the table of routes names together. */
  enum Group {
    ALL,
    PEOPLE,
    ANYBODY_KNOWN,
    ADMINISTRATORS,
    AUDITORS,
    BEGINNERS,
    SENDERS,
    LOOKERS,
    READERS,
    TYPISTS,
    REVIEWERS;

    Set<Who> members() {
      return switch (this) {
        case ALL -> Set.of(EVERYBODY);
        case PEOPLE -> Set.of(RECORDER, REVIEWER, ADMINISTRATOR, AUDITOR);
        case ANYBODY_KNOWN -> Set.of(TOKEN, RECORDER, REVIEWER, ADMINISTRATOR, AUDITOR);
        case ADMINISTRATORS -> Set.of(ADMINISTRATOR);
        case AUDITORS -> Set.of(ADMINISTRATOR, AUDITOR);
        case BEGINNERS -> Set.of(TOKEN, ADMINISTRATOR);
        case SENDERS -> Set.of(TOKEN, RECORDER);
        case LOOKERS -> Set.of(TOKEN, RECORDER, REVIEWER, AUDITOR);
        case READERS -> Set.of(RECORDER, REVIEWER, AUDITOR);
        case TYPISTS -> Set.of(RECORDER, REVIEWER);
        case REVIEWERS -> Set.of(REVIEWER);
      };
    }

    boolean has(Who who) {
      return members().contains(who);
    }
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Who of(Role role) {
    return switch (role) {
      case RECORDER -> RECORDER;
      case REVIEWER -> REVIEWER;
      case ADMINISTRATOR -> ADMINISTRATOR;
      case AUDITOR -> AUDITOR;
    };
  }
}
