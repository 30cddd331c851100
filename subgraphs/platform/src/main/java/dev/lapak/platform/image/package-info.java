/**
 * Pictures that people send, made anew: known by their bytes, bounded before they are unpacked,
 * upright, in plain colours (sRGB), in the sizes asked for, and without anything that was not the
 * picture.
 */
@NullMarked
package dev.lapak.platform.image;

import org.jspecify.annotations.NullMarked;
