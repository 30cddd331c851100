package dev.lapak.products.image;

import dev.lapak.platform.file.FileType;

/**
 * An image in one size, as anybody may have it.
 *
 * @param sha256 of its bytes, in hexadecimal
 */
public record ImageFile(FileType type, int length, String sha256) {}
