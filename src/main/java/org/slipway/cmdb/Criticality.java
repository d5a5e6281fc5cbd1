package org.slipway.cmdb;

/** How much depends on a configuration item. */
public enum Criticality {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
