--liquibase formatted sql

--changeset slipway:audit-1
create table audit_entry (
    id             uuid         not null primary key,
    at             timestamp(6) with time zone not null,
    person         varchar(64)  not null,
    origin         varchar(60),
    origin_digest  varchar(64),
    kind           varchar(24)  not null,
    release_number varchar(20),
    subject        varchar(300) not null,
    detail         varchar(300000),
    position       bigint,
    hash           varchar(64)  not null,
    constraint audit_entry_once_sealed unique (position)
);
create index audit_entry_by_time on audit_entry (at, id);
create index audit_entry_by_person on audit_entry (person, at, id);
create index audit_entry_by_kind on audit_entry (kind, at, id);
create index audit_entry_by_release on audit_entry (release_number, at, id);

create table audit_seal (
    position       bigint      not null primary key,
    at             timestamp(6) with time zone not null,
    release_number varchar(20),
    first_line     integer,
    last_line      integer,
    entry_id       uuid,
    content_hash   varchar(64) not null,
    hash           varchar(64) not null
);
create index audit_seal_by_release on audit_seal (release_number, last_line);

-- The newest seal; whoever seals holds its row, so the chain never forks.
create table audit_head (
    id       integer     not null primary key,
    position bigint      not null,
    hash     varchar(64) not null
);
insert into audit_head (id, position, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
--rollback drop table audit_head; drop table audit_seal; drop table audit_entry;

--changeset slipway:audit-2
-- What stands for what an entry told, once that was erased.
alter table audit_entry add subject_digest varchar(64);
alter table audit_entry add detail_digest varchar(64);
--rollback alter table audit_entry drop column detail_digest; alter table audit_entry drop column subject_digest;

--changeset slipway:audit-retention
-- Whether the entry's period has passed, so that only its digests are left.
alter table audit_entry add faded boolean default false not null;
create index audit_entry_by_fading on audit_entry (faded, kind, at);
--rollback drop index audit_entry_by_fading; alter table audit_entry drop column faded;
