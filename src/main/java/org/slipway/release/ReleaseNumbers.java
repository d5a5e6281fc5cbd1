package org.slipway.release;

import jakarta.persistence.EntityManager;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.springframework.stereotype.Component;

/** Hands out release numbers: {@code REL-} and six digits or more, one after the other, never twice. */
@Component
class ReleaseNumbers {

    private final EntityManager entities;

    ReleaseNumbers(EntityManager entities) {
        this.entities = entities;
    }

    String next() {
        String sql = entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getJdbcServices()
                .getDialect()
                .getSequenceSupport()
                .getSequenceNextValString("release_number");
        Number value = (Number) entities.createNativeQuery(sql, Long.class).getSingleResult();
        return String.format("REL-%06d", value.longValue());
    }
}
