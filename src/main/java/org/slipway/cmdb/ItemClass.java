package org.slipway.cmdb;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Digest;
import org.slipway.shared.Journaled;

/** What kind of thing a configuration item is. It has the attributes of its parent and those of its own. */
@Entity
@Journaled
@Table(name = "cmdb_class")
public class ItemClass {

    @Id
    private String code;

    @Column(name = "parent_code")
    private @Nullable String parent;

    private @Nullable String nameEn;
    private @Nullable String nameEs;
    private @Nullable String namePt;
    private @Nullable String description;

    @ElementCollection
    @CollectionTable(name = "cmdb_class_attribute", joinColumns = @JoinColumn(name = "class_code"))
    @OrderColumn(name = "position")
    private List<ItemAttribute> attributes = new ArrayList<>();

    @Version
    private int lockVersion;

    protected ItemClass() {}

    ItemClass(String code) {
        this.code = code;
    }

    void become(Details details) {
        parent = details.parent();
        nameEn = details.names().get("en");
        nameEs = details.names().get("es");
        namePt = details.names().get("pt");
        description = details.description();
        if (!attributes.equals(details.attributes())) {
            attributes.clear();
            attributes.addAll(details.attributes());
        }
    }

    public String code() {
        return code;
    }

    public @Nullable String parent() {
        return parent;
    }

    public Details details() {
        Map<String, String> names = new TreeMap<>();
        name(names, "en", nameEn);
        name(names, "es", nameEs);
        name(names, "pt", namePt);
        return new Details(parent, names, description, List.copyOf(attributes));
    }

    private static void name(Map<String, String> names, String language, @Nullable String name) {
        if (name != null) {
            names.put(language, name);
        }
    }

    /**
     * What can be said of a class.
     *
     * @param names      by language; the code stands where there is none
     * @param attributes its own, without those of its parents
     */
    public record Details(
            @Nullable String parent,
            Map<String, String> names,
            @Nullable String description,
            List<ItemAttribute> attributes) {

        /** What it says, as an entity tag. */
        public String revision() {
            return Digest.revision(parent, new TreeMap<>(names), description, attributes);
        }
    }
}
