package org.slipway.process.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;
import org.slipway.release.LegalHolds;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the engine asks for legal holds: when something ends, and when somebody wants history to go. */
final class LegalHoldsInEngine {

    private LegalHoldsInEngine() {}

    /** The engine is there before the rooms, and in some tests without them; then nothing is held. */
    static void install(ProcessEngineConfigurationImpl engine, ListableBeanFactory context) {
        engine.setHistoryRemovalTimeProvider(new HeldRemovalTimes(release -> {
            LegalHolds holds = context.getBeanProvider(LegalHolds.class).getIfAvailable();
            return holds != null && holds.isHeld(release);
        }));
        EngineSettings.add(engine, new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return HistoricProcessInstanceManager.class;
            }

            @Override
            public Session openSession() {
                LegalHolds holds = context.getBeanProvider(LegalHolds.class).getIfAvailable();
                return holds == null
                        ? new HistoricProcessInstanceManager()
                        : new KeptInstances(
                                holds,
                                context.getBeanProvider(BeforeForgetting.class),
                                context.getBean(JdbcClient.class));
            }
        });
    }
}
