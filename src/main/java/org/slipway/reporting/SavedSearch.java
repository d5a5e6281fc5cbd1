package org.slipway.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A question that somebody wants to ask again. */
@Entity
@Table(name = "reporting_saved_search")
class SavedSearch {

    @Id
    private UUID id;

    private String person;

    @Column(name = "search_name")
    private String name;

    private String question;
    private boolean shared;
    private Instant savedAt;

    protected SavedSearch() {}

    SavedSearch(String person, String name, String question, boolean shared, Instant at) {
        this.id = UUID.randomUUID();
        this.person = person;
        this.name = name;
        this.question = question;
        this.shared = shared;
        this.savedAt = at;
    }

    UUID id() {
        return id;
    }

    String person() {
        return person;
    }

    String name() {
        return name;
    }

    /** As JSON. */
    String question() {
        return question;
    }

    boolean isShared() {
        return shared;
    }

    Instant savedAt() {
        return savedAt;
    }
}
