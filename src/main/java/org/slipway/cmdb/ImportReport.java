package org.slipway.cmdb;

/** What an import has done. */
public record ImportReport(ItemCounts items, RelationshipCounts relationships) {

    static final ImportReport EMPTY = new ImportReport(new ItemCounts(0, 0, 0), new RelationshipCounts(0, 0));

    ImportReport plus(ItemCounts more) {
        return new ImportReport(
                new ItemCounts(
                        items.created + more.created, items.updated + more.updated, items.unchanged + more.unchanged),
                relationships);
    }

    ImportReport plus(RelationshipCounts more) {
        return new ImportReport(
                items,
                new RelationshipCounts(relationships.created + more.created, relationships.unchanged + more.unchanged));
    }

    public record ItemCounts(int created, int updated, int unchanged) {}

    public record RelationshipCounts(int created, int unchanged) {}
}
