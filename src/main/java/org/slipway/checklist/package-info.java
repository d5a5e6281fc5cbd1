/**
 * Owns questionnaires, which steps of which models ask for them, and how releases have answered them.
 * Publishes {@link org.slipway.checklist.Questionnaires}, {@link org.slipway.checklist.Checklists} and
 * {@link org.slipway.checklist.ConfirmedFirst}; refuses to solve a release while one of its checklists is unconfirmed.
 * May touch release (with its policies), document and access.
 */
@ApplicationModule(allowedDependencies = {"release", "release::policy", "document", "access"})
@NullMarked
package org.slipway.checklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
