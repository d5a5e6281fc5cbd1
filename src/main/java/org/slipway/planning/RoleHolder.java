package org.slipway.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody's role or responsibility in a release, in words; it gives no rights. */
@Entity
@Table(name = "planning_role")
public class RoleHolder {

    @Id
    private UUID id;

    @Column(name = "release_number")
    private String release;

    private String person;

    @Column(name = "role_name")
    private String role;

    protected RoleHolder() {}

    RoleHolder(String release, String person, String role) {
        this.id = UUID.randomUUID();
        this.release = release;
        this.person = person;
        this.role = role;
    }

    public UUID id() {
        return id;
    }

    public String release() {
        return release;
    }

    public String person() {
        return person;
    }

    public String role() {
        return role;
    }
}
