package org.slipway.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The first page of a list as somebody would ask for it who has nothing but the database: its rows, and their open tasks. What
 * asks for a value is planned for that value, as Slipway has it: a plan that is kept for all values goes through a million
 * releases for one that hardly any has. What asks for none is planned once.
 */
final class ByHand implements AutoCloseable {

    private static final String COLUMNS =
            "r.number, r.title, r.product_version, r.status, r.status_before_suspension, r.cancelling,"
                    + " r.phase, r.cycle_number, r.revision, r.priority, r.impact, r.urgency, r.risk, r.kind, r.model, r.contract,"
                    + " r.requester, r.registrar, r.owner, r.responsible, r.executor_group, r.approver_group, r.contact_name,"
                    + " r.contact_unit, r.planning_start, r.planning_end, r.deployment_start, r.deployment_end, r.registered_at,"
                    + " r.captured_at, r.suspended_at, r.deadline, r.ended_at, r.term_minutes, r.calendar, r.closure_text,"
                    + " r.solution_category, r.release_date";
    private static final String TASKS =
            "select t.ID_, e.BUSINESS_KEY_, t.TASK_DEF_KEY_, t.NAME_, t.ASSIGNEE_, t.CREATE_TIME_, t.DUE_DATE_,"
                    + " t.SUSPENSION_STATE_, l.GROUP_ID_, l.USER_ID_ from ACT_RU_EXECUTION e join ACT_RU_TASK t"
                    + " on t.PROC_INST_ID_ = e.ID_ left join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_"
                    + " and l.TYPE_ = 'candidate' where e.BUSINESS_KEY_ = any (?) order by t.CREATE_TIME_, t.ID_";

    private static final Pattern WITHOUT_VALUES = Pattern.compile("(open=\\w+|sort=-?\\w+|&)*");

    private final Connection database;
    private final Connection planning;

    ByHand(String url) throws SQLException {
        this.database = GeneratedReleases.open(url);
        this.planning = GeneratedReleases.open(url + "&prepareThreshold=0");
    }

    @Override
    public void close() throws SQLException {
        database.close();
        planning.close();
    }

    /**
     * @param question what Slipway is asked
     * @param rest     what follows {@code from release_record r}
     * @return their numbers, and that of one more if there is one
     */
    List<String> releases(String question, String rest) {
        List<String> numbers = first(
                WITHOUT_VALUES.matcher(question).matches() ? database : planning,
                "select " + COLUMNS + " from release_record r " + rest + " fetch first 51 rows only");
        try (PreparedStatement statement = database.prepareStatement(TASKS)) {
            statement.setArray(1, database.createArrayOf("varchar", numbers.toArray()));
            read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return numbers;
    }

    /** @return the first column of all rows; the others are read as well */
    List<String> first(String sql) {
        return first(database, sql);
    }

    private static List<String> first(Connection database, String sql) {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<String> read(PreparedStatement statement) throws SQLException {
        List<String> first = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                first.add(rows.getString(1));
                for (int column = 2; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
        return first;
    }
}
