package org.slipway.link;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slipway.link.media.Media;
import org.slipway.link.record.ForeignRecord;
import org.slipway.link.record.RecordKind;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LinkRepository extends Repository<ItemLink, UUID> {

    String CHANGE = "change";
    String ITEM = "item";

    /** Something that a release refers to: its kind, and its number or key. */
    interface Reference {
        String getKind();

        String getName();
    }

    @Query("select l from ChangeLink l join fetch l.change c where l.release = :release and c.number > :after"
            + " order by c.number")
    List<ChangeLink> changes(String release, String after, Limit limit);

    @Query("select l from ChangeLink l join fetch l.change c where l.release = :release and c.number = :change")
    Optional<ChangeLink> change(String release, String change);

    /** The changes and the items of a release, by their names. */
    @Query("select 'change' as kind, c.change.number as name from ChangeLink c where c.release = :release"
            + " union all select 'item' as kind, i.item as name from ItemLink i where i.release = :release"
            + " order by 1, 2")
    List<Reference> references(String release);

    @Query("select count(l) from ChangeLink l where l.release = :release")
    long countChanges(String release);

    @Query("select l from ItemLink l where l.release = :release and l.item > :after order by l.item")
    List<ItemLink> items(String release, String after, Limit limit);

    @Query("select l from ItemLink l where l.release = :release and l.item in :keys")
    List<ItemLink> items(String release, Collection<String> keys);

    @Query("select count(l) > 0 from ItemLink l where l.release = :release")
    boolean hasItems(String release);

    @Query("select l.item from ItemLink l where l.release = :release order by l.item")
    List<String> itemKeys(String release);

    @Query("select s from ItemSource s where s.release = :release and s.item in :keys order by s.change")
    List<ItemSource> sources(String release, Collection<String> keys);

    /** What only this change has brought. */
    @Query("select l from ItemLink l where l.release = :release and l.byHand = false"
            + " and exists (select 1 from ItemSource s where s.release = l.release and s.item = l.item"
            + " and s.change = :change)"
            + " and not exists (select 1 from ItemSource s where s.release = l.release and s.item = l.item"
            + " and s.change <> :change)"
            + " order by l.item")
    List<ItemLink> broughtOnlyBy(String release, String change);

    @Query("select r from RecordLink l join ForeignRecord r on r.kind = l.kind and r.number = l.number"
            + " where l.release = :release and l.kind = :kind and l.number > :after order by l.number")
    List<ForeignRecord> records(String release, RecordKind kind, String after, Limit limit);

    @Query("select l from RecordLink l where l.release = :release and l.kind = :kind and l.number = :number")
    Optional<RecordLink> record(String release, RecordKind kind, String number);

    @Query("select m from MediaLink l join Media m on m.id = l.media"
            + " where l.release = :release and m.key > :after order by m.key")
    List<Media> media(String release, String after, Limit limit);

    @Query("select l from MediaLink l where l.release = :release and l.media = :media")
    Optional<MediaLink> media(String release, UUID media);

    /** What may forbid a step, all in one question. */
    @Query("select 'purchase-open' as refusal, r.number as name from RecordLink l"
            + " join ForeignRecord r on r.kind = l.kind and r.number = l.number"
            + " where l.release = :release and r.kind = PURCHASES and r.status not in ('CLOSED', 'CONCLUDED')"
            + " union all select case when m.homologation.sha256 is null or m.sha256 is null"
            + " then 'media-not-homologated' else 'media-hash-differs' end as refusal, m.key as name from MediaLink l"
            + " join Media m on m.id = l.media where l.release = :release"
            + " and (m.sha256 is null or m.homologation.sha256 is null or m.sha256 <> m.homologation.sha256)")
    List<Object[]> openConditions(String release);

    @Query("select n from Notice n where n.release = :release and n.id > :after order by n.id")
    List<Notice> notices(String release, UUID after, Limit limit);

    @Query("select n from Notice n where n.release = :release and n.id = :id")
    Optional<Notice> notice(String release, UUID id);

    @Query("select count(n) > 0 from Notice n where n.release = :release and n.title = :title and n.validFrom = :from")
    boolean hasNotice(String release, String title, Instant from);

    @Query("select 'changes' as kind, count(l) as number from ChangeLink l where l.release = :release"
            + " union all select 'configuration-items', count(l) from ItemLink l where l.release = :release"
            + " union all select cast(l.kind as String), count(l) from RecordLink l"
            + " where l.release = :release group by l.kind"
            + " union all select 'media', count(l) from MediaLink l where l.release = :release"
            + " union all select 'notifications', count(n) from Notice n where n.release = :release")
    List<Object[]> counts(String release);
}
