package org.slipway.audit.pack;

/**
 * What other rooms' tables say of one release ({@code :release}), read as evidence. Licence keys of media are nobody's
 * evidence and stay where they are.
 */
final class Tables {

    static final String APPROVALS = "select cycle_number as cycle, person, at, decision, observations, justification"
            + " from release_approval where release_number = :release order by at, id";

    /** What no step wrote and no status changed by is no deed. */
    static final String DEEDS = "select sequence_number, cycle_number, at, person, category, task, decision,"
            + " status_before, status_after, occurrence_text, hash from release_occurrence"
            + " where release_number = :release and (task is not null or status_after is not null"
            + " or category in ('CREATION', 'REOPENING', 'CANCELLATION', 'SUSPENSION', 'REACTIVATION', 'BACK_OUT'))"
            + " order by sequence_number";

    static final String CHANGES = "select c.number, c.title, c.status, c.url, c.backout_plan, c.backout_plan_url,"
            + " c.backout_plan_version, l.situation, l.linked_at, l.linked_by"
            + " from link_release_change l join link_change c on c.number = l.change_number"
            + " where l.release_number = :release order by c.number";

    static final String RECORDS = "select r.kind, r.number, r.title, r.status, r.url, r.product_description, r.project,"
            + " r.cost_centre_code, r.cost_centre_name, r.item_status, l.linked_at, l.linked_by"
            + " from link_release_record l join link_record r on r.kind = l.kind and r.number = l.record_number"
            + " where l.release_number = :release order by r.kind, r.number";

    static final String MEDIA = "select m.media_key, m.name, m.media_version, m.media_type, m.software_type,"
            + " m.licence_type, m.physical_address, m.logical_address, m.sha256, m.hash_set_by, m.hash_set_at,"
            + " m.homologated_sha256, m.homologated_by, m.homologated_at, m.supplier, m.obtained_from, m.built_from,"
            + " m.end_date, l.linked_at, l.linked_by from link_release_media l join link_media m on m.id = l.media_id"
            + " where l.release_number = :release order by m.media_key";

    static final String NOTICES = "select title, valid_from, valid_to, audience from link_notice"
            + " where release_number = :release order by valid_from, id";

    static final String IMPACTS = "select cycle, taken_at, taken_by, told_fingerprint from link_impact_snapshot"
            + " where release_number = :release order by taken_at, id";

    static final String ACTIVITIES =
            "select id, cycle_number as cycle, phase, title, description, group_id as \"group\","
                    + " assignee, due, estimated_minutes, state, created_by, created_at, finished_by, finished_at,"
                    + " minutes_spent, execution_record from planning_activity"
                    + " where release_number = :release order by cycle_number, created_at, id";

    static final String BACKOUT_STEPS = "select position, description, replaced, done_at, done_by, done_in_cycle,"
            + " execution_record from planning_backout_step where release_number = :release"
            + " order by replaced, position, id";

    static final String ROLES = "select person, role_name as role from planning_role"
            + " where release_number = :release order by person, role_name";

    /** What people did to the release in the engine, past its own commands. */
    static final String OPERATIONS = "select at, person, origin, subject, detail as detail_json, position, hash"
            + " from audit_entry where release_number = :release and kind = 'OPERATION' order by at, id";

    /** Items that are linked, and those of which the release has a version or a baseline though they are linked no more. */
    private static final String CONCERNED = " (i.item_key in (select item_key from link_release_item"
            + " where release_number = :release) or i.id in (select item_id from cmdb_version"
            + " where origin_reference = :release) or i.id in (select e.item_id from cmdb_baseline_entry e"
            + " join cmdb_baseline b on b.id = e.baseline_id where b.name in (:baselines)))";

    static final String ITEM_LINKS = "select item_key as \"key\", by_hand, linked_at, linked_by from link_release_item"
            + " where release_number = :release order by item_key";

    static final String ITEM_SOURCES = "select item_key as \"key\", change_number from link_release_item_source"
            + " where release_number = :release order by item_key, change_number";

    static final String BASELINES = "select i.item_key as \"key\", b.name, v.number as version, b.taken_at, b.taken_by"
            + " from cmdb_baseline b join cmdb_baseline_entry e on e.baseline_id = b.id"
            + " join cmdb_item i on i.id = e.item_id join cmdb_version v on v.id = e.version_id"
            + " where b.name in (:baselines) order by i.item_key, b.name";

    /** Of each item: what the release made of it, what it was before each time, and what it is now. */
    static final String VERSIONS = "select i.item_key as \"key\", i.name, v.revision, v.number, v.origin,"
            + " v.origin_reference as reference, v.made_at, v.made_by, v.state as state_json"
            + " from cmdb_item i join cmdb_version v on v.item_id = i.id where" + CONCERNED
            + " and (v.origin_reference = :release or v.revision = i.revision or exists (select 1 from cmdb_version n"
            + " where n.item_id = v.item_id and n.revision = v.revision + 1 and n.origin_reference = :release)"
            + " or v.id in (select e.version_id from cmdb_baseline_entry e join cmdb_baseline b on b.id = e.baseline_id"
            + " where b.name in (:baselines))) order by i.item_key, v.revision";

    private Tables() {}
}
