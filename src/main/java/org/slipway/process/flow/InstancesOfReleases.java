package org.slipway.process.flow;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which release a process instance carries, be it running, over or called by another one. */
@Component
public class InstancesOfReleases {

    private final JdbcClient jdbc;

    InstancesOfReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** None when there is no such instance, or it is no release's. */
    public Optional<String> releaseOf(String instance) {
        return jdbc.sql("select BUSINESS_KEY_ from ACT_HI_PROCINST where PROC_INST_ID_ = ?"
                        + " and BUSINESS_KEY_ is not null")
                .param(instance)
                .query(String.class)
                .optional();
    }

    /** The process instance in which a task is or was open. */
    public Optional<String> ofTask(String task) {
        return jdbc.sql("select PROC_INST_ID_ from ACT_HI_TASKINST where ID_ = ? and PROC_INST_ID_ is not null")
                .param(task)
                .query(String.class)
                .optional();
    }
}
