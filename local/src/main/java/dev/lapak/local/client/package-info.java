/** Asks the public endpoint, as any client would: the demo data and the story go this way. */
@NullMarked
package dev.lapak.local.client;

import org.jspecify.annotations.NullMarked;
