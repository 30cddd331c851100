/** What happened to orders, live and from where a reader left off. */
@NullMarked
package dev.lapak.orders.event;

import org.jspecify.annotations.NullMarked;
