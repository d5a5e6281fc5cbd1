package org.slipway.cmdb;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.Impact.Effect;
import org.slipway.cmdb.Impact.Order;
import org.slipway.cmdb.Impact.Shown;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which items of an impact a caller over HTTP wants to see.
 *
 * @param classes     any of these
 * @param criticality at least this
 * @param order       the nearest first unless said
 */
public record ShownParameters(
        @BindParam("class") @Parameter(name = "class") @Nullable
        List<String> classes,

        @Nullable Criticality criticality,
        @Nullable String environment,
        @Nullable Effect effect,
        @Nullable Order order) {

    public Shown shown() {
        return new Shown(
                classes == null ? List.of() : List.copyOf(classes),
                criticality,
                environment,
                effect,
                order == null ? Order.NEAREST_FIRST : order);
    }
}
