package org.slipway.portfolio;

import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.springframework.stereotype.Component;

/** Who changed release models. */
@Component
class PeopleOfModels implements PersonalData {

    @Override
    public void erase(Erasure person) {
        person.rename("portfolio_model_version", "changed_by");
    }
}
