/** Sessions in the graph. */
@NullMarked
package dev.lapak.users.session.graphql;

import org.jspecify.annotations.NullMarked;
