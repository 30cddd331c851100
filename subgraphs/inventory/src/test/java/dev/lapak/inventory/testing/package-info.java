/** What inventory's tests start with: shops with stock, a products subgraph, the invariants. */
@NullMarked
package dev.lapak.inventory.testing;

import org.jspecify.annotations.NullMarked;
