/** Images come and go here, through the edge. */
@NullMarked
package dev.lapak.products.image.http;

import org.jspecify.annotations.NullMarked;
