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
