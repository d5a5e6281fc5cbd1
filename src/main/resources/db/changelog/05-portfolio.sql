--liquibase formatted sql

--changeset slipway:portfolio-1
create table portfolio_contract (
    contract_key varchar(64)  not null primary key,
    name         varchar(100) not null,
    active       boolean      not null
);
create table portfolio_unit (
    unit_key     varchar(64)  not null primary key,
    name         varchar(100) not null,
    contract_key varchar(64),
    constraint portfolio_unit_contract foreign key (contract_key) references portfolio_contract
);
create index portfolio_unit_by_contract on portfolio_unit (contract_key);
create table portfolio_location (
    location_key varchar(64)  not null primary key,
    name         varchar(100) not null,
    unit_key     varchar(64),
    constraint portfolio_location_unit foreign key (unit_key) references portfolio_unit
);
create index portfolio_location_by_unit on portfolio_location (unit_key);
create table portfolio (
    portfolio_key varchar(64)  not null primary key,
    name          varchar(100) not null,
    description   varchar(1000)
);
create table portfolio_model (
    model_key          varchar(64)  not null primary key,
    name               varchar(100) not null,
    description        varchar(1000),
    portfolio_key      varchar(64)  not null,
    planning_process   varchar(100) not null,
    deployment_process varchar(100) not null,
    executor_group     varchar(64)  not null,
    approver_group     varchar(64)  not null,
    calendar_key       varchar(64)  not null,
    category           varchar(100),
    kind               varchar(16)  not null,
    default_impact     varchar(16)  not null,
    default_urgency    varchar(16)  not null,
    default_contract   varchar(64),
    status             varchar(16)  not null,
    constraint portfolio_model_portfolio foreign key (portfolio_key) references portfolio,
    constraint portfolio_model_contract foreign key (default_contract) references portfolio_contract
);
create index portfolio_model_by_portfolio on portfolio_model (portfolio_key);
create index portfolio_model_by_contract on portfolio_model (default_contract);
create index portfolio_model_by_calendar on portfolio_model (calendar_key);
--rollback drop table portfolio_model; drop table portfolio; drop table portfolio_location;
--rollback drop table portfolio_unit; drop table portfolio_contract;

--changeset slipway:portfolio-2
insert into portfolio_contract (contract_key, name, active) values ('internal', 'Internal', true);
insert into portfolio_unit (unit_key, name, contract_key) values ('information-technology', 'Information technology', 'internal');
insert into portfolio_location (location_key, name, unit_key) values ('head-office', 'Head office', 'information-technology');
insert into portfolio (portfolio_key, name, description) values ('general', 'General', 'Releases of any service');
insert into portfolio_model
    (model_key, name, description, portfolio_key, planning_process, deployment_process, executor_group, approver_group,
     calendar_key, category, kind, default_impact, default_urgency, default_contract, status) values
    ('standard', 'Standard', 'Planned and deployed through all of the steps', 'general', 'release-planning', 'release-deployment',
     'operations', 'approvers', 'around-the-clock', null, 'MINOR', 'MEDIUM', 'MEDIUM', 'internal', 'ACTIVE');
--rollback delete from portfolio_model; delete from portfolio; delete from portfolio_location;
--rollback delete from portfolio_unit; delete from portfolio_contract;

--changeset slipway:portfolio-3
alter table portfolio_model add constraint portfolio_model_calendar foreign key (calendar_key) references calendar;
--rollback alter table portfolio_model drop constraint portfolio_model_calendar;

--changeset slipway:portfolio-4
-- Names are unique among what can still be chosen: what is retired has no lookup.
alter table portfolio add revision integer default 0 not null;
alter table portfolio add lookup varchar(300);
alter table portfolio add status varchar(16) default 'ACTIVE' not null;
update portfolio set lookup = lower(name);
alter table portfolio add constraint portfolio_once unique (lookup);
alter table portfolio_model add revision integer default 0 not null;
alter table portfolio_model add version_number integer default 1 not null;
alter table portfolio_model add lookup varchar(300);
alter table portfolio_model add planning_version integer;
alter table portfolio_model add deployment_version integer;
alter table portfolio_model add default_risk varchar(16);
alter table portfolio_model add mandatory varchar(200) default '' not null;
update portfolio_model set lookup = lower(name) where status <> 'RETIRED';
alter table portfolio_model add constraint portfolio_model_once unique (lookup);
create table portfolio_model_version (
    model_key          varchar(64)  not null,
    version_number     integer      not null,
    name               varchar(100) not null,
    description        varchar(1000),
    planning_process   varchar(100) not null,
    planning_version   integer,
    deployment_process varchar(100) not null,
    deployment_version integer,
    executor_group     varchar(64)  not null,
    approver_group     varchar(64)  not null,
    calendar_key       varchar(64)  not null,
    category           varchar(100),
    kind               varchar(16)  not null,
    default_impact     varchar(16)  not null,
    default_urgency    varchar(16)  not null,
    default_risk       varchar(16),
    default_contract   varchar(64),
    mandatory          varchar(200) not null,
    status             varchar(16)  not null,
    changed_by         varchar(64)  not null,
    changed_at         timestamp(6) with time zone not null,
    primary key (model_key, version_number),
    constraint portfolio_model_version_model foreign key (model_key) references portfolio_model
);
insert into portfolio_model_version
    (model_key, version_number, name, description, planning_process, deployment_process, executor_group, approver_group,
     calendar_key, category, kind, default_impact, default_urgency, default_contract, mandatory, status, changed_by, changed_at)
    select model_key, 1, name, description, planning_process, deployment_process, executor_group, approver_group,
     calendar_key, category, kind, default_impact, default_urgency, default_contract, '', status, 'slipway', current_timestamp
    from portfolio_model;
--rollback drop table portfolio_model_version;
--rollback alter table portfolio_model drop constraint portfolio_model_once;
--rollback alter table portfolio_model drop column mandatory; alter table portfolio_model drop column default_risk;
--rollback alter table portfolio_model drop column deployment_version; alter table portfolio_model drop column planning_version;
--rollback alter table portfolio_model drop column lookup; alter table portfolio_model drop column version_number;
--rollback alter table portfolio_model drop column revision; alter table portfolio drop constraint portfolio_once;
--rollback alter table portfolio drop column status; alter table portfolio drop column lookup; alter table portfolio drop column revision;

--changeset slipway:portfolio-5 dbms:h2
create table portfolio_image (
    portfolio_key varchar(64)       not null primary key,
    media_type    varchar(32)       not null,
    sha256        varchar(64)       not null,
    content       varbinary(524288) not null,
    constraint portfolio_image_portfolio foreign key (portfolio_key) references portfolio
);
--rollback drop table portfolio_image;

--changeset slipway:portfolio-5-postgresql dbms:postgresql
create table portfolio_image (
    portfolio_key varchar(64) not null primary key,
    media_type    varchar(32) not null,
    sha256        varchar(64) not null,
    content       bytea       not null,
    constraint portfolio_image_portfolio foreign key (portfolio_key) references portfolio
);
--rollback drop table portfolio_image;

--changeset slipway:portfolio-6
-- An example of a model bound to a flow of its own; an administrator makes it active where it is wanted.
insert into portfolio_model
    (model_key, name, description, portfolio_key, planning_process, deployment_process, executor_group, approver_group,
     calendar_key, category, kind, default_impact, default_urgency, default_contract, status, lookup) values
    ('pilot', 'Pilot', 'Deployed to a pilot first, and from there to production', 'general', 'release-planning',
     'release-pilot-deployment', 'operations', 'approvers', 'around-the-clock', null, 'SIGNIFICANT', 'MEDIUM', 'MEDIUM',
     'internal', 'NEW', 'pilot');
insert into portfolio_model_version
    (model_key, version_number, name, description, planning_process, deployment_process, executor_group, approver_group,
     calendar_key, category, kind, default_impact, default_urgency, default_contract, mandatory, status, changed_by, changed_at)
    select model_key, 1, name, description, planning_process, deployment_process, executor_group, approver_group,
     calendar_key, category, kind, default_impact, default_urgency, default_contract, '', status, 'slipway', current_timestamp
    from portfolio_model where model_key = 'pilot';
--rollback delete from portfolio_model_version where model_key = 'pilot'; delete from portfolio_model where model_key = 'pilot';

--changeset slipway:portfolio-7
alter table portfolio_contract add revision integer default 0 not null;
alter table portfolio_unit add revision integer default 0 not null;
alter table portfolio_unit add active boolean default true not null;
alter table portfolio_location add revision integer default 0 not null;
alter table portfolio_location add active boolean default true not null;
--rollback alter table portfolio_location drop column active; alter table portfolio_location drop column revision;
--rollback alter table portfolio_unit drop column active; alter table portfolio_unit drop column revision;
--rollback alter table portfolio_contract drop column revision;
