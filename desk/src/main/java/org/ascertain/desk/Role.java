package org.ascertain.desk;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody at a desk may do. One person may have several roles. */
public enum Role {
  /** Types and proposes, and decides about rows that are kept aside. */
  RECORDER,
  /** Approves and decides what others proposed or typed; may type, too. */
  REVIEWER,
  /** Invites people and makes tokens; can by this role neither type nor approve. */
  ADMINISTRATOR,
  /** Reads everything, and writes nothing. */
  AUDITOR;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a word. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  static String list(Set<Role> roles) {
    return roles.stream().sorted().map(Role::word).collect(Collectors.joining(","));
  }

  static Set<Role> read(String list) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : values()) if (Set.of(list.split(",")).contains(role.word())) roles.add(role);
    return roles;
  }
}
