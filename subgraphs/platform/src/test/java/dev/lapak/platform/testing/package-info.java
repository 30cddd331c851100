/**
 * What every subgraph's tests start with: a real PostgreSQL, real tokens, the contract and the
 * boundaries.
 */
@NullMarked
package dev.lapak.platform.testing;

import org.jspecify.annotations.NullMarked;
