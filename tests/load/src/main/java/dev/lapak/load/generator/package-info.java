/** Sends a workload over a number of connections and says how it was answered; Hyperfoil does. */
@NullMarked
package dev.lapak.load.generator;

import org.jspecify.annotations.NullMarked;
