package org.slipway.document;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Which files are taken, and where they are kept.
 *
 * @param store           where new documents go; old ones stay where they are
 * @param directory       where those on disk are; needed as long as there is one. Several nodes share it
 * @param maxSize         the largest file; {@code spring.servlet.multipart.max-file-size} must not be smaller
 * @param archive         what may come out of an archive
 * @param forbiddenKinds  file extensions without a dot, of files and of files in archives. Content is recognised,
 *                        whatever a file is called, as one of {@code exe}, {@code elf}, {@code macho}, {@code class},
 *                        {@code jar}, {@code lnk}, {@code html}, {@code mhtml}, {@code svg}, {@code php}
 */
@Validated
@ConfigurationProperties("slipway.document")
record DocumentSettings(
        @DefaultValue("database") ContentPlace store,

        @DefaultValue("") String directory,

        @DefaultValue("10MB") @NotNull DataSize maxSize,

        @DefaultValue @Valid Archive archive,

        @DefaultValue({
            "exe",
            "dll",
            "com",
            "scr",
            "pif",
            "cpl",
            "msi",
            "msp",
            "msix",
            "bat",
            "cmd",
            "ps1",
            "psm1",
            "vbs",
            "vbe",
            "js",
            "mjs",
            "cjs",
            "jse",
            "wsf",
            "wsh",
            "wsc",
            "sct",
            "hta",
            "lnk",
            "scf",
            "reg",
            "url",
            "msc",
            "chm",
            "xll",
            "jnlp",
            "appref-ms",
            "application",
            "library-ms",
            "search-ms",
            "settingcontent-ms",
            "jar",
            "war",
            "ear",
            "class",
            "elf",
            "so",
            "macho",
            "dylib",
            "app",
            "dmg",
            "apk",
            "html",
            "htm",
            "xhtml",
            "xht",
            "shtml",
            "mht",
            "mhtml",
            "svg",
            "svgz",
            "php",
            "swf"
        })
        Set<String> forbiddenKinds) {

    DocumentSettings {
        forbiddenKinds = forbiddenKinds.stream()
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean forbids(String kind) {
        return forbiddenKinds.contains(kind);
    }

    /** The directory; none when there is none. */
    @Nullable
    Path place() {
        return directory.isBlank() ? null : Path.of(directory).toAbsolutePath();
    }

    /**
     * How much may come out of an archive and the archives in it, all together.
     *
     * @param maxUnpacked bytes
     * @param maxRatio    bytes for each byte of the archive; the first ten megabytes are free
     * @param maxEntries  files and folders
     * @param maxNesting  archives in archives, the outermost counted
     */
    record Archive(
            @DefaultValue("2GB") @NotNull DataSize maxUnpacked,
            @DefaultValue("100") @Min(1) int maxRatio,
            @DefaultValue("10000") @Min(1) int maxEntries,
            @DefaultValue("4") @Min(1) int maxNesting) {

        private static final long FREE = DataSize.ofMegabytes(10).toBytes();

        /** Bytes that an archive of so many bytes may unpack to. */
        long most(long size) {
            return Math.min(maxUnpacked.toBytes(), Math.max(FREE, Math.multiplyExact(size, (long) maxRatio)));
        }
    }
}
