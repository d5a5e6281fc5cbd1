--liquibase formatted sql

--changeset slipway:release-1
create sequence release_number start with 1 increment by 1;

create table release_record (
    number                   varchar(20)   not null primary key,
    revision                 integer       not null,
    title                    varchar(100)  not null,
    description              varchar(65000) not null,
    product_version          varchar(25),
    model                    varchar(64)   not null,
    contract                 varchar(64)   not null,
    requester                varchar(64)   not null,
    registrar                varchar(64)   not null,
    owner                    varchar(64)   not null,
    responsible              varchar(64),
    executor_group           varchar(64)   not null,
    level_one_group          varchar(64)   not null,
    approver_group           varchar(64)   not null,
    contact_name             varchar(70)   not null,
    contact_email            varchar(120)  not null,
    contact_phone            varchar(20),
    contact_extension        varchar(4),
    contact_unit             varchar(64),
    contact_location         varchar(64),
    contact_note             varchar(65000),
    impact                   varchar(6)    not null,
    urgency                  varchar(6)    not null,
    risk                     varchar(6)    not null,
    kind                     varchar(16)   not null,
    priority                 integer       not null,
    status                   varchar(16)   not null,
    status_before_suspension varchar(16),
    phase                    varchar(16)   not null,
    planning_start           timestamp(6) with time zone not null,
    planning_end             timestamp(6) with time zone not null,
    deployment_start         timestamp(6) with time zone not null,
    deployment_end           timestamp(6) with time zone not null,
    notify_on_creation       boolean       not null,
    notify_on_closing        boolean       not null,
    notify_on_other_actions  boolean       not null,
    closure_text             varchar(65000),
    solution_category        varchar(100),
    release_date             date,
    calendar                 varchar(64)   not null,
    clock_start              timestamp(6) with time zone not null,
    clock_running_since      timestamp(6) with time zone,
    suspended_at             timestamp(6) with time zone,
    reactivated_at           timestamp(6) with time zone,
    ended_at                 timestamp(6) with time zone,
    captured_at              timestamp(6) with time zone,
    deadline                 timestamp(6) with time zone not null,
    term_minutes             bigint        not null,
    elapsed_seconds          bigint        not null,
    suspended_seconds        bigint        not null,
    capture_minutes          bigint,
    registered_at            timestamp(6) with time zone not null,
    cycle_number             integer       not null,
    process_instance         varchar(64),
    planned_at               timestamp(6) with time zone,
    approved_by              varchar(64),
    approved_at              timestamp(6) with time zone,
    deployed_at              timestamp(6) with time zone,
    cancelling               boolean       not null,
    occurrence_count         integer       not null,
    last_hash                varchar(64)
);

create index release_record_by_status on release_record (status, number);
create index release_record_by_priority on release_record (priority, number);
create index release_record_by_requester on release_record (requester, number);
create index release_record_by_executor_group on release_record (executor_group, number);
create index release_record_by_opening on release_record (registered_at, number);
create index release_record_by_end on release_record (ended_at, number);
create index release_record_by_deadline on release_record (deadline, number);

create table release_occurrence (
    id              uuid          not null primary key,
    release_number  varchar(20)   not null references release_record (number),
    sequence_number integer       not null,
    cycle_number    integer       not null,
    at              timestamp(6) with time zone not null,
    person          varchar(64)   not null,
    category        varchar(24)   not null,
    task            varchar(64),
    status_before   varchar(16),
    status_after    varchar(16),
    decision        varchar(32),
    occurrence_text varchar(300000),
    minutes_spent   integer,
    previous_hash   varchar(64),
    hash            varchar(64)   not null,
    constraint release_occurrence_in_order unique (release_number, sequence_number)
);

create table release_approval (
    id             uuid         not null primary key,
    release_number varchar(20)  not null references release_record (number),
    cycle_number   integer      not null,
    person         varchar(64)  not null,
    at             timestamp(6) with time zone not null,
    decision       varchar(16)  not null,
    observations   varchar(65000),
    justification  varchar(200)
);

create index release_approval_by_release on release_approval (release_number, at);

create table release_follower (
    id             uuid        not null primary key,
    release_number varchar(20) not null references release_record (number),
    person         varchar(64) not null,
    constraint release_follower_once unique (release_number, person)
);

create table release_solution_category (
    name        varchar(100) not null primary key,
    parent_name varchar(100) references release_solution_category (name)
);

insert into release_solution_category (name) values
    ('Deployed as planned'), ('Deployed with deviations'), ('Deployed partially'), ('Withdrawn');

--changeset slipway:release-2
alter table release_record add condition_count integer default 0 not null;
--rollback alter table release_record drop column condition_count;

--changeset slipway:release-3
alter table release_record add model_version integer;
alter table release_record add planning_process varchar(100);
alter table release_record add planning_version integer;
alter table release_record add deployment_process varchar(100);
alter table release_record add deployment_version integer;
--rollback alter table release_record drop column deployment_version; alter table release_record drop column deployment_process;
--rollback alter table release_record drop column planning_version; alter table release_record drop column planning_process;
--rollback alter table release_record drop column model_version;

--changeset slipway:release-4
create index release_follower_by_person on release_follower (person, release_number);
--rollback drop index release_follower_by_person;

--changeset slipway:release-5
alter table release_solution_category add id uuid;
alter table release_solution_category add active boolean default true not null;
create index release_solution_category_by_parent on release_solution_category (parent_name);
create index release_record_by_solution_category on release_record (solution_category);
--rollback drop index release_record_by_solution_category; drop index release_solution_category_by_parent;
--rollback alter table release_solution_category drop column active; alter table release_solution_category drop column id;

--changeset slipway:release-6 dbms:h2
update release_solution_category set id = random_uuid();
--rollback empty

--changeset slipway:release-6-postgresql dbms:postgresql
update release_solution_category set id = gen_random_uuid();
--rollback empty

--changeset slipway:release-7
alter table release_solution_category alter column id set not null;
alter table release_solution_category add constraint release_solution_category_once unique (id);
--rollback alter table release_solution_category drop constraint release_solution_category_once;
--rollback alter table release_solution_category alter column id drop not null;

--changeset slipway:release-8
-- Lines hashed by an earlier rule cannot be proved by this one; there has been no version of the product that wrote them.
alter table release_occurrence add origin varchar(60);
alter table release_occurrence add origin_digest varchar(64);
alter table release_occurrence add text_digest varchar(64);
alter table release_record add sealed_count integer default 0 not null;
create index release_occurrence_by_time on release_occurrence (at, id);
create index release_occurrence_by_person on release_occurrence (person, at);
--rollback drop index release_occurrence_by_person; drop index release_occurrence_by_time;
--rollback alter table release_record drop column sealed_count;
--rollback alter table release_occurrence drop column text_digest; alter table release_occurrence drop column origin_digest;
--rollback alter table release_occurrence drop column origin;

--changeset slipway:release-8-h2 dbms:h2
alter table release_record add unsealed boolean generated always as (occurrence_count > sealed_count);
create index release_record_unsealed on release_record (unsealed, number);
--rollback drop index release_record_unsealed; alter table release_record drop column unsealed;

--changeset slipway:release-8-postgresql dbms:postgresql
alter table release_record add unsealed boolean generated always as (occurrence_count > sealed_count) stored;
create index release_record_unsealed on release_record (number) where unsealed;
--rollback drop index release_record_unsealed; alter table release_record drop column unsealed;

--changeset slipway:release-9
-- Under legal hold: since when, by whom and why.
alter table release_record add held_since timestamp(6) with time zone;
alter table release_record add held_by varchar(64);
alter table release_record add hold_reason varchar(1000);
--rollback alter table release_record drop column hold_reason; alter table release_record drop column held_by;
--rollback alter table release_record drop column held_since;

--changeset slipway:release-9-h2 dbms:h2
create index release_record_held on release_record (held_since, number);
--rollback drop index release_record_held;

--changeset slipway:release-9-postgresql dbms:postgresql
create index release_record_held on release_record (number) where held_since is not null;
--rollback drop index release_record_held;
