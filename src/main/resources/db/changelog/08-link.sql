--liquibase formatted sql

--changeset slipway:link-1
create table link_change (
    number       varchar(40)    not null primary key,
    title        varchar(200)   not null,
    status       varchar(20)    not null,
    url          varchar(500),
    backout_plan varchar(65000),
    lock_version integer        not null
);
create index link_change_by_status on link_change (status, number);

create table link_change_item (
    id            uuid         not null primary key,
    change_number varchar(40)  not null,
    item_key      varchar(200) not null,
    constraint link_change_item_change foreign key (change_number) references link_change (number),
    constraint link_change_item_item foreign key (item_key) references cmdb_item (item_key),
    constraint link_change_item_once unique (change_number, item_key)
);
create index link_change_item_by_item on link_change_item (item_key);
--rollback drop table link_change_item; drop table link_change;

--changeset slipway:link-2
create table link_release_change (
    id             uuid        not null primary key,
    release_number varchar(20) not null,
    change_number  varchar(40) not null,
    situation      varchar(16) not null,
    linked_at      timestamp(6) with time zone not null,
    linked_by      varchar(64) not null,
    constraint link_release_change_release foreign key (release_number) references release_record (number),
    constraint link_release_change_change foreign key (change_number) references link_change (number),
    constraint link_release_change_once unique (release_number, change_number)
);
create index link_release_change_by_change on link_release_change (change_number);

create table link_release_item (
    id             uuid         not null primary key,
    release_number varchar(20)  not null,
    item_key       varchar(200) not null,
    by_hand        boolean      not null,
    linked_at      timestamp(6) with time zone not null,
    linked_by      varchar(64)  not null,
    constraint link_release_item_release foreign key (release_number) references release_record (number),
    constraint link_release_item_item foreign key (item_key) references cmdb_item (item_key),
    constraint link_release_item_once unique (release_number, item_key)
);
create index link_release_item_by_item on link_release_item (item_key);

create table link_release_item_source (
    id             uuid         not null primary key,
    release_number varchar(20)  not null,
    item_key       varchar(200) not null,
    change_number  varchar(40)  not null,
    constraint link_release_item_source_item foreign key (release_number, item_key)
        references link_release_item (release_number, item_key) on delete cascade,
    constraint link_release_item_source_change foreign key (release_number, change_number)
        references link_release_change (release_number, change_number) on delete cascade,
    constraint link_release_item_source_once unique (release_number, item_key, change_number)
);
create index link_release_item_source_by_change on link_release_item_source (release_number, change_number);
--rollback drop table link_release_item_source; drop table link_release_item; drop table link_release_change;

--changeset slipway:link-3
-- What the approvers of a plan had before them, and how far it has been compared with the CMDB since.
create table link_impact_snapshot (
    id               uuid            not null primary key,
    release_number   varchar(20)     not null,
    cycle            integer         not null,
    taken_at         timestamp(6) with time zone not null,
    taken_by         varchar(64)     not null,
    reach            varchar(1000000) not null,
    told_fingerprint varchar(64)     not null,
    checked_version  bigint          not null,
    lock_version     integer         not null,
    constraint link_impact_snapshot_release foreign key (release_number) references release_record (number)
);
create index link_impact_snapshot_by_release on link_impact_snapshot (release_number, taken_at);
create index link_impact_snapshot_by_version on link_impact_snapshot (checked_version);
--rollback drop table link_impact_snapshot;

--changeset slipway:link-records
create table link_record (
    id                  uuid         not null primary key,
    kind                varchar(16)  not null,
    number              varchar(40)  not null,
    title               varchar(200) not null,
    status              varchar(40)  not null,
    url                 varchar(500),
    product_description varchar(500),
    project             varchar(200),
    cost_centre_code    varchar(40),
    cost_centre_name    varchar(200),
    item_status         varchar(32),
    lock_version        integer      not null,
    constraint link_record_once unique (kind, number)
);
create index link_record_by_status on link_record (kind, status, number);

create table link_release_record (
    id             uuid        not null primary key,
    release_number varchar(20) not null,
    kind           varchar(16) not null,
    record_number  varchar(40) not null,
    linked_at      timestamp(6) with time zone not null,
    linked_by      varchar(64) not null,
    constraint link_release_record_release foreign key (release_number) references release_record (number),
    constraint link_release_record_record foreign key (kind, record_number) references link_record (kind, number),
    constraint link_release_record_once unique (release_number, kind, record_number)
);
create index link_release_record_by_record on link_release_record (kind, record_number);
--rollback drop table link_release_record; drop table link_record;

--changeset slipway:link-media
create table link_media (
    id                 uuid         not null primary key,
    media_key          varchar(60)  not null,
    name               varchar(200) not null,
    media_version      varchar(40),
    physical_address   varchar(500) not null,
    logical_address    varchar(500),
    media_type         varchar(60)  not null,
    software_type      varchar(60),
    licence_type       varchar(60),
    sha256             varchar(64),
    hash_set_by        varchar(64),
    hash_set_at        timestamp(6) with time zone,
    homologated_sha256 varchar(64),
    homologated_by     varchar(64),
    homologated_at     timestamp(6) with time zone,
    supplier           varchar(200),
    obtained_from      varchar(500),
    built_from         varchar(500),
    end_date           date,
    lock_version       integer      not null,
    constraint link_media_once unique (media_key)
);

create table link_media_key (
    media_id    uuid         not null,
    licence_key varchar(500) not null,
    permissions integer      not null,
    constraint link_media_key_media foreign key (media_id) references link_media (id),
    constraint link_media_key_once unique (media_id, licence_key)
);

create table link_media_knowledge (
    media_id      uuid        not null,
    kind          varchar(16) default 'KNOWLEDGE' not null,
    record_number varchar(40) not null,
    constraint link_media_knowledge_media foreign key (media_id) references link_media (id),
    constraint link_media_knowledge_record foreign key (kind, record_number) references link_record (kind, number),
    constraint link_media_knowledge_once unique (media_id, record_number)
);
create index link_media_knowledge_by_record on link_media_knowledge (kind, record_number);

create table link_release_media (
    id             uuid        not null primary key,
    release_number varchar(20) not null,
    media_id       uuid        not null,
    linked_at      timestamp(6) with time zone not null,
    linked_by      varchar(64) not null,
    constraint link_release_media_release foreign key (release_number) references release_record (number),
    constraint link_release_media_media foreign key (media_id) references link_media (id),
    constraint link_release_media_once unique (release_number, media_id)
);
create index link_release_media_by_media on link_release_media (media_id);
--rollback drop table link_release_media; drop table link_media_knowledge; drop table link_media_key; drop table link_media;

--changeset slipway:link-notices
create table link_notice (
    id             uuid         not null primary key,
    release_number varchar(20)  not null,
    title          varchar(200) not null,
    valid_from     timestamp(6) with time zone not null,
    valid_to       timestamp(6) with time zone,
    audience       varchar(200),
    constraint link_notice_release foreign key (release_number) references release_record (number),
    constraint link_notice_once unique (release_number, title, valid_from)
);
--rollback drop table link_notice;

--changeset slipway:link-situations
create table link_situation (
    situation_key varchar(60) not null primary key,
    name          varchar(60) not null,
    lookup        varchar(60) not null,
    active        boolean     not null,
    lock_version  integer     not null,
    constraint link_situation_once unique (lookup)
);
insert into link_situation (situation_key, name, lookup, active, lock_version) values
    ('IN_EXECUTION', 'In execution', 'in execution', true, 0),
    ('SOLVED', 'Solved', 'solved', true, 0),
    ('NOT_SOLVED', 'Not solved', 'not solved', true, 0),
    ('CANCELLED', 'Cancelled', 'cancelled', true, 0);
alter table link_release_change alter column situation set data type varchar(60);
alter table link_change add backout_plan_url varchar(500);
alter table link_change add backout_plan_version varchar(40);
--rollback alter table link_change drop column backout_plan_version; alter table link_change drop column backout_plan_url; drop table link_situation;
