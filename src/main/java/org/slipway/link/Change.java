package org.slipway.link;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change as another tool manages it; the registry follows that tool and never leads. */
@Entity
@Table(name = "link_change")
public class Change {

    @Id
    private String number;

    private String title;

    @Enumerated(EnumType.STRING)
    private ChangeStatus status;

    private @Nullable String url;
    private @Nullable String backoutPlan;

    @Version
    private int lockVersion;

    protected Change() {}

    Change(String number, String title, ChangeStatus status, @Nullable String url, @Nullable String backoutPlan) {
        this.number = number;
        this.title = title;
        this.status = status;
        this.url = url;
        this.backoutPlan = backoutPlan;
    }

    /** Takes over what is given and leaves the rest; returns whether anything is different. */
    boolean follow(ChangeDraft draft) {
        String newTitle = draft.title() == null ? title : draft.title();
        ChangeStatus newStatus = draft.status() == null ? status : draft.status();
        String newUrl = draft.url() == null ? url : draft.url();
        String newPlan = draft.backoutPlan() == null ? backoutPlan : draft.backoutPlan();
        boolean different = !title.equals(newTitle)
                || status != newStatus
                || !Objects.equals(url, newUrl)
                || !Objects.equals(backoutPlan, newPlan);
        title = newTitle;
        status = newStatus;
        url = newUrl;
        backoutPlan = newPlan;
        return different;
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
}
