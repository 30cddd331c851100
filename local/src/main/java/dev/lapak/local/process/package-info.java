/**
 * Other processes: whether one is still the very one that was started, and who listens on a port.
 */
@NullMarked
package dev.lapak.local.process;

import org.jspecify.annotations.NullMarked;
