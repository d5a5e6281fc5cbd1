package org.slipway.access;

import org.jspecify.annotations.Nullable;

/** Somebody known to the system by a login name. */
public record Person(String id, String name, @Nullable String email) {}
