package dev.lapak.local.demo;

/**
 * Somebody to log in as.
 *
 * @param role for people to read
 */
public record DemoPerson(String role, String email, String name) {}
