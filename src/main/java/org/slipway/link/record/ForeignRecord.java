package org.slipway.link.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Journaled;

/** Something that another tool manages, such as a problem or a purchase; the registry follows that tool and never leads. */
@Entity
@Table(name = "link_record")
@Journaled(rowsOfFiles = false)
public class ForeignRecord {

    private static final String FIRST_STATUS = "REGISTERED";

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private RecordKind kind;

    private String number;
    private String title;
    private String status;
    private @Nullable String url;

    @Column(name = "product_description")
    private @Nullable String productDescription;

    private @Nullable String project;

    @Column(name = "cost_centre_code")
    private @Nullable String costCentreCode;

    @Column(name = "cost_centre_name")
    private @Nullable String costCentreName;

    @Enumerated(EnumType.STRING)
    @Column(name = "item_status")
    private @Nullable PurchaseItemStatus itemStatus;

    @Version
    private int lockVersion;

    protected ForeignRecord() {}

    ForeignRecord(RecordKind kind, String title, RecordDraft draft) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.number = draft.number();
        this.title = title;
        this.status = FIRST_STATUS;
        this.itemStatus = kind == RecordKind.PURCHASES ? PurchaseItemStatus.REGISTERED : null;
        follow(draft);
    }

    /** Takes over what is given and leaves the rest; returns whether anything is different. */
    boolean follow(RecordDraft draft) {
        List<Object> before = said();
        title = given(draft.title(), title);
        status = given(draft.status(), status);
        url = draft.url() == null ? url : draft.url();
        productDescription = draft.productDescription() == null ? productDescription : draft.productDescription();
        project = draft.project() == null ? project : draft.project();
        costCentreCode = draft.costCentreCode() == null ? costCentreCode : draft.costCentreCode();
        costCentreName = draft.costCentreName() == null ? costCentreName : draft.costCentreName();
        itemStatus = draft.itemStatus() == null ? itemStatus : draft.itemStatus();
        return !before.equals(said());
    }

    private static String given(@Nullable String given, String before) {
        return given == null ? before : given;
    }

    private List<Object> said() {
        return Arrays.asList(
                title, status, url, productDescription, project, costCentreCode, costCentreName, itemStatus);
    }

    public RecordKind kind() {
        return kind;
    }

    public String number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** In the other tool's words; only what a purchase's says has a meaning here: {@code CLOSED} and {@code CONCLUDED}. */
    public String status() {
        return status;
    }

    public @Nullable String url() {
        return url;
    }

    public @Nullable String productDescription() {
        return productDescription;
    }

    /** The project that pays for a purchase. */
    public @Nullable String project() {
        return project;
    }

    public @Nullable String costCentreCode() {
        return costCentreCode;
    }

    public @Nullable String costCentreName() {
        return costCentreName;
    }

    /** Of a purchase; none for other kinds. */
    public @Nullable PurchaseItemStatus itemStatus() {
        return itemStatus;
    }
}
