package org.ascertain.server;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Of which election, moment and part of its record an address asks. */
public class AskedPart {

  @PathParam("id")
  String id = "";

  @QueryParam("at")
  @Nullable String at;

  @Parameter(description = Earlier.KNOWN)
  @QueryParam("known")
  @Nullable String known;

  @Parameter(description = Earlier.ENTRIES)
  @QueryParam("entries")
  @Nullable String entries;

  /** Looked up. */
  AsOf in(ElectionLookup lookup) {
    return lookup.asOf(id, at, known, entries);
  }
}
