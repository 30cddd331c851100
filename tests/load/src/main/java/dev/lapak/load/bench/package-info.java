/** Plans a bench, runs it and tells what it found. */
@NullMarked
package dev.lapak.load.bench;

import org.jspecify.annotations.NullMarked;
