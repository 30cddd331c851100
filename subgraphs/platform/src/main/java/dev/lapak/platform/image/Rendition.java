package dev.lapak.platform.image;

import dev.lapak.platform.file.FileType;

/** A picture made anew in one size: a JPEG, or a PNG where one can look through it. */
public record Rendition(FileType type, int width, int height, byte[] bytes) {}
