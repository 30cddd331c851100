/** Files come and go here, through the edge; the address's signature says who may. */
@NullMarked
package dev.lapak.orders.proof.http;

import org.jspecify.annotations.NullMarked;
