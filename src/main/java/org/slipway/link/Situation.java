package org.slipway.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import org.slipway.shared.Journaled;

/** How a release may stand towards one of its changes, such as "Solved". Links name it by its key, which never changes. */
@Entity
@Journaled
@Table(name = "link_situation")
public class Situation {

    @Id
    @Column(name = "situation_key")
    private String key;

    private String name;

    /** The name as it is compared, which is unique. */
    private String lookup;

    private boolean active;

    @Version
    private int lockVersion;

    protected Situation() {}

    Situation(String name) {
        this.key = asKey(name);
        this.name = name.strip();
        this.lookup = asCompared(name);
        this.active = true;
    }

    void rename(String newName) {
        name = newName.strip();
        lookup = asCompared(newName);
    }

    void offer(boolean offered) {
        active = offered;
    }

    /** {@code IN_EXECUTION} for "In execution". */
    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    /** Whether it can be chosen; links keep one that cannot any more. */
    public boolean isActive() {
        return active;
    }

    static String asKey(String name) {
        return name.strip().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    static String asCompared(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
