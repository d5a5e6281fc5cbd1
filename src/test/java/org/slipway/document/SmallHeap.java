package org.slipway.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a file in and hands it out, in a virtual machine of its own that has far less memory than the file has bytes. */
final class SmallHeap {

    private SmallHeap() {}

    /** Arguments: database, its user, directory or {@code -} for the database, bytes. Prints what happened. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        DriverManagerDataSource database = new DriverManagerDataSource(args[0], args[1], args[1]);
        long size = Long.parseLong(args[3]);
        JdbcClient sql = JdbcClient.create(database);
        ContentStore store = args[2].equals("-")
                ? new DatabaseContent(sql)
                : new DiskContent(new ContentFiles(Settings.with("directory", args[2])));
        if (store.place() == ContentPlace.DATABASE) {
            sql.sql("create table document_content (document_id uuid, position integer, piece "
                            + (args[0].contains(":h2:") ? "varbinary(262144)" : "bytea") + ", primary key (document_id,"
                            + " position))")
                    .update();
        }

        UUID id = UUID.randomUUID();
        try (ContentStore.Staged staged = store.stage(id, () -> new GeneratedContent(7, size))) {
            new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
                try {
                    staged.keep();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        System.out.println(
                hash(store.read(id, size)).equals(hash(new GeneratedContent(7, size))) ? "SAME" : "DIFFERENT");
    }

    private static String hash(InputStream content) throws IOException {
        try (HashedStream hashed = new HashedStream(content)) {
            hashed.transferTo(OutputStream.nullOutputStream());
            return hashed.sha256();
        }
    }
}
