/**
 * Files of products: sent to a signed address in pieces, then worked through in batches. A batch
 * writes its products and where to go on in one transaction, so that neither a crash nor a second
 * instance does a row twice.
 */
@NullMarked
package dev.lapak.products.imports;

import org.jspecify.annotations.NullMarked;
