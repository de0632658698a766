/** HTTP only: routes, live updates, the page. No rule of elections is in it. */
@NullMarked
package org.ascertain.server;

import org.jspecify.annotations.NullMarked;
