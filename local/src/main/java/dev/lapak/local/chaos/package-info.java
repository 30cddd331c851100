/**
 * {@code ./lapak chaos}: buyers who do everything wrong, while whatever serves them is killed, and
 * whether all is right afterwards.
 */
@NullMarked
package dev.lapak.local.chaos;

import org.jspecify.annotations.NullMarked;
