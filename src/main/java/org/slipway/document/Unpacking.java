package org.slipway.document;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.util.StreamUtils;

/**
 * Unpacks an archive, and the archives in it, as if to use it, keeps nothing of it, and stops as soon as it proves to be
 * more than what is taken: so the check costs no more than what a harmless archive may cost.
 */
final class Unpacking {

    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_SHOWN = 100;
    private static final Pattern DRIVE = Pattern.compile("\\A[A-Za-z]:");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    /** Office puts drawings there; it does not run what stands in them. */
    private static final Pattern PICTURE_OF_OFFICE =
            Pattern.compile("\\A(?:(?:word|ppt|xl)/media|Pictures)/[^/]+\\.svg");

    private final DocumentSettings settings;
    private final long most;
    private long unpacked;
    private int entries;

    /** @param size of the file as it came */
    Unpacking(DocumentSettings settings, long size) {
        this.settings = settings;
        this.most = settings.archive().most(size);
    }

    /**
     * @throws DocumentKindForbidden {@code document-kind-forbidden}, of a file in the archive
     * @throws BusinessRuleViolated  {@code document-unpacks-too-large}; {@code document-archive-unsafe}, which names the
     *                               entry; {@code document-archive-unreadable}
     */
    void check(String kind, InputStream archive) throws IOException {
        try {
            open(kind, archive, 1);
        } catch (ZipException | EOFException | IllegalArgumentException | StackOverflowError e) {
            // What is not a name in the encoding it claims is an illegal argument; and each empty piece of a gz file in
            // pieces is read by a call inside the call for the one before.
            throw new BusinessRuleViolated("document-archive-unreadable", "file");
        }
    }

    private void open(String kind, InputStream archive, int depth) throws IOException {
        if (depth > settings.archive().maxNesting()) {
            throw tooLarge();
        }
        if (kind.equals("gz")) {
            try (InputStream gz = new GZIPInputStream(StreamUtils.nonClosing(archive))) {
                look(gz, "", depth);
            }
        } else {
            try (ZipContents zip = new ZipContents(StreamUtils.nonClosing(archive))) {
                openEntries(zip, depth);
            }
        }
    }

    private void openEntries(ZipContents zip, int depth) throws IOException {
        for (ZipEntry entry = zip.next(); entry != null; entry = zip.next()) {
            if (++entries > settings.archive().maxEntries()) {
                throw tooLarge();
            }
            refuseUnsafe(entry.getName());
            refuseForbiddenName(entry.getName());
            look(zip, entry.getName(), depth);
        }
        zip.checkDirectory();
    }

    private void look(InputStream file, String name, int depth) throws IOException {
        InputStream content = new BufferedInputStream(new Counted(file), ContentSniffer.HEAD);
        content.mark(ContentSniffer.HEAD);
        String kind = ContentSniffer.kind(content.readNBytes(ContentSniffer.HEAD));
        content.reset();
        if (settings.forbids(kind) && !isPicture(name)) {
            throw new DocumentKindForbidden(kind);
        }
        if (ContentSniffer.isArchive(kind)) {
            open(kind, content, depth + 1);
        }
        content.transferTo(OutputStream.nullOutputStream());
    }

    private void refuseForbiddenName(String name) {
        String kind = name.equalsIgnoreCase("META-INF/MANIFEST.MF") ? "jar" : FileName.extensionOf(name);
        if (settings.forbids(kind) && !isPicture(name)) {
            throw new DocumentKindForbidden(kind);
        }
    }

    /** A name that would leave the folder into which the archive is unpacked, on any machine. */
    private static void refuseUnsafe(String name) {
        String path = name.replace('\\', '/');
        if (name.length() > LONGEST_NAME
                || path.startsWith("/")
                || DRIVE.matcher(path).find()
                || CONTROL.matcher(path).find()
                || Stream.of(path.split("/")).anyMatch(part -> part.strip().equals(".."))) {
            throw unsafe(name);
        }
    }

    static BusinessRuleViolated unsafe(String name) {
        String shown = CONTROL.matcher(name).replaceAll("?");
        return new BusinessRuleViolated(
                "document-archive-unsafe", "file", shown.substring(0, Math.min(shown.length(), LONGEST_SHOWN)));
    }

    private static boolean isPicture(String name) {
        return PICTURE_OF_OFFICE.matcher(name).matches();
    }

    private static BusinessRuleViolated tooLarge() {
        return new BusinessRuleViolated("document-unpacks-too-large", "file");
    }

    /** Counts what comes out, whichever archive it comes out of. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            unpacked += Math.max(read, 0);
            if (unpacked > most) {
                throw tooLarge();
            }
            return read;
        }

        /** Else a gz file in pieces would seem to end with the first. */
        @Override
        public int available() {
            return 1;
        }
    }
}
