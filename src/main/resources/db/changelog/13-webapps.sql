--liquibase formatted sql

--changeset slipway:webapps-1
create table webapps_answer (
    person          varchar(64)                 not null,
    idempotency_key varchar(200)                not null,
    fingerprint     varchar(64)                 not null,
    claimed_at      timestamp(6) with time zone not null,
    -- None of these while the command runs; nobody else sees the row before it is answered.
    status          smallint,
    content_type    varchar(200),
    location        varchar(2000),
    entity_tag      varchar(200),
    body            text,
    primary key (person, idempotency_key)
);
create index webapps_answer_by_age on webapps_answer (claimed_at);
--rollback drop table webapps_answer;
