package org.slipway.link;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Journaled;

/** A change as another tool manages it; the registry follows that tool and never leads. */
@Entity
@Table(name = "link_change")
@Journaled(rowsOfFiles = false)
public class Change {

    @Id
    private String number;

    private String title;

    @Enumerated(EnumType.STRING)
    private ChangeStatus status;

    private @Nullable String url;
    private @Nullable String backoutPlan;
    private @Nullable String backoutPlanUrl;
    private @Nullable String backoutPlanVersion;

    @Version
    private int lockVersion;

    protected Change() {}

    Change(String title, ChangeDraft draft) {
        this.number = draft.number();
        this.title = title;
        this.status = ChangeStatus.REGISTERED;
        follow(draft);
    }

    /** Takes over what is given and leaves the rest; returns whether anything is different. */
    boolean follow(ChangeDraft draft) {
        List<Object> before = said();
        title = draft.title() == null ? title : draft.title();
        status = draft.status() == null ? status : draft.status();
        url = draft.url() == null ? url : draft.url();
        backoutPlan = draft.backoutPlan() == null ? backoutPlan : draft.backoutPlan();
        backoutPlanUrl = draft.backoutPlanUrl() == null ? backoutPlanUrl : draft.backoutPlanUrl();
        backoutPlanVersion = draft.backoutPlanVersion() == null ? backoutPlanVersion : draft.backoutPlanVersion();
        return !before.equals(said());
    }

    private List<Object> said() {
        return Arrays.asList(title, status, url, backoutPlan, backoutPlanUrl, backoutPlanVersion);
    }

    public String number() {
        return number;
    }

    public String title() {
        return title;
    }

    public ChangeStatus status() {
        return status;
    }

    public @Nullable String url() {
        return url;
    }

    /** How the change says that it can be taken back. */
    public @Nullable String backoutPlan() {
        return backoutPlan;
    }

    /** Where that plan is kept. */
    public @Nullable String backoutPlanUrl() {
        return backoutPlanUrl;
    }

    public @Nullable String backoutPlanVersion() {
        return backoutPlanVersion;
    }
}
