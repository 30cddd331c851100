package dev.lapak.other;

/** Of another subgraph. */
public class Foreign {}
