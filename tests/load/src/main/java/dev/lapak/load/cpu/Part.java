package dev.lapak.load.cpu;

/** A part of the system, known by the port on which it listens. */
public record Part(String name, int port, Group group) {}
