package org.slipway.cmdb;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a configuration item that can change; what a version keeps and a baseline brings back. Blank text is no
 * text; control characters are blanks, because no database and no reader can do anything with them.
 *
 * @param itemClass  a free code such as {@code Host}, {@code Service} or {@code Cluster}
 * @param attributes whatever else is known about it, by name
 * @param endDate    when its end comes or came; it cannot be linked to anything new
 * @param redundancy how many of the members that it needs must remain, by the type of the relationship
 */
public record ItemState(
        @NotBlank @Size(max = 200) String name,

        @NotBlank @Size(max = 60) @JsonProperty("class") @JsonAlias("itemClass")
        String itemClass,

        @Nullable ItemGroup group,
        @NotNull ItemStatus status,
        @Nullable Criticality criticality,
        @Nullable @Size(max = 200) String owner,
        @Nullable @Size(max = 60) String environment,
        @Nullable @Size(max = 60) String site,
        @Nullable @Size(max = 4000) String description,
        @Nullable @Size(max = 60) String productVersion,

        @JsonDeserialize(contentUsing = AnyScalar.class) @Size(max = 100)
        Map<@NotBlank @Size(max = 100) String, @Size(max = 500) String> attributes,

        @Nullable LocalDate endDate,

        @Size(max = 20) Map<@NotBlank @Size(max = Relationship.LONGEST_TYPE) String, Redundancy> redundancy) {

    /** The class of an item about which nobody said one. */
    public static final String UNCLASSIFIED = "Unclassified";

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

    public ItemState {
        name = text(name);
        itemClass = text(itemClass);
        owner = text(owner);
        environment = text(environment);
        site = text(site);
        description = text(description);
        productVersion = text(productVersion);
        attributes = withoutBlanks(attributes);
        redundancy = redundancy == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(redundancy));
    }

    /** A new item about which nothing but its key is known. */
    static ItemState initial(String key) {
        return new ItemState(
                key,
                UNCLASSIFIED,
                null,
                ItemStatus.ACTIVATED,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                Map.of());
    }

    /** With another end, or none. */
    ItemState ended(ItemStatus status, @Nullable LocalDate endDate) {
        return copy(status, group, productVersion, attributes, endDate);
    }

    ItemState withAttributes(Map<String, String> attributes) {
        return copy(status, group, productVersion, attributes, endDate);
    }

    ItemState with(ItemStatus status) {
        return with(status, group, productVersion);
    }

    ItemState with(ItemStatus status, @Nullable ItemGroup group, @Nullable String productVersion) {
        return copy(status, group, productVersion, attributes, endDate);
    }

    private ItemState copy(
            ItemStatus status,
            @Nullable ItemGroup group,
            @Nullable String productVersion,
            Map<String, String> attributes,
            @Nullable LocalDate endDate) {
        return new ItemState(
                name,
                itemClass,
                group,
                status,
                criticality,
                owner,
                environment,
                site,
                description,
                productVersion,
                attributes,
                endDate,
                redundancy);
    }

    /** Blank becomes null also for the required ones, so that validation refuses it by name. */
    @SuppressWarnings("NullAway") // Bean Validation refuses what is null but must not be, before it is used.
    private static String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : plain(value);
    }

    private static String plain(String value) {
        return CONTROL.matcher(value).replaceAll(" ").strip();
    }

    private static Map<String, String> withoutBlanks(@Nullable Map<String, String> attributes) {
        if (attributes == null || attributes.isEmpty()) {
            return Map.of();
        }
        Map<String, String> kept = new TreeMap<>();
        attributes.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                kept.put(plain(name), plain(value));
            }
        });
        return Collections.unmodifiableMap(kept);
    }
}
