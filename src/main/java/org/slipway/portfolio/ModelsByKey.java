package org.slipway.portfolio;

import org.slipway.access.ModelKeys;
import org.springframework.stereotype.Component;

/** Tells those who grant rights which models there are. */
@Component
class ModelsByKey implements ModelKeys {

    private final ReleaseModelRepository models;

    ModelsByKey(ReleaseModelRepository models) {
        this.models = models;
    }

    @Override
    public boolean exists(String model) {
        return models.existsById(model);
    }
}
