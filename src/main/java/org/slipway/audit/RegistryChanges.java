package org.slipway.audit;

import jakarta.persistence.EntityManagerFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.slipway.access.ByHand;
import org.slipway.access.FileTakenIn;
import org.slipway.shared.Journaled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes every change of a registry in the transaction that makes it, through whichever door it came. */
@Component
class RegistryChanges implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

    private static final String SECRET = "(changed)";

    private final transient Journal journal;

    RegistryChanges(Journal journal, EntityManagerFactory entities) {
        this.journal = journal;
        EventListenerRegistry events = entities.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(EventListenerRegistry.class);
        events.appendListeners(EventType.POST_INSERT, this);
        events.appendListeners(EventType.POST_UPDATE, this);
        events.appendListeners(EventType.POST_DELETE, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (isJournaled(event.getPersister(), event.getEntity())) {
            note(event.getPersister(), event.getId(), null, event.getState());
        }
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (isJournaled(event.getPersister(), event.getEntity())) {
            note(event.getPersister(), event.getId(), event.getOldState(), event.getState());
        }
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        if (isJournaled(event.getPersister(), event.getEntity())) {
            note(event.getPersister(), event.getId(), event.getDeletedState(), null);
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private static boolean isJournaled(EntityPersister persister, Object entity) {
        Journaled journaled = persister.getMappedClass().getAnnotation(Journaled.class);
        return journaled != null
                && (journaled.rowsOfFiles() || !FileTakenIn.isUnderWay())
                && (!(entity instanceof ByHand some) || some.isChangedByHand());
    }

    /** One entry for all of them, however many rows they have. */
    @EventListener
    void note(FileTakenIn taken) {
        journal.record(
                EntryKind.CHANGE,
                null,
                taken.registry() + ".import "
                        + taken.files().stream().map(FileTakenIn.Taken::name).collect(Collectors.joining(", ")),
                Map.of("files", taken.files(), "counts", taken.counts()));
    }

    /** Of an update, only what is different. */
    private void note(
            EntityPersister persister,
            Object id,
            @Nullable Object @Nullable [] before,
            @Nullable Object @Nullable [] after) {
        String[] names = persister.getPropertyNames();
        List<String> secrets = List.of(
                persister.getMappedClass().getAnnotation(Journaled.class).secrets());
        Map<String, Object> old = new LinkedHashMap<>();
        Map<String, Object> now = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (i == persister.getVersionProperty()) {
                continue;
            }
            Object was = before == null ? null : readable(before[i], true);
            Object is = after == null ? null : readable(after[i], false);
            if (!Objects.equals(was, is) && secrets.contains(names[i])) {
                put(now, names[i], SECRET);
            } else if (!Objects.equals(was, is)) {
                put(old, names[i], was);
                put(now, names[i], is);
            }
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        put(detail, "before", before == null ? null : old);
        put(detail, "after", after == null ? null : now);
        Class<?> type = persister.getMappedClass();
        journal.record(EntryKind.CHANGE, null, room(type) + "." + type.getSimpleName() + " " + id, detail);
    }

    private static void put(Map<String, Object> detail, String name, @Nullable Object value) {
        if (value != null) {
            detail.put(name, value);
        }
    }

    private static @Nullable Object readable(@Nullable Object value, boolean asStored) {
        if (value instanceof PersistentCollection<?> collection) {
            // The owner is written before its collections are, which still know what was stored.
            return asStored || !collection.wasInitialized()
                    ? Objects.toString(collection.getStoredSnapshot(), null)
                    : collection.toString();
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static String room(Class<?> type) {
        String room = type.getPackageName();
        return room.substring(room.lastIndexOf('.') + 1);
    }
}
