package org.slipway.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a random port with an empty database of its own, without demo data and with the job executor
 * at rest. Test classes that add nothing of their own share one running application, so a test names what it creates
 * uniquely and asserts only about that. Beans come in through the test's constructor, among them {@link SlipwayClient}
 * and {@link MovableClock}.
 *
 * @see OnBothDatabases
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestBeans.class)
@ExtendWith({ClockReset.class, OwnEngine.class})
public @interface SlipwayTest {}
