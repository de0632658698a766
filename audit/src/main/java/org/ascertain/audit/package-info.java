/**
 * What follows from the electors of many units together: how much each unit matters, which ways
 * lead to a majority.
 */
@NullMarked
package org.ascertain.audit;

import org.jspecify.annotations.NullMarked;
