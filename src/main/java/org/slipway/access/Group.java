package org.slipway.access;

/** A group of people known to the system; releases name groups by id. */
public record Group(String id, String name) {}
