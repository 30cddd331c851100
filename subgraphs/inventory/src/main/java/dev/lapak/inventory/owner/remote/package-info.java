/** Owners asked of the products subgraph. */
@NullMarked
package dev.lapak.inventory.owner.remote;

import org.jspecify.annotations.NullMarked;
