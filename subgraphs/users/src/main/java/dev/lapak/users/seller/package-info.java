/** Users who sell, and where buyers pay them. */
@NullMarked
package dev.lapak.users.seller;

import org.jspecify.annotations.NullMarked;
