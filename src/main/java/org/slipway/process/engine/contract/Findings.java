package org.slipway.process.engine.contract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find, file by file. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    /** What is found in one file. */
    final class InFile {

        private final String resource;

        private InFile(String resource) {
            this.resource = resource;
        }

        void add(@Nullable String element, String reason, Object... arguments) {
            all.add(new Finding(resource, element, reason.formatted(arguments)));
        }

        void addUnless(boolean kept, @Nullable String element, String reason, Object... arguments) {
            if (!kept) {
                add(element, reason, arguments);
            }
        }
    }

    InFile in(String resource) {
        return new InFile(resource);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
