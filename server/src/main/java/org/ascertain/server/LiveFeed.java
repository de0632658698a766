package org.ascertain.server;

/** New entries as they come, for all who listen. */
interface LiveFeed {}
