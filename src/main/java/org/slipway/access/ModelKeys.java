package org.slipway.access;

/** Which release models there are; filled by the room that keeps them. */
public interface ModelKeys {

    boolean exists(String model);
}
