package org.slipway.link.record;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.cmdb.Containing;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registries of problems, tickets, knowledge articles, purchases and projects, which follow the tools that manage
 * them. Everybody reads them; writing needs {@link Operation#MANAGE_CHANGES}, as for changes.
 */
@Service
@Transactional(readOnly = true)
public class ForeignRecords {

    private final ForeignRecordRepository records;
    private final Rights rights;
    private final EntityManager entityManager;

    ForeignRecords(ForeignRecordRepository records, Rights rights, EntityManager entityManager) {
        this.records = records;
        this.rights = rights;
        this.entityManager = entityManager;
    }

    /** Refuses (404) a number that is not registered, such as {@code problem-unknown}. */
    public ForeignRecord get(RecordKind kind, String number) {
        return find(kind, number).orElseThrow(() -> new Unknown(kind.unknown(), null, number));
    }

    public Optional<ForeignRecord> find(RecordKind kind, String number) {
        return find(kind, List.of(number)).stream().findAny();
    }

    List<ForeignRecord> find(RecordKind kind, Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : records.findAllByNumber(kind, numbers);
    }

    /** Those whose number or title has the text, in the order of their numbers. */
    public Slice<ForeignRecord> list(
            RecordKind kind, @Nullable String text, @Nullable String status, @Nullable String after, int limit) {
        List<ForeignRecord> found = records.page(
                kind,
                Containing.pattern(text),
                Objects.requireNonNullElse(RecordDraft.word(status), ""),
                after == null ? "" : after,
                Limit.of(limit + 1));
        return Slice.of(found, limit, ForeignRecord::number);
    }

    /** Registers a record, or takes over what is new about it. */
    @Transactional
    public Registered register(RecordKind kind, RecordDraft draft) {
        rights.require(Operation.MANAGE_CHANGES);
        return register(kind, List.of(draft)).get(0);
    }

    /** Takes over what is new about a record that is registered. */
    @Transactional
    public ForeignRecord change(RecordKind kind, RecordDraft draft) {
        rights.require(Operation.MANAGE_CHANGES);
        get(kind, draft.number());
        return register(kind, List.of(draft)).get(0).record();
    }

    /**
     * The record that somebody links, registered if it has a title and its kind allows; refuses any other number that is
     * not registered (400). One that is known stays as it is. Whoever may link may do this.
     */
    @Transactional
    public ForeignRecord obtain(RecordKind kind, RecordDraft draft) {
        Optional<ForeignRecord> known = find(kind, draft.number());
        if (known.isPresent()) {
            return known.get();
        }
        if (!kind.isRegisteredByLinking() || draft.title() == null) {
            throw new Malformed(kind.unknown(), "number", draft.number());
        }
        return register(kind, List.of(draft)).get(0).record();
    }

    /** As {@link #register(RecordKind, RecordDraft)} for many, by somebody who may. */
    List<Registered> register(RecordKind kind, List<RecordDraft> drafts) {
        Map<String, ForeignRecord> existing = new HashMap<>();
        find(kind, drafts.stream().map(RecordDraft::number).toList())
                .forEach(record -> existing.put(record.number(), record));
        List<Registered> registered = drafts.stream()
                .map(draft -> register(kind, draft, existing.get(draft.number())))
                .toList();
        try {
            entityManager.flush();
        } catch (org.hibernate.exception.ConstraintViolationException e) {
            throw new WrongState("concurrent-change", null);
        }
        return registered;
    }

    private Registered register(RecordKind kind, RecordDraft draft, @Nullable ForeignRecord known) {
        String foreign = kind == RecordKind.PURCHASES ? null : draft.purchaseField();
        if (foreign != null) {
            throw new Malformed("field-unknown", foreign, foreign);
        }
        if (known != null) {
            return new Registered(known, known.follow(draft) ? Outcome.UPDATED : Outcome.UNCHANGED);
        }
        if (draft.title() == null) {
            throw new Malformed("required", "title");
        }
        ForeignRecord record = new ForeignRecord(kind, draft.title(), draft);
        entityManager.persist(record);
        return new Registered(record, Outcome.CREATED);
    }

    /** What became of a record that was sent. */
    public record Registered(ForeignRecord record, Outcome outcome) {}
}
