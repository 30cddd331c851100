/**
 * A purchase from search to paid, and what goes wrong, played by several people: {@code ./lapak
 * demo}.
 */
@NullMarked
package dev.lapak.local.story;

import org.jspecify.annotations.NullMarked;
