/**
 * Owns the registry of changes and what a release refers to: its changes, its configuration items, and who brought them.
 * Publishes {@link org.slipway.link.Changes}, {@link org.slipway.link.ChangeLinks} and {@link org.slipway.link.ItemLinks}; tells
 * the CMDB what happens to a release. May touch release (with its policies), cmdb and access.
 */
@ApplicationModule(allowedDependencies = {"release", "release :: policy", "cmdb", "access"})
@NullMarked
package org.slipway.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
