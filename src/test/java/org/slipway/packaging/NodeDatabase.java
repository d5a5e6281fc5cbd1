package org.slipway.packaging;

import java.util.Map;
import java.util.UUID;
import org.slipway.support.PostgreSQL;

/** What a node keeps its data in; it outlives the node. */
enum NodeDatabase {
    /** What the application takes when nothing is said: a file in the folder in which it runs. */
    H2 {
        @Override
        Map<String, String> fresh() {
            return Map.of();
        }
    },
    POSTGRESQL {
        @Override
        Map<String, String> fresh() {
            String name = "node_" + UUID.randomUUID().toString().replace("-", "");
            return Map.of(
                    "SLIPWAY_DB_URL", PostgreSQL.freshDatabase(name),
                    "SLIPWAY_DB_USER", PostgreSQL.USER,
                    "SLIPWAY_DB_PASSWORD", PostgreSQL.USER);
        }
    };

    /** The environment of nodes on a new database. */
    abstract Map<String, String> fresh();
}
