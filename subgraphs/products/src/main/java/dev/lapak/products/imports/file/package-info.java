/** What is in a file of products, row by row. */
@NullMarked
package dev.lapak.products.imports.file;

import org.jspecify.annotations.NullMarked;
