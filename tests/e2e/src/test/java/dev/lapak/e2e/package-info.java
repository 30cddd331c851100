/** The whole system, asked as clients ask it: through the public door only. */
@NullMarked
package dev.lapak.e2e;

import org.jspecify.annotations.NullMarked;
