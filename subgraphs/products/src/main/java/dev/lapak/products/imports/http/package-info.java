/** Files of imports come here, through the edge. */
@NullMarked
package dev.lapak.products.imports.http;

import org.jspecify.annotations.NullMarked;
