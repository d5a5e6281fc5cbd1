package org.slipway.release;

import java.util.List;
import org.slipway.shared.DomainEvent;

/**
 * A release has been registered; rooms that keep what it refers to add their part in the same transaction.
 *
 * @param changes            numbers of the changes it bundles
 * @param configurationItems keys of the configuration items it touches
 * @param backoutPlan        the steps that take the deployment back, in order
 */
public record ReleaseRegistered(
        String release, List<String> changes, List<String> configurationItems, List<String> backoutPlan)
        implements DomainEvent {}
