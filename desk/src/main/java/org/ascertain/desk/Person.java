package org.ascertain.desk;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody with an account.
 *
 * @param name by which they sign in; none once they are erased
 * @param isReady whether they have set a password
 * @param wish roles that one administrator wants for them, and no other has yet
 * @param identity who they are to a provider by which they may sign in, too
 */
public record Person(
    Account account,
    Optional<String> name,
    Set<Role> roles,
    boolean isReady,
    Optional<Wish> wish,
    Optional<Identity> identity) {

  public Person {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
