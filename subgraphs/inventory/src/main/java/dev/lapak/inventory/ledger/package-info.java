/** What moved stock, and what there was at a time. */
@NullMarked
package dev.lapak.inventory.ledger;

import org.jspecify.annotations.NullMarked;
