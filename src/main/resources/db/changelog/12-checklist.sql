--liquibase formatted sql

--changeset slipway:checklist-1
create table checklist_questionnaire (
    code     varchar(40) not null primary key,
    revision integer     not null,
    kind     varchar(24) not null,
    state    varchar(16) not null,
    edition  integer     not null
);
create table checklist_edition (
    id            uuid            not null primary key,
    questionnaire varchar(40)     not null,
    edition       integer         not null,
    definition    varchar(300000) not null,
    constraint checklist_edition_questionnaire foreign key (questionnaire) references checklist_questionnaire,
    constraint checklist_edition_once unique (questionnaire, edition)
);
create table checklist_assignment (
    id            uuid        not null primary key,
    questionnaire varchar(40) not null,
    model         varchar(64) not null,
    step          varchar(64) not null,
    constraint checklist_assignment_questionnaire foreign key (questionnaire) references checklist_questionnaire,
    constraint checklist_assignment_model foreign key (model) references portfolio_model,
    constraint checklist_assignment_once unique (model, step, questionnaire)
);
create index checklist_assignment_by_questionnaire on checklist_assignment (questionnaire, model, step);
create table checklist (
    id             uuid                        not null primary key,
    revision       integer                     not null,
    release_number varchar(20)                 not null,
    cycle_number   integer                     not null,
    questionnaire  varchar(40)                 not null,
    edition_id     uuid                        not null,
    step           varchar(64),
    state          varchar(24)                 not null,
    answers        varchar(300000),
    attached_by    varchar(64)                 not null,
    attached_at    timestamp(6) with time zone not null,
    answered_by    varchar(64),
    answered_at    timestamp(6) with time zone,
    confirmed_by   varchar(64),
    confirmed_at   timestamp(6) with time zone,
    constraint checklist_release foreign key (release_number) references release_record,
    constraint checklist_edition_asked foreign key (edition_id) references checklist_edition
);
create index checklist_by_release on checklist (release_number, attached_at, id);
create index checklist_by_edition on checklist (edition_id);
--rollback drop table checklist; drop table checklist_assignment; drop table checklist_edition; drop table checklist_questionnaire;
