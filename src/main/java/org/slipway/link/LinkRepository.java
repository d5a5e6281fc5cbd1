package org.slipway.link;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slipway.link.record.ForeignRecord;
import org.slipway.link.record.RecordKind;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LinkRepository extends Repository<ItemLink, UUID> {

    @Query("select l from ChangeLink l join fetch l.change c where l.release = :release and c.number > :after"
            + " order by c.number")
    List<ChangeLink> changes(String release, String after, Limit limit);

    @Query("select l from ChangeLink l join fetch l.change c where l.release = :release and c.number = :change")
    Optional<ChangeLink> change(String release, String change);

    @Query("select l.change.number from ChangeLink l where l.release = :release order by l.change.number")
    List<String> changeNumbers(String release);

    @Query("select count(l) from ChangeLink l where l.release = :release")
    long countChanges(String release);

    @Query("select l from ItemLink l where l.release = :release and l.item > :after order by l.item")
    List<ItemLink> items(String release, String after, Limit limit);

    @Query("select l from ItemLink l where l.release = :release and l.item in :keys")
    List<ItemLink> items(String release, Collection<String> keys);

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

    @Query("select r.number from RecordLink l join ForeignRecord r on r.kind = l.kind and r.number = l.number"
            + " where l.release = :release and r.kind = PURCHASES and r.status not in ('CLOSED', 'CONCLUDED')"
            + " order by r.number")
    List<String> openPurchases(String release);
}
