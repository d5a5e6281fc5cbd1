package org.slipway.document;

import org.slipway.access.CurrentUser;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The room, for tests that need only the database. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
@Import({
    Documents.class,
    Acceptance.class,
    Contents.class,
    DatabaseContent.class,
    DiskContent.class,
    ContentFiles.class,
    CurrentUser.class
})
public class DocumentRoom {}
