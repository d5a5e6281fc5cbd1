--liquibase formatted sql

--changeset slipway:planning-1
create table planning_activity (
    id                uuid                        not null primary key,
    version           bigint                      not null,
    release_number    varchar(20)                 not null,
    cycle_number      integer                     not null,
    phase             varchar(16)                 not null,
    title             varchar(100)                not null,
    description       varchar(4000),
    group_id          varchar(64)                 not null,
    assignee          varchar(64),
    due               timestamp(6) with time zone not null,
    estimated_minutes integer                     not null,
    state             varchar(16)                 not null,
    created_by        varchar(64)                 not null,
    created_at        timestamp(6) with time zone not null,
    finished_by       varchar(64),
    finished_at       timestamp(6) with time zone,
    minutes_spent     integer,
    execution_record  varchar(65000),
    constraint planning_activity_release foreign key (release_number) references release_record
);
create index planning_activity_by_release on planning_activity (release_number, created_at, id);
create table planning_backout_step (
    id               uuid          not null primary key,
    version          bigint        not null,
    release_number   varchar(20)   not null,
    position         integer       not null,
    description      varchar(1000) not null,
    replaced         boolean       not null,
    done_at          timestamp(6) with time zone,
    done_by          varchar(64),
    done_in_cycle    integer,
    execution_record varchar(65000),
    constraint planning_backout_step_release foreign key (release_number) references release_record
);
create index planning_backout_step_by_release on planning_backout_step (release_number, position);
create table planning_role (
    id             uuid         not null primary key,
    release_number varchar(20)  not null,
    person         varchar(64)  not null,
    role_name      varchar(200) not null,
    constraint planning_role_once unique (release_number, person, role_name),
    constraint planning_role_release foreign key (release_number) references release_record
);
--rollback drop table planning_role; drop table planning_backout_step; drop table planning_activity;
