package org.slipway.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Journaled;

/** A family of release models, from which a requester chooses first. */
@Entity
@Journaled
@Table(name = "portfolio")
public class Portfolio {

    /** Whether models of it can be chosen. */
    public enum Status {
        ACTIVE,
        /** Shown no more where one chooses. */
        RETIRED
    }

    @Id
    @Column(name = "portfolio_key")
    private String key;

    @Version
    private @Nullable Integer revision;

    private String name;

    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private Status status;

    /** The name as it is compared, which is unique; none when retired. */
    private @Nullable String lookup;

    protected Portfolio() {}

    Portfolio(String key, String name, @Nullable String description) {
        this.key = key;
        this.name = name.strip();
        this.description = description;
        this.status = Status.ACTIVE;
        this.lookup = asCompared(name);
    }

    void become(String newName, @Nullable String newDescription, Status newStatus) {
        name = newName.strip();
        description = newDescription;
        status = newStatus;
        lookup = newStatus == Status.RETIRED ? null : asCompared(newName);
    }

    static String asCompared(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Grows with every change; the entity tag of REST. */
    public int revision() {
        return revision == null ? 0 : revision;
    }

    public Status status() {
        return status;
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }
}
