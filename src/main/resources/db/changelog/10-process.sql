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
