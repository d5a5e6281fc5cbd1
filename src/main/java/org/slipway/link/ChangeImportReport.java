package org.slipway.link;

import java.util.List;

/** What an import of changes has done. */
public record ChangeImportReport(Counts changes) {

    static final ChangeImportReport EMPTY = new ChangeImportReport(new Counts(0, 0, 0));

    ChangeImportReport plus(List<Changes.Registered> registered) {
        return new ChangeImportReport(new Counts(
                changes.created + count(registered, Changes.Outcome.CREATED),
                changes.updated + count(registered, Changes.Outcome.UPDATED),
                changes.unchanged + count(registered, Changes.Outcome.UNCHANGED)));
    }

    private static int count(List<Changes.Registered> registered, Changes.Outcome outcome) {
        return (int) registered.stream().filter(one -> one.outcome() == outcome).count();
    }

    public record Counts(int created, int updated, int unchanged) {}
}
