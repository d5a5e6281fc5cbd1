package org.slipway.support;

import java.time.Instant;
import org.slipway.release.LifecycleHistory;

/** Where there is no engine, nothing is remembered of lifecycles. */
public class NoHistory implements LifecycleHistory {

    @Override
    public void keep(String release) {}

    @Override
    public void release(String release) {}

    @Override
    public Due due(Instant now, int most) {
        return new Due(0, null);
    }
}
