/**
 * What belongs to one running system: its directory, its ports, its secrets, and that it runs once.
 */
@NullMarked
package dev.lapak.local.state;

import org.jspecify.annotations.NullMarked;
