--liquibase formatted sql

--changeset slipway:access-1
create table access_right (
    id        uuid         not null primary key,
    group_id  varchar(64)  not null,
    operation varchar(32)  not null,
    model     varchar(64)  not null,
    constraint access_right_once unique (group_id, operation, model)
);
--rollback drop table access_right;

--changeset slipway:access-2
insert into access_right (id, group_id, operation, model) values
    ('9dff2cd2-4135-5ade-bc54-2b5c30508088', 'requesters', 'REGISTER', '*'),
    ('2818d238-c951-52fa-83e3-7a46d0b97a46', 'operations', 'CREATE', '*'),
    ('1318f421-90fe-5052-b852-0677f8babcfd', 'operations', 'EXECUTE', '*'),
    ('8ee6e45b-6b47-5d87-99cd-56bfb5cd3040', 'operations', 'DELEGATE', '*'),
    ('e8543946-8422-514e-95a8-6db38ca6ccdc', 'operations', 'PLAN_ACTIVITY', '*'),
    ('9ed6066d-0d8b-50a4-babf-26e14579d5f2', 'operations', 'MANAGE_CMDB', '*'),
    ('bdbaa678-1c9a-5e8a-8bd3-638d5b6bbc5c', 'operations', 'MANAGE_CHANGES', '*'),
    ('bd185d01-de37-5e0b-872d-97cd8b6b9a69', 'approvers', 'APPROVE', '*'),
    ('047d09fc-02aa-53fc-9f08-6f8d316b96d2', 'release-managers', 'REGISTER', '*'),
    ('5a9fc74f-c664-5a79-88c4-c87853ebcfe8', 'release-managers', 'CREATE', '*'),
    ('33a7b1ed-a85d-5c8b-bdf9-a8f834d27709', 'release-managers', 'EDIT', '*'),
    ('fae3ea38-27d5-5d73-9a0c-cd7e6bc06898', 'release-managers', 'EXECUTE', '*'),
    ('5af2ffe1-e99f-5cbb-8e48-50a4a9598060', 'release-managers', 'APPROVE', '*'),
    ('1bf2209b-fc1d-5e58-8f6c-3fdcc1a00c53', 'release-managers', 'DELEGATE', '*'),
    ('681ba85a-cd91-5b5a-b472-0bbcfe037567', 'release-managers', 'SUSPEND', '*'),
    ('c6f9200c-8165-55b9-a39c-f2703184dd1e', 'release-managers', 'REACTIVATE', '*'),
    ('9a848e3f-8194-53b3-a74a-9af6fe464739', 'release-managers', 'CANCEL', '*'),
    ('9bbdd069-7648-57e8-b6ba-32e8ea482bca', 'release-managers', 'REOPEN', '*'),
    ('16df1be0-e5a9-5ac4-a07d-ec08653e78d3', 'release-managers', 'START_EARLY', '*'),
    ('e0f35e3c-04f9-5ff9-99d6-6e394b125e24', 'release-managers', 'PLAN_ACTIVITY', '*'),
    ('71d98cb8-ae51-5fa6-bde3-6e3700510525', 'release-managers', 'MANAGE_CMDB', '*'),
    ('a20f32c8-84c7-5d49-a0bc-e9bc47bdfd64', 'release-managers', 'MANAGE_CHANGES', '*'),
    ('fa433843-3b8c-5e88-ab87-467cde788b4d', 'release-managers', 'MANAGE_REGISTRIES', '*'),
    ('6df31ed5-eeef-5ddb-ba1d-ae8f5b657fe9', 'camunda-admin', 'REGISTER', '*'),
    ('def6440a-9893-58e6-9796-38a5aa2a72d1', 'camunda-admin', 'EDIT', '*'),
    ('497aaae3-4c8d-526e-8d85-912b75047bc2', 'camunda-admin', 'DELEGATE', '*'),
    ('356748f6-2304-5ff1-b08d-be3ad6306057', 'camunda-admin', 'SUSPEND', '*'),
    ('4c009f34-20dd-591c-a9df-b4960608fd3f', 'camunda-admin', 'REACTIVATE', '*'),
    ('6e9cfbe2-c574-508b-92b5-444558263943', 'camunda-admin', 'CANCEL', '*'),
    ('548ddf6e-7adf-5fe5-9237-8c2bb2c62530', 'camunda-admin', 'REOPEN', '*'),
    ('2e7aadca-8327-53b2-be8c-73473df7968a', 'camunda-admin', 'START_EARLY', '*'),
    ('2306048f-2d19-5b78-9b68-7b400558fbd1', 'camunda-admin', 'PLAN_ACTIVITY', '*'),
    ('0fabfc74-04b7-5054-9015-1cacbbcc078d', 'camunda-admin', 'MANAGE_CMDB', '*'),
    ('3ba91c15-1c31-50fe-99a3-3054845b7ea8', 'camunda-admin', 'MANAGE_CHANGES', '*'),
    ('a7dff7ac-1a66-59f5-8171-a713b662ad68', 'camunda-admin', 'MANAGE_REGISTRIES', '*');
--rollback delete from access_right;

--changeset slipway:access-3
insert into access_right (id, group_id, operation, model) values
    ('5b0a3f0e-6f8e-5c5e-9a55-0d2f0f6c1a01', 'operations', 'MANAGE_MEDIA', '*'),
    ('5b0a3f0e-6f8e-5c5e-9a55-0d2f0f6c1a02', 'release-managers', 'MANAGE_MEDIA', '*'),
    ('5b0a3f0e-6f8e-5c5e-9a55-0d2f0f6c1a03', 'camunda-admin', 'MANAGE_MEDIA', '*');
--rollback delete from access_right where operation = 'MANAGE_MEDIA';

--changeset slipway:access-4
insert into access_right (id, group_id, operation, model) values
    ('5b0a3f0e-6f8e-5c5e-9a55-0d2f0f6c1a04', 'camunda-admin', 'MANAGE_RIGHTS', '*');
--rollback delete from access_right where operation = 'MANAGE_RIGHTS';

--changeset slipway:access-5
create index access_right_by_operation on access_right (operation);
--rollback drop index access_right_by_operation;

--changeset slipway:access-6
-- What stands for a person in hashes. The row of nobody is locked by whoever adds another.
create table access_person_digest (
    person varchar(64) not null primary key,
    salt   varchar(32),
    digest varchar(64) not null
);
insert into access_person_digest (person, digest) values ('*', '-');
insert into access_right (id, group_id, operation, model) values
    ('5b0a3f0e-6f8e-5c5e-9a55-0d2f0f6c1a05', 'auditors', 'AUDIT', '*'),
    ('5b0a3f0e-6f8e-5c5e-9a55-0d2f0f6c1a06', 'camunda-admin', 'AUDIT', '*');
--rollback delete from access_right where operation = 'AUDIT'; drop table access_person_digest;

--changeset slipway:access-retention
insert into access_right (id, group_id, operation, model) values
    ('5b0a3f0e-6f8e-5c5e-9a55-0d2f0f6c1a51', 'camunda-admin', 'MANAGE_RETENTION', '*');
--rollback delete from access_right where operation = 'MANAGE_RETENTION';

--changeset slipway:access-7
-- The notifications that a group makes mandatory for the releases it executes.
create table access_group_notification (
    group_id         varchar(64) not null primary key,
    on_creation      boolean     not null,
    on_closing       boolean     not null,
    on_other_actions boolean     not null
);
--rollback drop table access_group_notification;
