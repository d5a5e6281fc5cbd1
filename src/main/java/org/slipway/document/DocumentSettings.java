package org.slipway.document;

import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Which files are taken.
 *
 * @param maxSize         the largest file; {@code spring.servlet.multipart.max-file-size} must not be smaller
 * @param forbiddenKinds  file extensions without a dot. Content is recognised, whatever a file is called, as one of
 *                        {@code exe}, {@code elf}, {@code macho}, {@code class}, {@code jar}, {@code lnk},
 *                        {@code html}, {@code svg}, {@code php}
 */
@Validated
@ConfigurationProperties("slipway.document")
record DocumentSettings(
        @DefaultValue("10MB") @NotNull DataSize maxSize,

        @DefaultValue({
            "exe", "dll", "com", "scr", "pif", "cpl", "msi", "msp", "msix", "bat", "cmd", "ps1", "psm1", "vbs", "vbe",
            "js", "mjs", "cjs", "jse", "wsf", "wsh", "hta", "lnk", "reg", "url", "jar", "war", "class", "elf", "so",
            "macho", "dylib", "app", "dmg", "apk", "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "svg",
            "svgz", "php", "swf"
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
}
