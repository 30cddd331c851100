/** What a mutation answers with, inside. */
@NullMarked
package dev.lapak.platform.outcome;

import org.jspecify.annotations.NullMarked;
