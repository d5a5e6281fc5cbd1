/**
 * Owns the registries of changes and of other tools' records, and what a release refers to: these, its configuration
 * items, who brought them, and its documents. Publishes {@link org.slipway.link.Changes},
 * {@link org.slipway.link.ChangeLinks}, {@link org.slipway.link.ItemLinks}, {@link org.slipway.link.RecordLinks} and
 * {@link org.slipway.link.ReleaseDocuments}; tells the CMDB what happens to a release.
 * May touch release (with its policies), cmdb, document and access.
 */
@ApplicationModule(allowedDependencies = {"release", "release::policy", "cmdb", "document", "access"})
@NullMarked
package org.slipway.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
