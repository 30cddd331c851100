/** What a running Lapak's processes spend, as the kernel counts it in {@code /proc}. */
@NullMarked
package dev.lapak.load.cpu;

import org.jspecify.annotations.NullMarked;
