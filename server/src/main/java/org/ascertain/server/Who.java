package org.ascertain.server;

import java.util.Locale;
import java.util.Set;
import org.ascertain.desk.Role;

/** Who may use a route, and the groups that the table of routes names. */
enum Who {
  /** Whoever asks, known or not. */
  EVERYBODY,
  /** The holder of a token. */
  TOKEN,
  RECORDER,
  REVIEWER,
  ADMINISTRATOR,
  AUDITOR;

  static final Set<Who> ALL = Set.of(EVERYBODY);
  static final Set<Who> PEOPLE = Set.of(RECORDER, REVIEWER, ADMINISTRATOR, AUDITOR);
  static final Set<Who> ANYBODY_KNOWN = Set.of(TOKEN, RECORDER, REVIEWER, ADMINISTRATOR, AUDITOR);
  static final Set<Who> ADMINISTRATORS = Set.of(ADMINISTRATOR);
  static final Set<Who> AUDITORS = Set.of(ADMINISTRATOR, AUDITOR);
  static final Set<Who> BEGINNERS = Set.of(TOKEN, ADMINISTRATOR);
  static final Set<Who> SENDERS = Set.of(TOKEN, RECORDER);
  static final Set<Who> LOOKERS = Set.of(TOKEN, RECORDER, REVIEWER, AUDITOR);
  static final Set<Who> READERS = Set.of(RECORDER, REVIEWER, AUDITOR);
  static final Set<Who> TYPISTS = Set.of(RECORDER, REVIEWER);
  static final Set<Who> REVIEWERS = Set.of(REVIEWER);

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
