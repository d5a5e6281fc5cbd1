--liquibase formatted sql

--changeset slipway:justification-1
create table justification (
    id             uuid         not null primary key,
    version        bigint       not null,
    description    varchar(100) not null,
    lookup         varchar(300),
    status         varchar(16)  not null,
    for_suspension boolean      not null,
    for_reopening  boolean      not null,
    for_refusal    boolean      not null,
    for_override   boolean      not null,
    deleted        boolean      not null,
    constraint justification_once unique (lookup)
);
--rollback drop table justification;

--changeset slipway:justification-2
insert into justification
    (id, version, description, lookup, status, for_suspension, for_reopening, for_refusal, for_override, deleted) values
    ('a46c11fe-97df-5b78-968c-3ef7733c8db5', 0, 'Waiting for a supplier', 'waiting for a supplier', 'ACTIVE', true, false, false, false, false),
    ('48830020-cecf-56ce-a62a-c9c3d594e1d8', 0, 'Waiting for information from the requester', 'waiting for information from the requester', 'ACTIVE', true, false, false, false, false),
    ('23b79515-5bcd-5e21-a568-9206572d73b8', 0, 'Environment not available', 'environment not available', 'ACTIVE', true, false, false, false, false),
    ('a63e61b0-bd46-52f3-ad76-fd7c34711683', 0, 'Change frozen by the business', 'change frozen by the business', 'ACTIVE', true, false, false, false, false),
    ('5de3e78a-78d1-5de1-99ee-5e1f939d5e5b', 0, 'Resources needed for an incident', 'resources needed for an incident', 'ACTIVE', true, false, false, false, false),
    ('ce364ec3-8bef-5861-82ad-8afa23817551', 0, 'Fault found after conclusion', 'fault found after conclusion', 'ACTIVE', false, true, false, false, false),
    ('f16e8cdf-d16b-54f5-871c-514463d0a8fa', 0, 'Requirement not met', 'requirement not met', 'ACTIVE', false, true, false, false, false),
    ('d9acf849-cb19-531e-8f40-c3a415b513c7', 0, 'Concluded by mistake', 'concluded by mistake', 'ACTIVE', false, true, false, false, false),
    ('e846306e-cc00-5f01-b755-97c5e16a9a02', 0, 'Cancelled by mistake', 'cancelled by mistake', 'ACTIVE', false, true, false, false, false),
    ('a0f497f4-74cb-5cdc-9387-e0b454c575b2', 0, 'Cause of the rejection removed', 'cause of the rejection removed', 'ACTIVE', false, true, false, false, false),
    ('86f72674-54f0-5016-aa5a-2fad9b71f045', 0, 'Risk too high', 'risk too high', 'ACTIVE', false, false, true, false, false),
    ('a37be510-ed86-5ffb-a4f2-4af034d321e2', 0, 'Plan incomplete', 'plan incomplete', 'ACTIVE', false, false, true, false, false),
    ('6dc1bd9a-3657-5b57-b55a-c5c87f171b07', 0, 'Tests insufficient', 'tests insufficient', 'ACTIVE', false, false, true, false, false),
    ('98af1cfe-4dd8-5451-b5d8-a3149fd97282', 0, 'Conflicts with another release', 'conflicts with another release', 'ACTIVE', true, false, true, false, false),
    ('f88e64c7-9af3-5d70-bd16-30d8d4af0ebd', 0, 'No back-out plan', 'no back-out plan', 'ACTIVE', false, false, true, false, false),
    ('47a82006-e2b2-5d68-a985-48617e429a2a', 0, 'Security correction', 'security correction', 'ACTIVE', false, false, false, true, false),
    ('daadc165-adb6-596e-917a-62f56c4fce39', 0, 'Service restoration', 'service restoration', 'ACTIVE', false, false, false, true, false),
    ('0a822064-1d2c-525d-8fc8-7c4aa57165b0', 0, 'Legal obligation', 'legal obligation', 'ACTIVE', false, false, false, true, false),
    ('c1c6f6df-3a20-535b-bdfd-2cda6709774e', 0, 'Approved by the board as an exception', 'approved by the board as an exception', 'ACTIVE', false, false, false, true, false);
--rollback delete from justification;
