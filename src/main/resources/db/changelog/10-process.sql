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
