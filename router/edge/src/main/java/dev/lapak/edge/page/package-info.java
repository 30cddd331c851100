/** The web pages, and the headers that keep browsers safe. */
@NullMarked
package dev.lapak.edge.page;

import org.jspecify.annotations.NullMarked;
