package org.slipway.support;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * What one command after another asks of the database, whichever thread asks. A batch is as many statements as it
 * holds and one round trip. A commit counts when something was written since the last one.
 */
public final class StatementLog implements QueryExecutionListener, MethodExecutionListener {

    /** What a command spends its statements on. */
    public enum Stage {
        AUTHENTICATION,
        WORK,
        ANSWER
    }

    /** One round trip. */
    public record Trip(String command, Stage stage, String sql, int statements) {}

    public record Cost(int statements, int trips, int commits) {

        public Cost plus(Cost other) {
            return new Cost(statements + other.statements, trips + other.trips, commits + other.commits);
        }
    }

    private final List<Trip> trips = new ArrayList<>();
    private final List<String> commits = new ArrayList<>();
    private final Set<String> dirty = new HashSet<>();
    private String command = "";
    private Stage stage = Stage.WORK;

    public DataSource watch(DataSource source) {
        return ProxyDataSourceBuilder.create(source)
                .listener(this)
                .methodListener(this)
                .build();
    }

    /** Begins to count for a command. */
    public synchronized void begin(String next, Stage first) {
        command = next;
        stage = first;
    }

    /** Stops counting. */
    public synchronized void end() {
        command = "";
    }

    /** The person is known; what comes now is the command itself. */
    public synchronized void authenticated() {
        stage = Stage.WORK;
    }

    public synchronized void clear() {
        trips.clear();
        commits.clear();
    }

    public synchronized Cost of(String name, Stage... stages) {
        List<Stage> wanted = List.of(stages);
        List<Trip> counted =
                trips(trip -> trip.command().equals(name) && (wanted.isEmpty() || wanted.contains(trip.stage())));
        return new Cost(counted.stream().mapToInt(Trip::statements).sum(), counted.size(), (int)
                commits.stream().filter(name::equals).count());
    }

    public synchronized List<Trip> trips(Predicate<Trip> which) {
        return trips.stream().filter(which).toList();
    }

    /** The statements of all commands by their text, most frequent first. */
    public synchronized String byText() {
        var count = new TreeMap<String, Integer>();
        var where = new TreeMap<String, List<String>>();
        for (Trip trip : trips) {
            String sql = trip.sql().replaceAll("\\s+", " ");
            String key = sql.substring(0, Math.min(170, sql.length()));
            count.merge(key, trip.statements(), Integer::sum);
            where.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(trip.command() + "/" + trip.stage().name().charAt(0));
        }
        StringBuilder text = new StringBuilder();
        count.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(each -> text.append("%4d  %s%n      %s%n"
                        .formatted(each.getValue(), each.getKey(), String.join(" ", where.get(each.getKey())))));
        return text.toString();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public synchronized void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (command.isEmpty() || isNobodysCommand()) {
            return;
        }
        String sql = queries.get(0).getQuery();
        trips.add(new Trip(command, stage, sql, execution.isBatch() ? execution.getBatchSize() : 1));
        if (sql.strip().toLowerCase(Locale.ROOT).matches("(?s)(insert|update|delete|merge)\\b.*")) {
            if (isAutoCommit(execution)) {
                commits.add(command);
            } else {
                dirty.add(execution.getConnectionId());
            }
        }
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {}

    @Override
    public synchronized void afterMethod(MethodExecutionContext call) {
        Method method = call.getMethod();
        if (!(call.getTarget() instanceof Connection)) {
            return;
        }
        String connection = call.getConnectionInfo().getConnectionId();
        if (method.getName().equals("commit") && dirty.remove(connection) && !command.isEmpty()) {
            commits.add(command);
            stage = Stage.ANSWER;
        } else if (method.getName().equals("rollback")) {
            dirty.remove(connection);
        }
    }

    /** What the application does by itself at the full minute is in no command's bill. */
    private static boolean isNobodysCommand() {
        return Thread.currentThread().getName().startsWith("scheduling-");
    }

    private static boolean isAutoCommit(ExecutionInfo execution) {
        try {
            return execution.getStatement().getConnection().getAutoCommit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
