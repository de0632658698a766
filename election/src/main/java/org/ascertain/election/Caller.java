package org.ascertain.election;

/** A newsroom that projects winners. What it says is a call, never a count. */
public record Caller(String id, String name) {}
