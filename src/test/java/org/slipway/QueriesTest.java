package org.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.SlipwayTest;
import org.springframework.context.ApplicationContext;
import org.springframework.data.repository.Repository;

/** Queries are read when they are first asked, so that a wrong one would only show in operation. */
@SlipwayTest
@OnBothDatabases
class QueriesTest {

    private final ApplicationContext application;

    QueriesTest(ApplicationContext application) {
        this.application = application;
    }

    @Test
    void everyQueryOfEveryRepositoryCanBeRead() {
        assertThat(application.getBeansOfType(Repository.class)).hasSizeGreaterThan(20);
    }
}
