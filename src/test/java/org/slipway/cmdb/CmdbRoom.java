package org.slipway.cmdb;

import org.slipway.access.CurrentUser;
import org.slipway.access.Rights;
import org.slipway.cmdb.graph.CurrentGraph;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The room without its HTTP, for tests that need only the database. */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({ValidationAutoConfiguration.class, JacksonAutoConfiguration.class})
@Import({
    ConfigurationItems.class,
    ItemEffects.class,
    ItemLog.class,
    Relationships.class,
    RelationshipTypes.class,
    ItemClasses.class,
    Baselines.class,
    Restoration.class,
    CurrentGraph.class,
    ImpactGraph.class,
    CmdbImport.class,
    ClassImport.class,
    ItemImport.class,
    StatePatch.class,
    RelationshipImport.class,
    Rights.class,
    CurrentUser.class
})
public class CmdbRoom {}
