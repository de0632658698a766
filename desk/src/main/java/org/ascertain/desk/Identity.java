package org.ascertain.desk;

/**
 * Who somebody is to a provider that knows them too (OpenID Connect).
 *
 * @param issuer the provider's address, as it writes it
 * @param subject the provider's own number or name for the person, which it never gives to another
 */
public record Identity(String issuer, String subject) {

  /** As OpenID Connect Core 1.0, section 2, has it: at most 255 characters of ASCII. */
  static final String SUBJECT = "[\\x21-\\x7e]{1,255}";
}
