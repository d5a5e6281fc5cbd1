package org.slipway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Says in the database up to which changelogs it has been brought, so that a start finds with one question that there is
 * nothing to do. Working that out from the changelogs themselves is a tenth of the work of a start. The mark is the tag of
 * the last row in Liquibase's own list and counts its rows, so it does not hold once somebody has touched that list.
 */
final class SchemaMark {

    private static final String OWN = "classpath:db/changelog/*";

    /** Names every change of the engine's schema; a new version of the engine adds to it. */
    private static final String OF_THE_ENGINE = "classpath:org/camunda/bpm/engine/db/liquibase/camunda-changelog.xml";

    private static final String HOLDS = "select count(*) from databasechangelog"
            + " where tag = ? || '/' || (select count(*) from databasechangelog)";

    private static final String SET =
            "update databasechangelog set tag = ? || '/' || (select count(*) from databasechangelog)"
                    + " where orderexecuted = (select max(orderexecuted) from databasechangelog)";

    private final String digest;

    private SchemaMark(String digest) {
        this.digest = digest;
    }

    /** The mark of the changelogs that this version of the application brings. */
    static SchemaMark ofChangelogs(ResourceLoader loader) throws IOException {
        List<Resource> files =
                new ArrayList<>(Arrays.asList(new PathMatchingResourcePatternResolver(loader).getResources(OWN)));
        files.sort(Comparator.comparing(Resource::getFilename));
        files.add(loader.getResource(OF_THE_ENGINE));
        MessageDigest digest = sha256();
        for (Resource file : files) {
            digest.update((file.getFilename() + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(file.getContentAsByteArray());
        }
        return new SchemaMark(HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether a database is up to date; one without Liquibase's tables is not. */
    boolean holdsIn(Connection connection) {
        try (PreparedStatement question = connection.prepareStatement(HOLDS)) {
            question.setString(1, digest);
            try (ResultSet answer = question.executeQuery()) {
                return answer.next() && answer.getInt(1) > 0;
            }
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return digest;
    }

    void set(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SET)) {
            update.setString(1, digest);
            update.executeUpdate();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
