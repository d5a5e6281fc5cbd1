package org.slipway.reporting.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contents of files that lie ready: in the database, so that every node can hand them out. */
@Component
class ExportPieces {

    private static final int PIECE = 1 << 18;

    private final JdbcClient database;

    ExportPieces(JdbcClient database) {
        this.database = database;
    }

    void write(UUID export, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] piece = content.readNBytes(PIECE);
            for (int position = 0; piece.length > 0; position++) {
                database.sql("insert into reporting_export_piece (export_id, position, piece) values (?, ?, ?)")
                        .params(export, position, piece)
                        .update();
                piece = content.readNBytes(PIECE);
            }
        }
    }

    /** One piece after the other, as it is read. */
    InputStream read(UUID export, long size) {
        return new SequenceInputStream(new Enumeration<>() {
            private long left = size;
            private int position;

            @Override
            public boolean hasMoreElements() {
                return left > 0;
            }

            @Override
            public InputStream nextElement() {
                if (left <= 0) {
                    throw new NoSuchElementException();
                }
                byte[] piece = piece(export, position++);
                left -= piece.length;
                return new ByteArrayInputStream(piece);
            }
        });
    }

    private byte[] piece(UUID export, int position) {
        return database.sql("select piece from reporting_export_piece where export_id = ? and position = ?")
                .params(export, position)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new UncheckedIOException(new IOException("Export " + export + " was removed")));
    }
}
