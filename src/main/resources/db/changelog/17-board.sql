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
