package org.slipway.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.slipway.shared.Digest;
import org.slipway.shared.Journaled;

/** A day on which those calendars rest that consider holidays. */
@Entity
@Journaled
@Table(name = "calendar_holiday")
public class Holiday {

    @Id
    @Column(name = "holiday_date")
    private LocalDate date;

    private String name;

    protected Holiday() {}

    Holiday(LocalDate date, String name) {
        this.date = date;
        this.name = name;
    }

    public LocalDate date() {
        return date;
    }

    /** What it says now, as an entity tag. */
    public String revision() {
        return Digest.revision(name);
    }

    public String name() {
        return name;
    }
}
