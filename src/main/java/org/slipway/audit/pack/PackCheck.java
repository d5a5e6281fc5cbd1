package org.slipway.audit.pack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.slipway.audit.ReleaseJournalCheck;

/** Verifies an audit pack with nothing but the file, and, to know who signed it, the public key from elsewhere. */
public final class PackCheck {

    private static final int LARGEST_MANIFEST = 64 * 1024 * 1024;

    /** What can be wrong with a pack. */
    public enum Reason {
        /** It is no audit pack, or its manifest cannot be read. */
        NOT_A_PACK,
        FILE_MISSING,
        FILE_CHANGED,
        FILE_ADDED,
        SIGNATURE_WRONG,
        /** The manifest says that it is signed, but signature or key is not there. */
        SIGNATURE_MISSING,
        /** It is signed, but by another key than the expected one. */
        KEY_UNEXPECTED,
        /** Another key was expected, and it is not signed at all. */
        UNSIGNED,
        JOURNAL_BENT
    }

    /** @param what the file, or the line of the journal and what happened to it */
    public record Finding(Reason reason, String what) {}

    /**
     * @param signed whether a signature was checked and fits
     * @param anchors how many places on the way to the head were compared with what was said of them outside
     * @param keyId  of the key in the pack: to be compared with the one that is known from elsewhere
     * @param notes  what the pack itself says is missing
     */
    public record Result(
            boolean valid,
            @Nullable String release,
            @Nullable String asOf,
            boolean signed,
            @Nullable String keyId,
            int files,
            long anchors,
            List<String> notes,
            List<Finding> findings) {}

    private final ObjectMapper json = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable String keyId;
    private final @Nullable Path anchors;
    private boolean signed;
    private long compared;

    private PackCheck(@Nullable Path anchors) {
        this.anchors = anchors;
    }

    /** Of a pack by whatever key; an unsigned one is valid when nothing else is wrong. */
    public static Result of(Path file) {
        return new PackCheck(null).check(file, null);
    }

    /**
     * Of a pack that has to be signed by this key.
     *
     * @param trusted PEM with the public key
     */
    public static Result of(Path file, Path trusted) throws IOException {
        return of(file, trusted, null);
    }

    /**
     * As {@link #of(Path, Path)}, by whatever key where none is given, and with anchors that somebody kept outside: those on the way from the
     * release's first seal to the head have to agree with it, later ones say nothing about the pack.
     */
    public static Result of(Path file, @Nullable Path trusted, @Nullable Path anchors) throws IOException {
        if (trusted == null) {
            return new PackCheck(anchors).check(file, null);
        }
        try {
            PublicKey key = PackKey.publicKey(Files.readString(trusted, StandardCharsets.US_ASCII));
            return new PackCheck(anchors).check(file, PackKey.id(key));
        } catch (GeneralSecurityException e) {
            throw new IOException(trusted + " holds no public key", e);
        }
    }

    private Result check(Path file, @Nullable String trusted) {
        Manifest manifest = null;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] written = small(zip, Manifest.NAME);
            if (written == null) {
                find(Reason.NOT_A_PACK, Manifest.NAME);
            } else {
                manifest = json.readValue(written, Manifest.class);
                if (!Manifest.FORMAT.equals(manifest.format())) {
                    find(Reason.NOT_A_PACK, String.valueOf(manifest.format()));
                } else {
                    signature(zip, manifest, written, trusted);
                    files(zip, manifest);
                    journal(zip, manifest);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            find(Reason.NOT_A_PACK, String.valueOf(e.getMessage()));
        }
        return new Result(
                findings.isEmpty(),
                manifest == null ? null : manifest.release(),
                manifest == null || manifest.asOf() == null
                        ? null
                        : manifest.asOf().toString(),
                signed,
                keyId,
                manifest == null || manifest.files() == null
                        ? 0
                        : manifest.files().size(),
                compared,
                manifest == null || manifest.notes() == null ? List.of() : manifest.notes(),
                List.copyOf(findings));
    }

    private void signature(ZipFile zip, Manifest manifest, byte[] written, @Nullable String trusted)
            throws IOException {
        byte[] signature = small(zip, Manifest.SIGNATURE);
        byte[] pem = small(zip, Manifest.PUBLIC_KEY);
        if (signature == null || pem == null) {
            if (manifest.signed() || signature != null || pem != null) {
                find(Reason.SIGNATURE_MISSING, signature == null ? Manifest.SIGNATURE : Manifest.PUBLIC_KEY);
            } else if (trusted != null) {
                find(Reason.UNSIGNED, Manifest.NAME);
            }
            return;
        }
        try {
            PublicKey key = PackKey.publicKey(new String(pem, StandardCharsets.US_ASCII));
            keyId = PackKey.id(key);
            signed = PackKey.isSignedBy(key, written, signature) && keyId.equals(manifest.keyId());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            signed = false;
        }
        if (!signed) {
            find(Reason.SIGNATURE_WRONG, Manifest.SIGNATURE);
        } else if (trusted != null && !trusted.equals(keyId)) {
            find(Reason.KEY_UNEXPECTED, String.valueOf(keyId));
        }
    }

    private void files(ZipFile zip, Manifest manifest) throws IOException {
        Set<String> named = new HashSet<>(Set.of(Manifest.NAME, Manifest.SIGNATURE));
        for (PackFile.Entry said : manifest.files()) {
            named.add(said.name());
            ZipEntry entry = zip.getEntry(said.name());
            if (entry == null) {
                find(Reason.FILE_MISSING, said.name());
            } else if (!said.sha256().equals(hash(zip, entry, said.size()))) {
                find(Reason.FILE_CHANGED, said.name());
            }
        }
        Set<String> seen = new HashSet<>();
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            // A second file of one name would be seen by some programs instead of the first.
            if (!seen.add(name) || !named.contains(name)) {
                find(Reason.FILE_ADDED, name);
            }
        });
    }

    private @Nullable String hash(ZipFile zip, ZipEntry entry, long size) throws IOException {
        try (InputStream content = zip.getInputStream(entry);
                DigestInputStream hashed = new DigestInputStream(content, PackFile.sha256())) {
            // No more is unpacked than there should be.
            long read = 0;
            byte[] buffer = new byte[8_192];
            for (int some = hashed.read(buffer); some >= 0; some = hashed.read(buffer)) {
                read += some;
                if (read > size) {
                    return null;
                }
            }
            return read == size
                    ? HexFormat.of().formatHex(hashed.getMessageDigest().digest())
                    : null;
        } catch (java.util.zip.ZipException e) {
            return null;
        }
    }

    private void journal(ZipFile zip, Manifest manifest) {
        ReleaseJournalCheck check = new ReleaseJournalCheck();
        ZipEntry lines = zip.getEntry(Manifest.JOURNAL);
        ZipEntry chain = zip.getEntry(Manifest.CHAIN);
        if (lines == null || chain == null) {
            // Found missing already.
            return;
        }
        try (InputStream journal = zip.getInputStream(lines);
                InputStream seals = zip.getInputStream(chain)) {
            if (anchors != null) {
                check.know(anchors);
            }
            check.readLines(journal);
            check.readChain(seals);
            compared = check.compared();
        } catch (IOException | RuntimeException e) {
            find(Reason.JOURNAL_BENT, String.valueOf(e.getMessage()));
            return;
        }
        check.problems().forEach(this::bent);
        Set<String> hashes =
                manifest.files().stream().map(PackFile.Entry::sha256).collect(Collectors.toSet());
        check.kept().forEach((id, hash) -> {
            if (!hashes.contains(hash)) {
                bent(new ReleaseJournalCheck.Problem("TRAIL_MISSING", id));
            }
        });
        if (manifest.journal() != null) {
            manifest.journal().findings().forEach(this::bent);
        }
        if (!check.endsAt(manifest.chain().position(), manifest.chain().hash())) {
            find(Reason.JOURNAL_BENT, "SEAL_MISSING " + manifest.chain().position());
        }
    }

    private static byte @Nullable [] small(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return content.readNBytes(LARGEST_MANIFEST);
        }
    }

    /** For people; and for programs 0 when it is whole, 1 when not, 2 when it is no pack. */
    public static int tell(Result found, PrintStream out) {
        out.printf(
                "%s: audit pack of %s as of %s, %d files, %d anchors compared, %s%n",
                found.valid() ? "whole" : "bent",
                found.release(),
                found.asOf(),
                found.files(),
                found.anchors(),
                found.signed() ? "signed with key " + found.keyId() + ", compare it" : "NOT SIGNED");
        found.notes().forEach(note -> out.println("note: " + note));
        found.findings().forEach(finding -> out.println(finding.reason() + ": " + finding.what()));
        boolean pack = found.findings().stream().noneMatch(finding -> finding.reason() == Reason.NOT_A_PACK);
        return found.valid() ? 0 : pack ? 1 : 2;
    }

    /** Once, whether it is found here or was already when the pack was made. */
    private void bent(ReleaseJournalCheck.Problem problem) {
        Finding finding = new Finding(Reason.JOURNAL_BENT, problem.what() + " " + problem.where());
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    private void find(Reason reason, String what) {
        findings.add(new Finding(reason, what));
    }
}
