/** A subgraph without a domain, on which the platform is tested. */
@NullMarked
package dev.lapak.platform.sample;

import org.jspecify.annotations.NullMarked;
