/**
 * Owns the registries of changes and of other tools' records, the definitive media library, and what a release refers to:
 * all of these, its configuration items, who brought them, its documents and its notifications. Publishes
 * {@link org.slipway.link.Changes} and, for each kind of link, what edits it ({@link org.slipway.link.ChangeLinks},
 * {@link org.slipway.link.ItemLinks}, {@link org.slipway.link.RecordLinks}, {@link org.slipway.link.MediaLinks},
 * {@link org.slipway.link.ReleaseDocuments}, {@link org.slipway.link.Notices}); tells the CMDB what happens to a release.
 * May touch release (with its policies), cmdb, document and access.
 */
@ApplicationModule(allowedDependencies = {"release", "release::policy", "cmdb", "document", "access"})
@NullMarked
package org.slipway.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
