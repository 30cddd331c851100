/** The embedded PostgreSQL with a database and a role for each subgraph. */
@NullMarked
package dev.lapak.local.database;

import org.jspecify.annotations.NullMarked;
