--liquibase formatted sql

--changeset slipway:cmdb-1
create table cmdb_item (
    id                    uuid           not null primary key,
    item_key              varchar(200)   not null,
    name                  varchar(200)   not null,
    item_class            varchar(60)    not null,
    item_group            varchar(30),
    status                varchar(20)    not null,
    criticality           varchar(10),
    owner                 varchar(200),
    environment           varchar(60),
    site                  varchar(60),
    description           varchar(4000),
    product_version       varchar(60),
    attributes            varchar(200000) not null,
    end_date              date,
    created_at            timestamp(6) with time zone not null,
    last_origin           varchar(20)    not null,
    last_origin_reference varchar(60),
    revision              integer        not null,
    lock_version          integer        not null,
    constraint cmdb_item_key_once unique (item_key)
);
create index cmdb_item_by_class on cmdb_item (item_class, item_key);
create index cmdb_item_by_status on cmdb_item (status, item_key);
create index cmdb_item_by_group on cmdb_item (item_group, item_key);
create index cmdb_item_by_environment on cmdb_item (environment, item_key);
--rollback drop table cmdb_item;

--changeset slipway:cmdb-2
create table cmdb_version (
    id               uuid            not null primary key,
    item_id          uuid            not null,
    revision         integer         not null,
    number           varchar(12)     not null,
    origin           varchar(20)     not null,
    origin_reference varchar(60),
    made_at          timestamp(6) with time zone not null,
    made_by          varchar(64)     not null,
    state            varchar(200000) not null,
    constraint cmdb_version_of_item foreign key (item_id) references cmdb_item (id),
    constraint cmdb_version_once unique (item_id, revision)
);
create index cmdb_version_by_origin on cmdb_version (origin_reference);
--rollback drop table cmdb_version;

--changeset slipway:cmdb-3
create table cmdb_relationship (
    id      uuid        not null primary key,
    from_id uuid        not null,
    to_id   uuid        not null,
    type    varchar(60) not null,
    constraint cmdb_relationship_from foreign key (from_id) references cmdb_item (id),
    constraint cmdb_relationship_to foreign key (to_id) references cmdb_item (id),
    constraint cmdb_relationship_once unique (from_id, to_id, type)
);
create index cmdb_relationship_by_to on cmdb_relationship (to_id);
--rollback drop table cmdb_relationship;

--changeset slipway:cmdb-4
create table cmdb_baseline (
    id       uuid         not null primary key,
    name     varchar(100) not null,
    taken_at timestamp(6) with time zone not null,
    taken_by varchar(64)  not null,
    constraint cmdb_baseline_once unique (name)
);
create table cmdb_baseline_entry (
    id          uuid not null primary key,
    baseline_id uuid not null,
    item_id     uuid not null,
    version_id  uuid not null,
    constraint cmdb_baseline_entry_of foreign key (baseline_id) references cmdb_baseline (id),
    constraint cmdb_baseline_entry_item foreign key (item_id) references cmdb_item (id),
    constraint cmdb_baseline_entry_version foreign key (version_id) references cmdb_version (id),
    constraint cmdb_baseline_entry_once unique (baseline_id, item_id)
);
create index cmdb_baseline_entry_by_item on cmdb_baseline_entry (item_id);
create index cmdb_baseline_entry_by_version on cmdb_baseline_entry (version_id);
--rollback drop table cmdb_baseline_entry; drop table cmdb_baseline;

--changeset slipway:cmdb-5
-- How much of what an item needs must remain, by relationship type: runs_on=50%;has_member=2
alter table cmdb_item add column redundancy varchar(2000);
--rollback alter table cmdb_item drop column redundancy;

--changeset slipway:cmdb-6
create table cmdb_relationship_type (
    code         varchar(60)   not null primary key,
    description  varchar(1000),
    level        varchar(10)   not null,
    impact_rule  varchar(20)   not null,
    redundancy   varchar(20),
    acyclic      boolean       not null,
    status       varchar(10)   not null,
    lock_version integer       not null
);
insert into cmdb_relationship_type (code, level, impact_rule, redundancy, acyclic, status, lock_version) values
    ('depends_on', 'UPPER', 'ANY_LOST', null, false, 'ACTIVE', 0),
    ('runs_on', 'UPPER', 'ANY_LOST', null, false, 'ACTIVE', 0),
    ('has_member', 'UPPER', 'TOO_FEW_LEFT', '1', false, 'ACTIVE', 0),
    ('located_in', 'UPPER', 'ANY_LOST', null, true, 'ACTIVE', 0),
    ('part_of', 'LOWER', 'ANY_LOST', null, true, 'ACTIVE', 0),
    ('connected_to', 'SAME', 'ANY_LOST', null, false, 'ACTIVE', 0),
    ('describes', 'SAME', 'NEVER', null, false, 'ACTIVE', 0);
insert into cmdb_relationship_type (code, level, impact_rule, redundancy, acyclic, status, lock_version)
    select distinct type, 'UPPER', 'ANY_LOST', cast(null as varchar(20)), false, 'ACTIVE', 0 from cmdb_relationship
     where type not in (select code from cmdb_relationship_type);
--rollback drop table cmdb_relationship_type;

--changeset slipway:cmdb-7
-- One row, counted up by whoever changes what the graph of items and relationships looks like.
create table cmdb_graph (version bigint not null);
insert into cmdb_graph (version) values (0);
--rollback drop table cmdb_graph;

--changeset slipway:cmdb-8
create table cmdb_class (
    code         varchar(60)   not null primary key,
    parent_code  varchar(60),
    name_en      varchar(100),
    name_es      varchar(100),
    name_pt      varchar(100),
    description  varchar(1000),
    lock_version integer       not null,
    constraint cmdb_class_parent foreign key (parent_code) references cmdb_class (code)
);
create index cmdb_class_by_parent on cmdb_class (parent_code);
create table cmdb_class_attribute (
    class_code varchar(60)   not null,
    position   integer       not null,
    name       varchar(100)  not null,
    type       varchar(10)   not null,
    required   boolean       not null,
    choices    varchar(4000),
    primary key (class_code, position),
    constraint cmdb_class_attribute_class foreign key (class_code) references cmdb_class (code),
    constraint cmdb_class_attribute_once unique (class_code, name)
);
insert into cmdb_class (code, parent_code, name_en, name_es, name_pt, lock_version) values
    ('Hardware', null, 'Hardware', 'Hardware', 'Hardware', 0),
    ('Software', null, 'Software', 'Software', 'Software', 0),
    ('Service', null, 'Service', 'Servicio', 'Serviço', 0),
    ('Documentation', null, 'Documentation', 'Documentación', 'Documentação', 0),
    ('Location', null, 'Location', 'Ubicación', 'Localidade', 0),
    ('Unclassified', null, 'Unclassified', 'Sin clasificar', 'Sem classificação', 0);
insert into cmdb_class (code, parent_code, name_en, name_es, name_pt, lock_version) values
    ('Host', 'Hardware', 'Host', 'Servidor', 'Servidor', 0),
    ('NetworkDevice', 'Hardware', 'Network device', 'Dispositivo de red', 'Dispositivo de rede', 0),
    ('StorageDevice', 'Hardware', 'Storage device', 'Dispositivo de almacenamiento', 'Dispositivo de armazenamento', 0),
    ('Peripheral', 'Hardware', 'Peripheral', 'Periférico', 'Periférico', 0),
    ('DataCenter', 'Location', 'Data centre', 'Centro de datos', 'Centro de dados', 0),
    ('Application', 'Software', 'Application', 'Aplicación', 'Aplicação', 0),
    ('Database', 'Software', 'Database', 'Base de datos', 'Banco de dados', 0),
    ('Component', 'Software', 'Component', 'Componente', 'Componente', 0),
    ('Cluster', 'Software', 'Cluster', 'Clúster', 'Cluster', 0),
    ('BusinessService', 'Service', 'Business service', 'Servicio de negocio', 'Serviço de negócio', 0),
    ('TechnicalService', 'Service', 'Technical service', 'Servicio técnico', 'Serviço técnico', 0),
    ('Manual', 'Documentation', 'Manual', 'Manual', 'Manual', 0),
    ('Procedure', 'Documentation', 'Procedure', 'Procedimiento', 'Procedimento', 0);
insert into cmdb_class_attribute (class_code, position, name, type, required, choices) values
    ('Hardware', 0, 'manufacturer', 'TEXT', false, null),
    ('Hardware', 1, 'model', 'TEXT', false, null),
    ('Hardware', 2, 'serialNumber', 'TEXT', false, null),
    ('Hardware', 3, 'warrantyUntil', 'DATE', false, null),
    ('Host', 0, 'address', 'TEXT', false, null),
    ('Host', 1, 'processors', 'NUMBER', false, null),
    ('Host', 2, 'memoryGigabytes', 'NUMBER', false, null),
    ('Software', 0, 'vendor', 'TEXT', false, null),
    ('Software', 1, 'repository', 'TEXT', false, null),
    ('Software', 2, 'supportedUntil', 'DATE', false, null),
    ('Service', 0, 'supportHours', 'TEXT', false, null),
    ('Service', 1, 'downtimeCostPerHour', 'NUMBER', false, null),
    ('Documentation', 0, 'author', 'TEXT', false, null),
    ('Documentation', 1, 'reviewedOn', 'DATE', false, null);
insert into cmdb_class (code, parent_code, lock_version)
    select distinct item_class, cast(null as varchar(60)), 0 from cmdb_item
     where item_class not in (select code from cmdb_class);
--rollback drop table cmdb_class_attribute; drop table cmdb_class;

--changeset slipway:cmdb-9
-- Baselines that people take stay after they are restored; those of releases serve once.
alter table cmdb_baseline add column by_hand boolean default false not null;
create index cmdb_baseline_by_hand on cmdb_baseline (by_hand, name);
--rollback alter table cmdb_baseline drop column by_hand;

--changeset slipway:cmdb-10
-- Which synchronised source an item or a relationship belongs to: what that source no longer has is retired.
alter table cmdb_item add column source varchar(60);
create index cmdb_item_by_source on cmdb_item (source, item_key);
alter table cmdb_relationship add column source varchar(60);
create index cmdb_relationship_by_source on cmdb_relationship (source, id);
--rollback alter table cmdb_item drop column source; alter table cmdb_relationship drop column source;

--changeset slipway:cmdb-11
create table cmdb_import (
    id          uuid            not null primary key,
    files       varchar(1000)   not null,
    dry_run     boolean         not null,
    state       varchar(20)     not null,
    started_at  timestamp(6) with time zone not null,
    started_by  varchar(64)     not null,
    moved_at    timestamp(6) with time zone not null,
    row_count   bigint          not null,
    read_bytes  bigint          not null,
    all_bytes   bigint          not null,
    outcome     varchar(200000)
);
create index cmdb_import_by_start on cmdb_import (started_at, id);
--rollback drop table cmdb_import;
