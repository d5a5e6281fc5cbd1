package org.slipway.portfolio;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The release models that there are; {@link ModelEditing} changes them. */
@Service
@Transactional(readOnly = true)
public class ReleaseModels {

    private final ReleaseModelRepository models;
    private final ModelVersionRepository versions;
    private final DeployedFlows flows;

    ReleaseModels(ReleaseModelRepository models, ModelVersionRepository versions, DeployedFlows flows) {
        this.models = models;
        this.versions = versions;
        this.flows = flows;
    }

    /**
     * The model that a new release shall have.
     *
     * @throws Malformed            {@code model-unknown} when there is none with this key, or none is named
     * @throws BusinessRuleViolated {@code model-not-active} when it is being prepared or retired
     */
    public ReleaseModel requireActive(@Nullable String key) {
        ReleaseModel model = Optional.ofNullable(key)
                .flatMap(models::findById)
                .orElseThrow(() -> new Malformed("model-unknown", "model", key == null ? "" : key));
        if (!model.isActive()) {
            throw new BusinessRuleViolated("model-not-active", "model", model.name());
        }
        return model;
    }

    /** The model of a release that exists, whatever has become of the model since. */
    public Optional<ReleaseModel> find(String key) {
        return models.findById(key);
    }

    /** Refuses with {@code model-unknown} a key that no model has. */
    public ReleaseModel get(String key) {
        return models.findById(key).orElseThrow(() -> new Unknown("model-unknown", null, key));
    }

    /** Models by key, from the first one after a key; of all portfolios and statuses where none is given. */
    public Slice<ReleaseModel> list(
            @Nullable String portfolio, ReleaseModel.@Nullable Status status, @Nullable String after, int limit) {
        List<ReleaseModel> found = models.page(
                portfolio == null ? "" : portfolio,
                status == null ? EnumSet.allOf(ReleaseModel.Status.class) : EnumSet.of(status),
                after == null ? "" : after,
                Limit.of(limit + 1));
        return Slice.of(found, limit, ReleaseModel::key);
    }

    /**
     * What the model has said from change to change, the newest first.
     *
     * @param before only versions below this number; none for all
     */
    public Slice<ModelVersion> versions(String key, @Nullable Integer before, int limit) {
        List<ModelVersion> found =
                versions.page(get(key).key(), before == null ? Integer.MAX_VALUE : before, Limit.of(limit + 1));
        return Slice.of(found, limit, last -> String.valueOf(last.number()));
    }

    /**
     * What a release follows that begins now. Refuses with {@code flow-unknown} a process that is not deployed any more.
     */
    public BoundFlows bind(ReleaseModel model) {
        ModelDefinition says = model.definition();
        return new BoundFlows(
                model.version(),
                says.planningProcess(),
                version("planningProcess", says.planningProcess(), says.planningVersion()),
                says.deploymentProcess(),
                version("deploymentProcess", says.deploymentProcess(), says.deploymentVersion()));
    }

    private int version(String field, String process, @Nullable Integer pinned) {
        return pinned != null
                ? pinned
                : flows.newestVersion(process)
                        .orElseThrow(() -> new BusinessRuleViolated("flow-unknown", field, process));
    }
}
