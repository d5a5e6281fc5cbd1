package org.slipway.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest seal: where the chain ends. */
record Head(long position, String hash) {

    private static final String SELECT = "select position, hash from audit_head where id = 1";

    /** Whoever seals waits here for whoever else seals. */
    static Head lock(JdbcClient jdbc) {
        return find(jdbc, SELECT + " for update");
    }

    static Head read(JdbcClient jdbc) {
        return find(jdbc, SELECT);
    }

    private static Head find(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql)
                .query((row, index) -> new Head(row.getLong(1), row.getString(2)))
                .single();
    }

    void save(JdbcClient jdbc) {
        jdbc.sql("update audit_head set position = ?, hash = ? where id = 1")
                .params(position, hash)
                .update();
    }
}
