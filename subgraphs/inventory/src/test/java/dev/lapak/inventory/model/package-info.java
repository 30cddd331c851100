/** Random wishes at two instances, and a simple model of what must become of them. */
@NullMarked
package dev.lapak.inventory.model;

import org.jspecify.annotations.NullMarked;
