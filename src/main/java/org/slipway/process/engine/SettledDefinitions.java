package org.slipway.process.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.CacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.camunda.commons.utils.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a definition to the thread that reads it in until that has finished with it. The engine puts it into its memory first
 * and completes its timers' declarations afterwards; whoever uses it in between, on a node that has just started or meets a new
 * version, fails for want of the declaration's definition. Who finds nothing here waits at the engine's own lock
 * and looks again.
 */
class SettledDefinitions implements CacheFactory {

    private final CacheFactory stock = new DefaultCacheFactory();

    @Override
    public <T> Cache<String, T> createCache(int most) {
        return new Settled<>(stock.createCache(most));
    }

    private static final class Settled<T> implements Cache<String, T> {

        private final Cache<String, T> all;
        private final Map<String, Long> readBy = new ConcurrentHashMap<>();

        Settled(Cache<String, T> all) {
            this.all = all;
        }

        @Override
        public @Nullable T get(String id) {
            Long reader = readBy.get(id);
            if (reader == null) {
                return all.get(id);
            }
            if (reader != Thread.currentThread().getId()) {
                return null;
            }
            // The engine asks for it when it is through.
            readBy.remove(id);
            return all.get(id);
        }

        @Override
        public void put(String id, T definition) {
            readBy.put(id, Thread.currentThread().getId());
            all.put(id, definition);
        }

        @Override
        public void remove(String id) {
            all.remove(id);
            readBy.remove(id);
        }

        @Override
        public void clear() {
            all.clear();
            readBy.clear();
        }

        @Override
        public boolean isEmpty() {
            return all.isEmpty();
        }

        @Override
        public Set<String> keySet() {
            return all.keySet();
        }

        @Override
        public int size() {
            return all.size();
        }
    }
}
