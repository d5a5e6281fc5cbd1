package org.slipway.benchmark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A CMDB of a large company, the same one for every run: an item needs items before it, so that the first is at the root of
 * nearly everything; two in a hundred relationships lead to one of twenty hubs, and one in a hundred leads back.
 */
final class LargeCmdb {

    static final int ITEMS = 100_000;
    static final int RELATIONSHIPS = 500_000;

    private static final int HUBS = 20;
    private static final int OWNERS = 300;
    private static final long SEED = 20261120;
    private static final List<String> CLASSES =
            List.of("Host", "Application", "Database", "Component", "BusinessService");
    private static final List<String> ENVIRONMENTS = List.of("production", "homologation", "development", "recovery");
    private static final List<String> CRITICALITIES = List.of("LOW", "MEDIUM", "HIGH", "");

    private LargeCmdb() {}

    static String key(int item) {
        return "ci-%06d".formatted(item);
    }

    static String items() {
        Random random = new Random(SEED);
        StringBuilder table =
                new StringBuilder("key,name,class,status,criticality,owner,environment,description,rack\n");
        for (int i = 0; i < ITEMS; i++) {
            // Whatever is out of use passes nothing on; the first few are always in use.
            String status = i > HUBS && random.nextInt(100) == 0 ? "ARCHIVED" : "ACTIVATED";
            table.append(key(i))
                    .append(",Item ")
                    .append(i)
                    .append(',')
                    .append(one(CLASSES, random))
                    .append(',')
                    .append(status);
            table.append(',')
                    .append(one(CRITICALITIES, random))
                    .append(",owner-")
                    .append(random.nextInt(OWNERS));
            table.append(',')
                    .append(one(ENVIRONMENTS, random))
                    .append(",Does what item ")
                    .append(i);
            table.append(" is for,").append(random.nextInt(400)).append('\n');
        }
        return table.toString();
    }

    static String relationships() {
        Random random = new Random(SEED + 1);
        Set<Long> seen = new HashSet<>(RELATIONSHIPS * 2);
        StringBuilder table = new StringBuilder("from,to,type\n");
        while (seen.size() < RELATIONSHIPS) {
            int from = 1 + random.nextInt(ITEMS - 1);
            int to = random.nextInt(from);
            int kind = random.nextInt(100);
            if (kind < 2) {
                to = random.nextInt(Math.min(HUBS, from));
            } else if (kind < 3) {
                int back = from;
                from = to;
                to = back;
            }
            if (seen.add((long) from * ITEMS + to)) {
                table.append(key(from))
                        .append(',')
                        .append(key(to))
                        .append(',')
                        .append(type(kind))
                        .append('\n');
            }
        }
        return table.toString();
    }

    /** Items that some, but not nearly all, depend on. */
    static List<String> someWhere(Random random, int count) {
        return new ArrayList<>(IntStream.generate(() -> ITEMS / 5 + random.nextInt(ITEMS * 3 / 5))
                .distinct()
                .limit(count)
                .mapToObj(LargeCmdb::key)
                .toList());
    }

    private static String type(int kind) {
        if (kind < 60) {
            return "depends_on";
        }
        return kind < 92 ? "runs_on" : kind < 97 ? "has_member" : "connected_to";
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
