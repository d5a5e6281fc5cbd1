package org.slipway.process.engine;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;
import org.jspecify.annotations.Nullable;
import org.slipway.release.LegalHolds;
import org.slipway.shared.WrongState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever deletes history, or sets when it is removed, does not get at what is under legal hold, whichever door he came
 * through: Cockpit, the engine's REST, a batch or a deployment that is deleted with all of its instances. Of what he gets
 * at, what belongs to releases is kept before.
 */
class KeptInstances extends HistoricProcessInstanceManager {

    private static final String HELD_OF_DEFINITION = "select p.BUSINESS_KEY_ from ACT_HI_PROCINST p"
            + " join release_record r on r.number = p.BUSINESS_KEY_"
            + " where p.PROC_DEF_ID_ = ? and r.held_since is not null fetch first 1 rows only";

    private final LegalHolds holds;
    private final ObjectProvider<BeforeForgetting> keeping;
    private final JdbcClient jdbc;
    private boolean decided;

    KeptInstances(LegalHolds holds, ObjectProvider<BeforeForgetting> keeping, JdbcClient jdbc) {
        this.holds = holds;
        this.keeping = keeping;
        this.jdbc = jdbc;
    }

    @Override
    public void deleteHistoricProcessInstanceByIds(List<String> instances) {
        instances.forEach(this::requireFree);
        keeping.ifAvailable(keep -> keep.keep(instances));
        super.deleteHistoricProcessInstanceByIds(instances);
    }

    @Override
    public void deleteHistoricProcessInstanceByProcessDefinitionId(String definition) {
        jdbc.sql(HELD_OF_DEFINITION)
                .param(definition)
                .query(String.class)
                .list()
                .forEach(release -> {
                    throw new WrongState("release-held", null, release);
                });
        keeping.ifAvailable(
                keep -> keep.keep(jdbc.sql("select PROC_INST_ID_ from ACT_HI_PROCINST where PROC_DEF_ID_ = ?")
                        .param(definition)
                        .query(String.class)
                        .list()));
        super.deleteHistoricProcessInstanceByProcessDefinitionId(definition);
    }

    /** Of what ends now, and of what a hold is placed on or taken from: there, holds have been asked for already. */
    @Override
    public void addRemovalTimeToProcessInstancesByRootProcessInstanceId(String root, @Nullable Date due) {
        decided = true;
        try {
            super.addRemovalTimeToProcessInstancesByRootProcessInstanceId(root, due);
        } finally {
            decided = false;
        }
    }

    @Override
    public Map<Class<? extends DbEntity>, DbOperation> addRemovalTimeToProcessInstancesByRootProcessInstanceId(
            String root, @Nullable Date due, Integer batch, Set<String> entities) {
        requireFree(root, due);
        return super.addRemovalTimeToProcessInstancesByRootProcessInstanceId(root, due, batch, entities);
    }

    @Override
    public Map<Class<? extends DbEntity>, DbOperation> addRemovalTimeById(
            String instance, @Nullable Date due, Integer batch, Set<String> entities) {
        requireFree(instance, due);
        return super.addRemovalTimeById(instance, due, batch, entities);
    }

    private void requireFree(String instance, @Nullable Date due) {
        if (due != null && !decided) {
            requireFree(instance);
        }
    }

    private void requireFree(String instance) {
        HistoricProcessInstanceEntity kept = findHistoricProcessInstance(instance);
        if (kept != null && kept.getBusinessKey() != null && holds.isHeld(kept.getBusinessKey())) {
            throw new WrongState("release-held", null, kept.getBusinessKey());
        }
    }
}
