package org.slipway.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.camunda.commons.utils.cache.Cache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettledDefinitionsTest {

    private final Cache<String, String> definitions = new SettledDefinitions().createCache(10);

    @Test
    void areSeenByOthersOnlyWhenTheirReaderHasFinished() throws Exception {
        definitions.put("release-lifecycle:1", "half read");
        assertThat(seenByAnother("release-lifecycle:1")).isNull();

        assertThat(definitions.get("release-lifecycle:1")).isEqualTo("half read");
        assertThat(seenByAnother("release-lifecycle:1")).isEqualTo("half read");
    }

    @Test
    void areReadAgainByWhomTheirReaderLeftThemTo() throws Exception {
        definitions.put("release-lifecycle:1", "deployed, and not looked at by its deployer");

        CompletableFuture.runAsync(() -> {
                    definitions.put("release-lifecycle:1", "read again");
                    definitions.get("release-lifecycle:1");
                })
                .get();

        assertThat(definitions.get("release-lifecycle:1")).isEqualTo("read again");
    }

    private @Nullable String seenByAnother(String id) throws ExecutionException, InterruptedException {
        return CompletableFuture.supplyAsync(() -> definitions.get(id)).get();
    }
}
