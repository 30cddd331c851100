/** The reads' SQL alone, by pgbench: what PostgreSQL could do without all that is above it. */
@NullMarked
package dev.lapak.load.pgbench;

import org.jspecify.annotations.NullMarked;
