package org.slipway.cmdb;

/**
 * That one configuration item needs another, by their keys.
 *
 * @param type a free code such as {@code depends_on} or {@code runs_on}
 */
public record Connection(String from, String to, String type) {}
