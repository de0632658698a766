package org.ascertain.desk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.ascertain.answers.TokenText;

/** Tokens as answers tell of them, without what lets anybody in. */
public final class TokenRows {

  /** What is told of a token. */
  public static TokenText.Row of(Token token) {
    SequencedMap<String, Collection<String>> parts = new LinkedHashMap<>();
    parts.put("elections", token.scope().elections());
    parts.put("facts", token.scope().facts());
    parts.put("callers", token.scope().callers());
    parts.put("units", token.scope().units());
    parts.put("sources", token.scope().sources());
    return new TokenText.Row(
        token.account(),
        token.label(),
        parts,
        token.policy().word(),
        token.created(),
        token.expires(),
        token.revoked(),
        token.lastUsed());
  }

  private TokenRows() {}
}
