package org.slipway.cmdb;

/** What it means for an item when something that it needs through a relationship of one type is taken away. */
public enum ImpactRule {
    /** It is impacted as soon as any one of them is. */
    ANY_LOST,
    /** It is impacted when fewer remain than its {@link Redundancy} asks for; above that it is only weakened. */
    TOO_FEW_LEFT,
    /** Nothing: the relationship says where something belongs, not what it lives on. */
    NEVER
}
