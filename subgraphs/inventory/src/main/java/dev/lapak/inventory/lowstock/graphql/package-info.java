/** What is running out, in the graph. */
@NullMarked
package dev.lapak.inventory.lowstock.graphql;

import org.jspecify.annotations.NullMarked;
