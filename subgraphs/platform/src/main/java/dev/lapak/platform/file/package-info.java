/**
 * Files as they come and go over HTTP: signed addresses, bounded uploads, types known by their
 * bytes. Where they are kept is the subgraph's matter.
 */
@NullMarked
package dev.lapak.platform.file;

import org.jspecify.annotations.NullMarked;
