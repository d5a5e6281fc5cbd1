--liquibase formatted sql

--changeset slipway:board-1
-- The columns of the board in their order, and the windows that overlap a period of the calendar: what ended before it is
-- the most, so the end comes first.
create index planning_activity_by_due on planning_activity (state, due, id);
create index planning_activity_by_finish on planning_activity (state, finished_at, id);
create index planning_activity_by_group on planning_activity (group_id, state, due);
create index planning_activity_by_phase on planning_activity (phase, state, due);
create index release_record_by_planning_window on release_record (planning_end, planning_start);
create index release_record_by_deployment_window on release_record (deployment_end, deployment_start);
--rollback drop index release_record_by_deployment_window; drop index release_record_by_planning_window;
--rollback drop index planning_activity_by_phase; drop index planning_activity_by_group;
--rollback drop index planning_activity_by_finish; drop index planning_activity_by_due;

--changeset slipway:board-2 dbms:postgresql
-- PostgreSQL finds what overlaps by the windows themselves: by where they end it would go through all that ended later.
drop index release_record_by_planning_window;
drop index release_record_by_deployment_window;
create index release_record_by_planning_window on release_record
    using gist (tstzrange(planning_start, planning_end, '[]'));
create index release_record_by_deployment_window on release_record
    using gist (tstzrange(deployment_start, deployment_end, '[]'));
--rollback drop index release_record_by_deployment_window; drop index release_record_by_planning_window;
--rollback create index release_record_by_planning_window on release_record (planning_end, planning_start);
--rollback create index release_record_by_deployment_window on release_record (deployment_end, deployment_start);
