/**
 * Owns the journal of the installation: entries on what is no part of a release's history, the global chain of seals over
 * both, anchors outside, verification, the exported journal, and audit packs.
 * Publishes {@link org.slipway.audit.Journal}.
 * May touch release, access and the events of process, and for packs reads checklists, documents and flows, and paper; it hears of what
 * other rooms do by their events.
 */
@ApplicationModule(
        allowedDependencies = {"release", "checklist", "document", "process", "process::flow", "paper", "access"})
@NullMarked
package org.slipway.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
