--liquibase formatted sql

--changeset slipway:process-1
create table process_task_draft (
    task_id        varchar(64) not null primary key,
    release_number varchar(20) not null,
    person         varchar(64) not null,
    answers        varchar(250000) not null,
    saved_at       timestamp(6) with time zone not null
);

create index process_task_draft_by_release on process_task_draft (release_number);

--changeset slipway:process-history-indexes
-- Nothing asks the history of activities by these: a seventh of what the engine's history takes, written with every step.
drop index ACT_IDX_HI_ACT_INST_COMP;
drop index ACT_IDX_HI_AI_PDEFID_END_TIME;
drop index ACT_IDX_HI_ACT_INST_START_END;
drop index ACT_IDX_HI_ACT_INST_END;
drop index ACT_IDX_HI_ACT_INST_PROC_DEF_KEY;
drop index ACT_IDX_HI_ACT_INST_TENANT_ID;
drop index ACT_IDX_HI_TASKINSTID_PROCINST;
--rollback create index ACT_IDX_HI_TASKINSTID_PROCINST on ACT_HI_TASKINST (ID_, PROC_INST_ID_);
--rollback create index ACT_IDX_HI_ACT_INST_TENANT_ID on ACT_HI_ACTINST (TENANT_ID_);
--rollback create index ACT_IDX_HI_ACT_INST_PROC_DEF_KEY on ACT_HI_ACTINST (PROC_DEF_KEY_);
--rollback create index ACT_IDX_HI_ACT_INST_END on ACT_HI_ACTINST (END_TIME_);
--rollback create index ACT_IDX_HI_ACT_INST_START_END on ACT_HI_ACTINST (START_TIME_, END_TIME_);
--rollback create index ACT_IDX_HI_AI_PDEFID_END_TIME on ACT_HI_ACTINST (PROC_DEF_ID_, END_TIME_);
--rollback create index ACT_IDX_HI_ACT_INST_COMP on ACT_HI_ACTINST (EXECUTION_ID_, ACT_ID_, END_TIME_, ID_);

--changeset slipway:process-own-drafts
-- Each of those who may do a task writes a draft of his own.
create table process_own_draft (
    task_id        varchar(64) not null,
    person         varchar(64) not null,
    release_number varchar(20) not null,
    answers        varchar(250000) not null,
    saved_at       timestamp(6) with time zone not null,
    primary key (task_id, person)
);
insert into process_own_draft (task_id, person, release_number, answers, saved_at)
    select task_id, person, release_number, answers, saved_at from process_task_draft;
drop table process_task_draft;
alter table process_own_draft rename to process_task_draft;
create index process_task_draft_by_release on process_task_draft (release_number);

--changeset slipway:process-history-indexes-2
-- What is left is what cleaning up, the pages of Cockpit and our own questions ask by: root, instance, task, person, moment of removal.
-- Read with an instance or from a definition; the first is enough for finding the rows, which are few or all of them then.
create index process_steps_by_instance on ACT_HI_ACTINST (PROC_INST_ID_);
create index process_steps_by_definition on ACT_HI_ACTINST (PROC_DEF_ID_);
drop index ACT_IDX_HI_ACT_INST_STATS;
drop index ACT_IDX_HI_ACT_INST_PROCINST;
-- Values are read by their instance, their task or what they were of; never by name, moment or step.
drop index ACT_IDX_HI_DETAIL_VAR_INST_ID;
drop index ACT_IDX_HI_DETAIL_ACT_INST;
drop index ACT_IDX_HI_DETAIL_TIME;
drop index ACT_IDX_HI_DETAIL_NAME;
drop index ACT_IDX_HI_DETAIL_BYTEAR;
drop index ACT_IDX_HI_DETAIL_TASK_BYTEAR;
drop index ACT_IDX_HI_VAR_PI_NAME_TYPE;
drop index ACT_IDX_HI_PROCVAR_NAME_TYPE;
drop index ACT_IDX_HI_VARINST_NAME;
drop index ACT_IDX_HI_VARINST_ACT_INST_ID;
drop index ACT_IDX_HI_VARINST_BYTEAR;
-- Tasks and who held them are read by instance and by task, what people did by those, by person and by moment.
drop index ACT_IDX_HI_TASK_INST_START;
drop index ACT_IDX_HI_TASK_INST_END;
drop index ACT_IDX_HI_IDENT_LNK_TIMESTAMP;
drop index ACT_IDX_HI_IDENT_LNK_GROUP;
drop index ACT_IDX_HI_OP_LOG_PROCDEF;
drop index ACT_IDX_HI_OP_LOG_OP_TYPE;
drop index ACT_IDX_HI_OP_LOG_ENTITY_TYPE;
-- The other index of the same rows begins alike.
drop index ACT_IDX_HI_DEC_IN_CLAUSE;
-- Rules by their number, cases, tenants and requirements of decisions: there are none, or nobody asks.
drop index ACT_IDX_HI_DEC_OUT_RULE;
drop index ACT_IDX_HI_DETAIL_CASE_INST;
drop index ACT_IDX_HI_DETAIL_CASE_EXEC;
drop index ACT_IDX_HI_CASEVAR_CASE_INST;
drop index ACT_IDX_HI_DEC_INST_CI;
drop index ACT_IDX_HI_DEC_INST_REQ_ID;
drop index ACT_IDX_HI_DEC_INST_REQ_KEY;
drop index ACT_IDX_HI_DETAIL_TENANT_ID;
drop index ACT_IDX_HI_VAR_INST_TENANT_ID;
drop index ACT_IDX_HI_TASK_INST_TENANT_ID;
drop index ACT_IDX_HI_IDENT_LNK_TENANT_ID;
drop index ACT_IDX_HI_PRO_INST_TENANT_ID;
drop index ACT_IDX_HI_DEC_INST_TENANT_ID;
-- By the key of a model only its instances are looked for.
drop index ACT_IDX_HI_DETAIL_PROC_DEF_KEY;
drop index ACT_IDX_HI_VAR_INST_PROC_DEF_KEY;
drop index ACT_IDX_HI_TASK_INST_PROC_DEF_KEY;
drop index ACT_IDX_HI_IDENT_LNK_PROC_DEF_KEY;
--rollback create index ACT_IDX_HI_IDENT_LNK_PROC_DEF_KEY on ACT_HI_IDENTITYLINK (PROC_DEF_KEY_);
--rollback create index ACT_IDX_HI_TASK_INST_PROC_DEF_KEY on ACT_HI_TASKINST (PROC_DEF_KEY_);
--rollback create index ACT_IDX_HI_VAR_INST_PROC_DEF_KEY on ACT_HI_VARINST (PROC_DEF_KEY_);
--rollback create index ACT_IDX_HI_DETAIL_PROC_DEF_KEY on ACT_HI_DETAIL (PROC_DEF_KEY_);
--rollback create index ACT_IDX_HI_DEC_INST_TENANT_ID on ACT_HI_DECINST (TENANT_ID_);
--rollback create index ACT_IDX_HI_PRO_INST_TENANT_ID on ACT_HI_PROCINST (TENANT_ID_);
--rollback create index ACT_IDX_HI_IDENT_LNK_TENANT_ID on ACT_HI_IDENTITYLINK (TENANT_ID_);
--rollback create index ACT_IDX_HI_TASK_INST_TENANT_ID on ACT_HI_TASKINST (TENANT_ID_);
--rollback create index ACT_IDX_HI_VAR_INST_TENANT_ID on ACT_HI_VARINST (TENANT_ID_);
--rollback create index ACT_IDX_HI_DETAIL_TENANT_ID on ACT_HI_DETAIL (TENANT_ID_);
--rollback create index ACT_IDX_HI_DEC_INST_REQ_KEY on ACT_HI_DECINST (DEC_REQ_KEY_);
--rollback create index ACT_IDX_HI_DEC_INST_REQ_ID on ACT_HI_DECINST (DEC_REQ_ID_);
--rollback create index ACT_IDX_HI_DEC_INST_CI on ACT_HI_DECINST (CASE_INST_ID_);
--rollback create index ACT_IDX_HI_CASEVAR_CASE_INST on ACT_HI_VARINST (CASE_INST_ID_);
--rollback create index ACT_IDX_HI_DETAIL_CASE_EXEC on ACT_HI_DETAIL (CASE_EXECUTION_ID_);
--rollback create index ACT_IDX_HI_DETAIL_CASE_INST on ACT_HI_DETAIL (CASE_INST_ID_);
--rollback create index ACT_IDX_HI_DEC_OUT_RULE on ACT_HI_DEC_OUT (RULE_ORDER_, CLAUSE_ID_);
--rollback create index ACT_IDX_HI_DEC_IN_CLAUSE on ACT_HI_DEC_IN (DEC_INST_ID_, CLAUSE_ID_);
--rollback create index ACT_IDX_HI_OP_LOG_ENTITY_TYPE on ACT_HI_OP_LOG (ENTITY_TYPE_);
--rollback create index ACT_IDX_HI_OP_LOG_OP_TYPE on ACT_HI_OP_LOG (OPERATION_TYPE_);
--rollback create index ACT_IDX_HI_OP_LOG_PROCDEF on ACT_HI_OP_LOG (PROC_DEF_ID_);
--rollback create index ACT_IDX_HI_IDENT_LNK_GROUP on ACT_HI_IDENTITYLINK (GROUP_ID_);
--rollback create index ACT_IDX_HI_IDENT_LNK_TIMESTAMP on ACT_HI_IDENTITYLINK (TIMESTAMP_);
--rollback create index ACT_IDX_HI_TASK_INST_END on ACT_HI_TASKINST (END_TIME_);
--rollback create index ACT_IDX_HI_TASK_INST_START on ACT_HI_TASKINST (START_TIME_);
--rollback create index ACT_IDX_HI_VARINST_BYTEAR on ACT_HI_VARINST (BYTEARRAY_ID_);
--rollback create index ACT_IDX_HI_VARINST_ACT_INST_ID on ACT_HI_VARINST (ACT_INST_ID_);
--rollback create index ACT_IDX_HI_VARINST_NAME on ACT_HI_VARINST (NAME_);
--rollback create index ACT_IDX_HI_PROCVAR_NAME_TYPE on ACT_HI_VARINST (NAME_, VAR_TYPE_);
--rollback create index ACT_IDX_HI_VAR_PI_NAME_TYPE on ACT_HI_VARINST (PROC_INST_ID_, NAME_, VAR_TYPE_);
--rollback create index ACT_IDX_HI_DETAIL_TASK_BYTEAR on ACT_HI_DETAIL (BYTEARRAY_ID_, TASK_ID_);
--rollback create index ACT_IDX_HI_DETAIL_BYTEAR on ACT_HI_DETAIL (BYTEARRAY_ID_);
--rollback create index ACT_IDX_HI_DETAIL_NAME on ACT_HI_DETAIL (NAME_);
--rollback create index ACT_IDX_HI_DETAIL_TIME on ACT_HI_DETAIL (TIME_);
--rollback create index ACT_IDX_HI_DETAIL_ACT_INST on ACT_HI_DETAIL (ACT_INST_ID_);
--rollback create index ACT_IDX_HI_DETAIL_VAR_INST_ID on ACT_HI_DETAIL (VAR_INST_ID_);
--rollback create index ACT_IDX_HI_ACT_INST_PROCINST on ACT_HI_ACTINST (PROC_INST_ID_, ACT_ID_);
--rollback create index ACT_IDX_HI_ACT_INST_STATS on ACT_HI_ACTINST (PROC_DEF_ID_, PROC_INST_ID_, ACT_ID_, END_TIME_, ACT_INST_STATE_);
--rollback drop index process_steps_by_definition;
--rollback drop index process_steps_by_instance;

--changeset slipway:process-kept-runs dbms:h2
-- What the engine did for releases, compressed, from when it forgets it on.
create table process_kept_run (
    id             varchar(64)   not null primary key,
    release_number varchar(20)   not null,
    content        longvarbinary not null
);
create index process_kept_run_by_release on process_kept_run (release_number);
create table process_kept_model (
    id      varchar(64)   not null primary key,
    content longvarbinary not null
);
--rollback drop table process_kept_model; drop table process_kept_run;

--changeset slipway:process-kept-runs-postgresql dbms:postgresql
create table process_kept_run (
    id             varchar(64) not null primary key,
    release_number varchar(20) not null,
    content        bytea       not null
);
create index process_kept_run_by_release on process_kept_run (release_number);
create table process_kept_model (
    id      varchar(64) not null primary key,
    content bytea       not null
);
-- Compressed already.
alter table process_kept_run alter column content set storage external;
alter table process_kept_model alter column content set storage external;
--rollback drop table process_kept_model; drop table process_kept_run;
