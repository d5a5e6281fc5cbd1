package org.slipway.link.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** What other tools manage besides changes; each kind is a registry of its own (src/docs/domain.md, Links and provenance). */
public enum RecordKind {
    @JsonProperty("problems")
    PROBLEMS("problem", true),
    @JsonProperty("tickets")
    TICKETS("ticket", false),
    @JsonProperty("knowledge")
    KNOWLEDGE("knowledge", true),
    @JsonProperty("purchases")
    PURCHASES("purchase", false),
    @JsonProperty("projects")
    PROJECTS("project", true);

    private final String one;
    private final boolean registrable;

    RecordKind(String one, boolean registrable) {
        this.one = one;
        this.registrable = registrable;
    }

    /** What the kind is called in addresses. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether linking one may register it as well; a ticket or a purchase must be there before. */
    public boolean isRegisteredByLinking() {
        return registrable;
    }

    /** The refusal of a number that the registry does not have, such as {@code problem-unknown}. */
    public String unknown() {
        return one + "-unknown";
    }

    /** Reads the kind in an address as it is written there. */
    @Component
    static class OfPath implements Converter<String, RecordKind> {

        @Override
        public RecordKind convert(String path) {
            return valueOf(path.toUpperCase(Locale.ROOT));
        }
    }
}
