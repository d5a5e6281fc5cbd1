package org.slipway.cmdb;

/**
 * What an import has done, or would do.
 *
 * @param classes how many classes and relationship types were added or changed
 * @param dryRun  whether it was only tried
 */
public record ImportReport(ItemCounts items, RelationshipCounts relationships, int classes, boolean dryRun) {

    static final ImportReport EMPTY =
            new ImportReport(new ItemCounts(0, 0, 0, 0), new RelationshipCounts(0, 0, 0), 0, false);

    ImportReport plus(ItemCounts more) {
        return new ImportReport(
                new ItemCounts(
                        items.created + more.created,
                        items.updated + more.updated,
                        items.unchanged + more.unchanged,
                        items.retired + more.retired),
                relationships,
                classes,
                dryRun);
    }

    ImportReport plus(RelationshipCounts more) {
        return new ImportReport(
                items,
                new RelationshipCounts(
                        relationships.created + more.created,
                        relationships.unchanged + more.unchanged,
                        relationships.removed + more.removed),
                classes,
                dryRun);
    }

    ImportReport plusClasses(int more) {
        return new ImportReport(items, relationships, classes + more, dryRun);
    }

    ImportReport tried() {
        return new ImportReport(items, relationships, classes, true);
    }

    /** @param retired items that their source has no longer */
    public record ItemCounts(int created, int updated, int unchanged, int retired) {}

    /** @param removed relationships that their source has no longer */
    public record RelationshipCounts(int created, int unchanged, int removed) {}
}
