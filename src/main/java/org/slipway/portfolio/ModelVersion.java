package org.slipway.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/** What a release model said from one change to the next. It never changes. */
@Entity
@Immutable
@Table(name = "portfolio_model_version")
public class ModelVersion implements Persistable<ModelVersion.Id> {

    /** Which version of which model. */
    @Embeddable
    public record Id(
            @Column(name = "model_key") String model,
            @Column(name = "version_number") int number) {}

    @EmbeddedId
    private Id id;

    @Embedded
    private ModelDefinition definition;

    @Enumerated(EnumType.STRING)
    private ReleaseModel.Status status;

    private String changedBy;

    private Instant changedAt;

    @Transient
    private boolean fresh;

    protected ModelVersion() {}

    ModelVersion(ReleaseModel of, String by, Instant at) {
        this.id = new Id(of.key(), of.version());
        this.definition = of.definition();
        this.status = of.status();
        this.changedBy = by;
        this.changedAt = at;
        this.fresh = true;
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    public int number() {
        return id.number();
    }

    public ModelDefinition definition() {
        return definition;
    }

    public ReleaseModel.Status status() {
        return status;
    }

    /** The login name of who made it. */
    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
