package org.slipway.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.ConfigurationItem;
import org.slipway.cmdb.ConfigurationItems;
import org.slipway.cmdb.ItemGroup;
import org.slipway.cmdb.ItemStatus;
import org.slipway.release.Release;
import org.slipway.release.Releases;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The configuration items that a release touches, and who brought them. */
@Service
@Transactional
public class ItemLinks {

    private final Releases releases;
    private final LinkRepository links;
    private final ConfigurationItems items;
    private final LinkBook book;
    private final LinkRules rules;
    private final LinkHistory history;
    private final ItemConsequences consequences;

    ItemLinks(
            Releases releases,
            LinkRepository links,
            ConfigurationItems items,
            LinkBook book,
            LinkRules rules,
            LinkHistory history,
            ItemConsequences consequences) {
        this.releases = releases;
        this.links = links;
        this.items = items;
        this.book = book;
        this.rules = rules;
        this.history = history;
        this.consequences = consequences;
    }

    /** In the order of their keys. */
    @Transactional(readOnly = true)
    public Slice<LinkedItem> list(String release, @Nullable String after, int limit) {
        releases.get(release);
        List<ItemLink> found = links.items(release, after == null ? "" : after, Limit.of(limit + 1));
        Slice<ItemLink> page = Slice.of(found, limit, ItemLink::item);
        return new Slice<>(describe(release, page.items()), page.next());
    }

    /** The keys of all of them, in their order. */
    @Transactional(readOnly = true)
    public List<String> keys(String release) {
        return links.itemKeys(release);
    }

    /**
     * Links an item by hand. Refuses {@code configuration-item-unknown}, {@code already-linked}, also when a change has
     * brought it, and {@code configuration-item-not-linkable} when an end has been set to it.
     */
    public LinkedItem add(String release, String key) {
        Release locked = rules.lockForEditing(release);
        ConfigurationItem item = items.require(key, "key");
        if (!links.items(release, List.of(key)).isEmpty()) {
            throw new WrongState("already-linked", "key", key);
        }
        LinkRules.requireLinkable(item, "key");
        LinkBook.Linked linked = book.link(locked, List.of(), List.of(key));
        history.linked(release, linked);
        consequences.linked(locked, linked.items());
        return describe(release, links.items(release, List.of(key))).get(0);
    }

    /**
     * Takes an item away, whoever has brought it. Refuses {@code link-unknown}, and {@code mandatory-for-model} for the last one
     * where the model demands some.
     */
    public void remove(String release, String key) {
        Release locked = rules.lockForEditing(release);
        ItemLink link = links.items(release, List.of(key)).stream()
                .findAny()
                .orElseThrow(() -> new Unknown("link-unknown", null, key));
        book.unlink(locked, link);
        history.unlinked(release, null, List.of(key));
        consequences.unlinked(locked, List.of(key));
    }

    private List<LinkedItem> describe(String release, List<ItemLink> linked) {
        List<String> keys = linked.stream().map(ItemLink::item).toList();
        Map<String, ConfigurationItem> known = new HashMap<>();
        items.find(keys).forEach(item -> known.put(item.key(), item));
        Map<String, List<String>> sources = book.sources(release, keys);
        return linked.stream()
                .map(link -> LinkedItem.of(
                        Objects.requireNonNull(known.get(link.item())),
                        link.isByHand(),
                        sources.getOrDefault(link.item(), List.of())))
                .toList();
    }

    /** Who first brought an item into a release. */
    public enum LinkOrigin {
        /** A person; it stays when changes go. */
        MANUAL,
        /** Only changes. */
        CHANGE
    }

    /**
     * A configuration item as its release sees it.
     *
     * @param broughtBy numbers of the changes that have brought it
     */
    public record LinkedItem(
            String key,
            String name,
            @JsonProperty("class") String itemClass,
            ItemStatus status,
            @Nullable ItemGroup group,
            LinkOrigin origin,
            List<String> broughtBy) {

        static LinkedItem of(ConfigurationItem item, boolean byHand, List<String> broughtBy) {
            return new LinkedItem(
                    item.key(),
                    item.name(),
                    item.itemClass(),
                    item.status(),
                    item.group(),
                    byHand ? LinkOrigin.MANUAL : LinkOrigin.CHANGE,
                    broughtBy);
        }
    }
}
