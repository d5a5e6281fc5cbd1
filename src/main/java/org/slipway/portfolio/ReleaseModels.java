package org.slipway.portfolio;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The release models that there are. */
@Service
public class ReleaseModels {

    private final ReleaseModelRepository models;

    ReleaseModels(ReleaseModelRepository models) {
        this.models = models;
    }

    /**
     * The model that a new release shall have.
     *
     * @throws Malformed            {@code model-unknown} when there is none with this key, or none is named
     * @throws BusinessRuleViolated {@code model-not-active} when it is being prepared or retired
     */
    @Transactional(readOnly = true)
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
    @Transactional(readOnly = true)
    public Optional<ReleaseModel> find(String key) {
        return models.findById(key);
    }
}
