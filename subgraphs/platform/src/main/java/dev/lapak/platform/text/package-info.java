/** Texts as people count them. */
@NullMarked
package dev.lapak.platform.text;

import org.jspecify.annotations.NullMarked;
