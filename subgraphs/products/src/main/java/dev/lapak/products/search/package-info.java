/** What people search for, and what they may have meant. */
@NullMarked
package dev.lapak.products.search;

import org.jspecify.annotations.NullMarked;
