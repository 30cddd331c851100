package dev.lapak.crooked.stall;

/** Public, though nobody else needs it. */
public class Unused {}
