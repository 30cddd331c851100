/** How transfers are asked for. */
@NullMarked
package dev.lapak.inventory.transfer.graphql;

import org.jspecify.annotations.NullMarked;
