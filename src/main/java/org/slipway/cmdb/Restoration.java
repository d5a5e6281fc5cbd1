package org.slipway.cmdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Brings back what a baseline keeps. Only items that are different now get a version; a destroyed one stays so, and the
 * report says it.
 */
@Component
class Restoration {

    private final ItemRepository items;
    private final BaselineRepository baselines;
    private final ItemLog log;

    Restoration(ItemRepository items, BaselineRepository baselines, ItemLog log) {
        this.items = items;
        this.baselines = baselines;
        this.log = log;
    }

    /** Of those of the items that the baseline has; each entry goes to {@code restored} when it has served. */
    List<ItemEffect> run(String baseline, Collection<String> keys, Origin origin, Consumer<BaselineEntry> restored) {
        List<ItemEffect> report = new ArrayList<>();
        Chunks.of(new TreeSet<>(keys), chunk -> {
            items.lockAllByKey(chunk);
            for (BaselineEntry entry : baselines.findEntries(baseline, chunk)) {
                ConfigurationItem item = entry.item();
                ItemState before = item.state();
                boolean changed = !item.isDestroyed() && item.change(entry.state(), origin);
                if (changed) {
                    log.append(item);
                }
                report.add(ItemEffect.between(before, item, changed));
                restored.accept(entry);
            }
        });
        return report;
    }
}
