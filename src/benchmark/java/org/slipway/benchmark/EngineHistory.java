package org.slipway.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Every second generated release as an instance in the engine's history, with what a list of them shows in ten variables. */
final class EngineHistory {

    private static final String INSTANCES = """
            insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_, END_TIME_,
                DURATION_, START_USER_ID_, START_ACT_ID_, END_ACT_ID_, ROOT_PROC_INST_ID_, STATE_)
            select 'h' || number, 'h' || number, number, 'release-lifecycle', d.id, registered_at, ended_at, 345600000, requester,
                   'registered', 'concluded', 'h' || number, case when ended_at is null then 'ACTIVE' else 'COMPLETED' end
              from release_record
             cross join (select max(ID_) id from ACT_RE_PROCDEF where KEY_ = 'release-lifecycle') d
             where number like 'REL-1_______' and right(number, 1) in ('0', '2', '4', '6', '8')""";

    private static final String VARIABLES = """
            insert into ACT_HI_VARINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, ROOT_PROC_INST_ID_, PROC_INST_ID_, EXECUTION_ID_,
                ACT_INST_ID_, NAME_, VAR_TYPE_, CREATE_TIME_, REV_, TEXT_, STATE_)
            select i.ID_ || v.name, i.PROC_DEF_KEY_, i.PROC_DEF_ID_, i.ID_, i.ID_, i.ID_, i.ID_, v.name, 'string', i.START_TIME_,
                   0, v.text, 'CREATED'
              from ACT_HI_PROCINST i
              join release_record r on r.number = i.BUSINESS_KEY_
             cross join lateral (values ('requester', r.requester), ('responsible', r.responsible),
                   ('executorGroup', r.executor_group), ('approverGroup', r.approver_group), ('status', r.status),
                   ('priority', r.priority::text), ('model', r.model), ('title', r.title), ('unit', r.contact_unit),
                   ('contact', r.contact_name)) v (name, text)
             where i.ID_ like 'hREL-1_______'""";

    /** Slipway drops them, since it never asks for variables in this way; whoever does has them. */
    private static final List<String> INDEXES_OF_THE_ENGINE = List.of(
            "create index if not exists ACT_IDX_HI_PROCVAR_NAME_TYPE on ACT_HI_VARINST (NAME_, VAR_TYPE_)",
            "create index if not exists ACT_IDX_HI_VAR_PI_NAME_TYPE on ACT_HI_VARINST (PROC_INST_ID_, NAME_, VAR_TYPE_)",
            "create index if not exists ACT_IDX_HI_VARINST_NAME on ACT_HI_VARINST (NAME_)");

    private EngineHistory() {}

    static void write(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            List<String> indexes = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("select indexname, indexdef from pg_indexes"
                    + " where tablename = 'act_hi_varinst' and indexname not like '%_pkey'")) {
                while (found.next()) {
                    indexes.add(found.getString(2));
                    indexes.add("drop index " + found.getString(1));
                }
            }
            for (int i = 1; i < indexes.size(); i += 2) {
                statement.execute(indexes.get(i));
            }
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute(INSTANCES);
            statement.execute(VARIABLES);
            for (int i = 0; i < indexes.size(); i += 2) {
                statement.execute(indexes.get(i));
            }
            for (String index : INDEXES_OF_THE_ENGINE) {
                statement.execute(index);
            }
            statement.execute("vacuum analyze ACT_HI_PROCINST");
            statement.execute("vacuum analyze ACT_HI_VARINST");
        }
    }
}
