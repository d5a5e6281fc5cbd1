--liquibase formatted sql

--changeset slipway:desktop-1
create table desktop_preference (
    person    varchar(64)  not null,
    name      varchar(40)  not null,
    preferred varchar(400) not null,
    primary key (person, name)
);
--rollback drop table desktop_preference;
