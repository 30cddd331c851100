/** What {@code ./lapak bench} runs: measures a running Lapak on this machine. */
@NullMarked
package dev.lapak.load;

import org.jspecify.annotations.NullMarked;
