/** Who is asking: the person whose token came along, or nobody. */
@NullMarked
package dev.lapak.platform.viewer;

import org.jspecify.annotations.NullMarked;
