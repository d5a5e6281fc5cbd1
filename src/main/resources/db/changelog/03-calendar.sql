--liquibase formatted sql

--changeset slipway:calendar-1
create table calendar (
    calendar_key      varchar(64)  not null primary key,
    version           bigint       not null,
    name              varchar(100) not null,
    zone              varchar(64)  not null,
    consider_holidays boolean      not null
);
create table calendar_weekday (
    calendar_key varchar(64) not null,
    weekday      varchar(9)  not null,
    shifts       varchar(64) not null,
    primary key (calendar_key, weekday),
    constraint calendar_weekday_calendar foreign key (calendar_key) references calendar
);
create table calendar_exception (
    calendar_key varchar(64) not null,
    first_day    date        not null,
    last_day     date        not null,
    shifts       varchar(64) not null,
    primary key (calendar_key, first_day),
    constraint calendar_exception_calendar foreign key (calendar_key) references calendar
);
create table calendar_holiday (
    holiday_date date         not null primary key,
    name         varchar(100) not null
);
--rollback drop table calendar_holiday; drop table calendar_exception; drop table calendar_weekday; drop table calendar;

--changeset slipway:calendar-2
insert into calendar (calendar_key, version, name, zone, consider_holidays) values
    ('around-the-clock', 0, 'Around the clock', 'UTC', false),
    ('business-hours', 0, 'Business hours', 'UTC', false);
insert into calendar_weekday (calendar_key, weekday, shifts) values
    ('around-the-clock', 'MONDAY', '00:00-24:00'),
    ('around-the-clock', 'TUESDAY', '00:00-24:00'),
    ('around-the-clock', 'WEDNESDAY', '00:00-24:00'),
    ('around-the-clock', 'THURSDAY', '00:00-24:00'),
    ('around-the-clock', 'FRIDAY', '00:00-24:00'),
    ('around-the-clock', 'SATURDAY', '00:00-24:00'),
    ('around-the-clock', 'SUNDAY', '00:00-24:00'),
    ('business-hours', 'MONDAY', '08:00-12:00,13:00-18:00'),
    ('business-hours', 'TUESDAY', '08:00-12:00,13:00-18:00'),
    ('business-hours', 'WEDNESDAY', '08:00-12:00,13:00-18:00'),
    ('business-hours', 'THURSDAY', '08:00-12:00,13:00-18:00'),
    ('business-hours', 'FRIDAY', '08:00-12:00,13:00-18:00');
--rollback delete from calendar_weekday; delete from calendar;
