package org.slipway.link.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A record as callers see it; what only purchases have is left out of others. */
public record RecordView(
        String number,
        String title,
        String status,
        @Nullable String url,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String productDescription,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String project,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String costCentreCode,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String costCentreName,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PurchaseItemStatus itemStatus) {

    public static RecordView of(ForeignRecord from) {
        return new RecordView(
                from.number(),
                from.title(),
                from.status(),
                from.url(),
                from.productDescription(),
                from.project(),
                from.costCentreCode(),
                from.costCentreName(),
                from.itemStatus());
    }
}
