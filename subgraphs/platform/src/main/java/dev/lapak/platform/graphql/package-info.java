/** How a subgraph serves its part of the supergraph: schema, scalars, errors. */
@NullMarked
package dev.lapak.platform.graphql;

import org.jspecify.annotations.NullMarked;
