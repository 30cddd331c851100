/** Users in the graph. */
@NullMarked
package dev.lapak.users.account.graphql;

import org.jspecify.annotations.NullMarked;
