--liquibase formatted sql

--changeset slipway:reporting-1
create table reporting_saved_search (
    id          uuid          not null primary key,
    person      varchar(64)   not null,
    search_name varchar(100)  not null,
    question    varchar(20000) not null,
    shared      boolean       not null,
    saved_at    timestamp(6) with time zone not null,
    constraint reporting_saved_search_once unique (person, search_name)
);
create index reporting_saved_search_by_sharing on reporting_saved_search (shared, search_name, id);
--rollback drop table reporting_saved_search;

--changeset slipway:reporting-2
-- One index for every filter and every order of the search; what is equal comes by number.
create index release_record_by_registrar on release_record (registrar, number);
create index release_record_by_responsible on release_record (responsible, number);
create index release_record_by_approver_group on release_record (approver_group, number);
create index release_record_by_contract on release_record (contract, number);
create index release_record_by_unit on release_record (contact_unit, number);
create index release_record_by_phase on release_record (phase, number);
create index release_record_by_cycle on release_record (cycle_number, number);
create index release_record_by_model on release_record (model, number);
create index release_record_by_planning on release_record (planning_start, number);
create index release_record_by_deployment on release_record (deployment_start, number);
create index release_occurrence_by_outcome on release_occurrence (status_after, at);
--rollback drop index release_occurrence_by_outcome; drop index release_record_by_deployment;
--rollback drop index release_record_by_planning; drop index release_record_by_model; drop index release_record_by_cycle;
--rollback drop index release_record_by_phase; drop index release_record_by_unit; drop index release_record_by_contract;
--rollback drop index release_record_by_approver_group; drop index release_record_by_responsible;
--rollback drop index release_record_by_registrar;

--changeset slipway:reporting-3
create table reporting_export (
    id         uuid         not null primary key,
    person     varchar(64)  not null,
    format     varchar(8)   not null,
    file_name  varchar(100) not null,
    state      varchar(16)  not null,
    started_at timestamp(6) with time zone not null,
    moved_at   timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    row_count  bigint       not null,
    all_rows   bigint       not null,
    byte_count bigint       not null,
    problem    varchar(64)
);
create index reporting_export_by_person on reporting_export (person, expires_at);
create index reporting_export_by_expiry on reporting_export (expires_at);
--rollback drop table reporting_export;

--changeset slipway:reporting-4 dbms:h2
create table reporting_export_piece (
    export_id uuid              not null,
    position  integer           not null,
    piece     varbinary(262144) not null,
    primary key (export_id, position),
    constraint reporting_export_piece_export foreign key (export_id) references reporting_export on delete cascade
);
--rollback drop table reporting_export_piece;

--changeset slipway:reporting-4-postgresql dbms:postgresql
create table reporting_export_piece (
    export_id uuid    not null,
    position  integer not null,
    piece     bytea   not null,
    primary key (export_id, position),
    constraint reporting_export_piece_export foreign key (export_id) references reporting_export on delete cascade
);
alter table reporting_export_piece alter column piece set storage external;
--rollback drop table reporting_export_piece;
