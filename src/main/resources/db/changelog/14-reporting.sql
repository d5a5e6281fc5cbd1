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

--changeset slipway:reporting-5 dbms:postgresql
-- What has not ended is little beside what has, and lies at one end of every other index.
create index release_record_open on release_record (number) where ended_at is null;
create index release_record_open_by_opening on release_record (registered_at, number) where ended_at is null;
create index release_record_open_by_requester on release_record (requester, number) where ended_at is null;
create index release_record_open_by_status on release_record (status, number) where ended_at is null;
create index release_record_open_by_priority on release_record (priority, number) where ended_at is null;
create index release_record_open_by_executor_group on release_record (executor_group, number) where ended_at is null;
create index release_record_open_by_deadline on release_record (deadline, number) where ended_at is null;
create index release_record_open_by_planning on release_record (planning_start, number) where ended_at is null;
create index release_record_open_by_deployment on release_record (deployment_start, number) where ended_at is null;
--rollback drop index release_record_open_by_deployment; drop index release_record_open_by_planning;
--rollback drop index release_record_open_by_deadline; drop index release_record_open_by_executor_group;
--rollback drop index release_record_open_by_priority; drop index release_record_open_by_status;
--rollback drop index release_record_open_by_requester; drop index release_record_open_by_opening;
--rollback drop index release_record_open;

--changeset slipway:reporting-6 dbms:postgresql splitStatements:false
-- Text to look in, beside the record: every move of a release would enter its whole text into an index of the record again.
-- The hash, unlike a tree, does not tempt the planner to go through all texts in the order of their numbers.
create table reporting_text (
    number  varchar(20) not null,
    words   text        not null,
    contact text        not null
);
insert into reporting_text (number, words, contact)
select number, lower(number || chr(10) || title || chr(10) || description), lower(contact_name || chr(10) || contact_email)
  from release_record;
create index reporting_text_by_number on reporting_text using hash (number);

create function reporting_text_of_new() returns trigger language plpgsql as $$
begin
    insert into reporting_text (number, words, contact)
    values (new.number, lower(new.number || chr(10) || new.title || chr(10) || new.description),
            lower(new.contact_name || chr(10) || new.contact_email));
    return null;
end $$;
create function reporting_text_of_changed() returns trigger language plpgsql as $$
begin
    update reporting_text
       set words = lower(new.number || chr(10) || new.title || chr(10) || new.description),
           contact = lower(new.contact_name || chr(10) || new.contact_email)
     where number = new.number;
    return null;
end $$;
create trigger reporting_text_of_new after insert on release_record
    for each row execute function reporting_text_of_new();
create trigger reporting_text_of_changed after update on release_record
    for each row when (old.title <> new.title or old.description <> new.description
        or old.contact_name <> new.contact_name or old.contact_email <> new.contact_email)
    execute function reporting_text_of_changed();
--rollback drop trigger reporting_text_of_changed on release_record; drop trigger reporting_text_of_new on release_record;
--rollback drop function reporting_text_of_changed(); drop function reporting_text_of_new(); drop table reporting_text;

--changeset slipway:reporting-7 dbms:postgresql splitStatements:false
-- Whoever may create in the database may create this extension, if the server has it. Without it, text is found slowly.
do $$
begin
    create extension if not exists pg_trgm;
    create index reporting_text_by_words on reporting_text using gin (words gin_trgm_ops);
    create index reporting_text_by_contact on reporting_text using gin (contact gin_trgm_ops);
exception when insufficient_privilege or feature_not_supported or undefined_file then
    raise warning 'Text is looked for without an index: %', sqlerrm;
end $$;
--rollback drop index if exists reporting_text_by_contact; drop index if exists reporting_text_by_words;

--changeset slipway:reporting-8
create index release_occurrence_by_category on release_occurrence (category, at, id);
--rollback drop index release_occurrence_by_category;

--changeset slipway:reporting-9 dbms:postgresql
-- And what has ended begins, from the newest down, only behind all that has not.
create index release_record_ended on release_record (number) where ended_at is not null;
--rollback drop index release_record_ended;

--changeset slipway:reporting-10
create index release_record_by_location on release_record (contact_location, number);
--rollback drop index release_record_by_location;
