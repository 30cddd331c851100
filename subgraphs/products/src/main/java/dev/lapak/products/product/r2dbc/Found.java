package dev.lapak.products.product.r2dbc;

import dev.lapak.products.product.Product;

/**
 * A product in a list.
 *
 * @param rank how well it fits the search, where that is the order
 */
record Found(Product product, int rank) {}
