/** What every subgraph starts with: auto-configuration and technical value types, no domain. */
@NullMarked
package dev.lapak.platform;

import org.jspecify.annotations.NullMarked;
