package org.slipway.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bytes of documents in the database, cut into pieces: no more than a piece is ever in memory, and no connection to the database is
 * held while a slow reader reads.
 */
@Component
class DatabaseContent implements ContentStore {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient database;

    DatabaseContent(JdbcClient database) {
        this.database = database;
    }

    @Override
    public ContentPlace place() {
        return ContentPlace.DATABASE;
    }

    /** Nothing is to be done before the transaction. */
    @Override
    public Staged stage(UUID document, InputStreamSource content) {
        return new Staged() {
            @Override
            public void keep() throws IOException {
                try (InputStream bytes = content.getInputStream()) {
                    write(document, bytes);
                }
            }

            @Override
            public void close() {
                // Nothing was put aside.
            }
        };
    }

    private void write(UUID document, InputStream content) throws IOException {
        byte[] piece = content.readNBytes(PIECE);
        for (int position = 0; piece.length > 0; position++) {
            database.sql("insert into document_content (document_id, position, piece) values (?, ?, ?)")
                    .params(document, position, piece)
                    .update();
            piece = content.readNBytes(PIECE);
        }
    }

    @Override
    public InputStream read(UUID document, long size) {
        return new SequenceInputStream(new Pieces(document, size));
    }

    @Override
    public void remove(UUID document) {
        database.sql("delete from document_content where document_id = ?")
                .param(document)
                .update();
    }

    private byte @Nullable [] piece(UUID document, int position) {
        return database.sql("select piece from document_content where document_id = ? and position = ?")
                .params(document, position)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    private final class Pieces implements Enumeration<InputStream> {

        private final UUID document;
        private long left;
        private int position;

        Pieces(UUID document, long size) {
            this.document = document;
            this.left = size;
        }

        @Override
        public boolean hasMoreElements() {
            return left > 0;
        }

        @Override
        public InputStream nextElement() {
            if (left <= 0) {
                throw new NoSuchElementException();
            }
            byte[] piece = piece(document, position++);
            if (piece == null) {
                throw new UncheckedIOException(new IOException("Document " + document + " was removed meanwhile"));
            }
            left -= piece.length;
            return new ByteArrayInputStream(piece);
        }
    }
}
