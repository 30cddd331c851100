/** Files in a bucket of Amazon S3, or of whatever speaks as it does. */
@NullMarked
package dev.lapak.orders.proof.s3;

import org.jspecify.annotations.NullMarked;
