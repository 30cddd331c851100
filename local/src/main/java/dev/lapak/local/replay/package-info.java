/**
 * Real invoices, checked out again through the public endpoint by many people at once, with double
 * clicks, lost answers and cancellations; then compared with what they must come to: {@code ./lapak
 * replay}.
 */
@NullMarked
package dev.lapak.local.replay;

import org.jspecify.annotations.NullMarked;
