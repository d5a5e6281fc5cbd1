package org.slipway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * What Liquibase does to an empty H2, written down as one script when the application is built: working it out again takes
 * a tenth of a first start. Liquibase's own list is part of it, so that Liquibase goes on from there, also where a first
 * start was cut off. The script names the changelogs that it was made of; without one for these changelogs, Liquibase works.
 */
final class SchemaSnapshot {

    private static final String NAME = "db/snapshot/h2.sql";

    private static final String EMPTY =
            "select not exists (select 1 from information_schema.tables where table_schema = 'PUBLIC')";

    private static final String WRITE_DELAY =
            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'";

    private static final String H2S_DELAY = "500";

    private final String script;

    private SchemaSnapshot(String script) {
        this.script = script;
    }

    /** Writes the script to a directory of compiled classes, unless it is there; the same changelogs make the same script. */
    public static void main(String[] arguments) throws IOException, LiquibaseException {
        String header = header(SchemaMark.ofChangelogs(new DefaultResourceLoader()));
        Path file = Path.of(arguments[0], NAME);
        if (Files.exists(file) && Files.readString(file).startsWith(header)) {
            return;
        }
        Logger.getLogger("liquibase").setLevel(Level.WARNING);
        Files.createDirectories(file.getParent());
        Files.writeString(file, header + statements());
    }

    private static String statements() throws IOException, LiquibaseException {
        ClassLoaderResourceAccessor files = new ClassLoaderResourceAccessor();
        Path history = Files.createTempFile("changes", ".csv");
        Files.delete(history);
        String url = "offline:h2?outputLiquibaseSql=all&changeLogFile=" + history;
        Database nothing = DatabaseFactory.getInstance().openDatabase(url, null, null, null, files);
        StringWriter script = new StringWriter();
        try (Liquibase liquibase = new Liquibase(SchemaUpdates.CHANGELOG, files, nothing)) {
            liquibase.update(new Contexts(), script);
        } finally {
            Files.deleteIfExists(history);
        }
        return script.toString()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("--"))
                .map(line -> line.replaceFirst(", '\\d{10}'(?=(, '[^']*')?\\);$)", ", 'snapshot'"))
                .collect(Collectors.joining("\n"));
    }

    /** The snapshot of these changelogs, where the build has made one. */
    static Optional<SchemaSnapshot> of(SchemaMark mark, ResourceLoader loader) throws IOException {
        Resource file = loader.getResource("classpath:" + NAME);
        if (!file.exists()) {
            return Optional.empty();
        }
        String script = file.getContentAsString(UTF_8);
        return script.startsWith(header(mark)) ? Optional.of(new SchemaSnapshot(script)) : Optional.empty();
    }

    private static String header(SchemaMark mark) {
        return "-- " + mark + "\n";
    }

    /** Whether there is nothing in a database yet, not even the beginning of a schema. */
    boolean fits(Connection connection) throws SQLException {
        return "H2".equals(connection.getMetaData().getDatabaseProductName())
                && Boolean.parseBoolean(answer(connection, EMPTY));
    }

    /** H2 writes what it has made once instead of after every statement; what comes next is written as ever. */
    void lay(Connection connection) throws SQLException {
        String delay = answer(connection, WRITE_DELAY);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set write_delay 60000");
            // Of a script H2 reads all that is left once more for each of its statements.
            for (String step : script.split(";\n")) {
                statement.execute(step);
            }
            statement.execute("set write_delay " + delay);
        }
    }

    private static String answer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? answer.getString(1) : H2S_DELAY;
        }
    }
}
