/** What is asked: of whom, with which products and buyers, and what a good answer has. */
@NullMarked
package dev.lapak.load.workload;

import org.jspecify.annotations.NullMarked;
