/** The Lapak that runs on this machine: its ports, its secrets, its door. */
@NullMarked
package dev.lapak.load.running;

import org.jspecify.annotations.NullMarked;
