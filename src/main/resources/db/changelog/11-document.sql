--liquibase formatted sql

--changeset slipway:document-1
create table document (
    id             uuid                        not null primary key,
    release_number varchar(20)                 not null,
    kind           varchar(16)                 not null,
    name           varchar(200)                not null,
    description    varchar(1000),
    content_type   varchar(100)                not null,
    byte_count     bigint                      not null,
    sha256         varchar(64)                 not null,
    uploaded_by    varchar(64)                 not null,
    uploaded_at    timestamp(6) with time zone not null
);
create index document_by_release on document (release_number, uploaded_at, id);
--rollback drop table document;

--changeset slipway:document-2 dbms:h2
create table document_content (
    document_id uuid              not null,
    position    integer           not null,
    piece       varbinary(262144) not null,
    primary key (document_id, position),
    constraint document_content_document foreign key (document_id) references document
);
--rollback drop table document_content;

--changeset slipway:document-2-postgresql dbms:postgresql
create table document_content (
    document_id uuid    not null,
    position    integer not null,
    piece       bytea   not null,
    primary key (document_id, position),
    constraint document_content_document foreign key (document_id) references document
);
-- Files are mostly compressed already.
alter table document_content alter column piece set storage external;
--rollback drop table document_content;

--changeset slipway:document-3
alter table document add stored_in varchar(16) default 'DATABASE' not null;
--rollback alter table document drop column stored_in;
