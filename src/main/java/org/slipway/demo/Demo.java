package org.slipway.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.cmdb.CmdbImport;
import org.slipway.cmdb.CsvSource;
import org.slipway.link.ChangeImport;
import org.slipway.portfolio.ModelEditing;
import org.slipway.portfolio.ReleaseModel;
import org.slipway.portfolio.ReleaseModels;
import org.slipway.process.access.ActingPerson;
import org.slipway.release.ReleaseRegistration;
import org.slipway.release.ReleaseStatus;
import org.slipway.release.Releases;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an installation in which nobody has registered a release yet. The people of the demo do everything themselves,
 * through the same services as everybody, so that history, tasks and Cockpit look as if they had worked. All in one
 * transaction, before the application says that it is ready: there is a whole demo or none, and none stops the start.
 */
@Component
@Profile("demo")
@Order(100)
class Demo implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String FOLDER = "demo/";

    private final PlatformTransactionManager transactions;
    private final EntityManager entities;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final ActingPerson acting;
    private final CmdbImport cmdb;
    private final ChangeImport changes;
    private final ReleaseModels models;
    private final ModelEditing editing;
    private final ReleaseRegistration registration;
    private final Releases releases;
    private final Stage stage;
    private final Clock clock;

    Demo(
            PlatformTransactionManager transactions,
            EntityManager entities,
            JdbcTemplate jdbc,
            ObjectMapper json,
            ActingPerson acting,
            CmdbImport cmdb,
            ChangeImport changes,
            ReleaseModels models,
            ModelEditing editing,
            ReleaseRegistration registration,
            Releases releases,
            Stage stage,
            Clock clock) {
        this.transactions = transactions;
        this.entities = entities;
        this.jdbc = jdbc;
        this.json = json;
        this.acting = acting;
        this.cmdb = cmdb;
        this.changes = changes;
        this.models = models;
        this.editing = editing;
        this.registration = registration;
        this.releases = releases;
        this.stage = stage;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            // Of several nodes that start at once, one works; the others wait here and then find releases.
            jdbc.queryForList("select NAME_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update");
            if (releases.isEmpty()) {
                fill();
            }
        });
    }

    private void fill() {
        long began = clock.millis();
        acting.as("manager", this::offerPilot);
        acting.as("operator", () -> cmdb.run(List.of(source("configuration-items.csv"), source("relationships.csv"))));
        acting.as("operator", () -> changes.run(source("changes.csv")));
        List<Story> stories = stories();
        Moments moments = Moments.of(clock);
        stories.forEach(story -> play(story, moments));
        LOG.info("Demo set up with {} releases in {} ms", stories.size(), clock.millis() - began);
    }

    private ReleaseModel offerPilot() {
        ReleaseModel pilot = models.get("pilot");
        return editing.change(pilot, pilot.definition(), ReleaseModel.Status.ACTIVE, null);
    }

    private void play(Story story, Moments moments) {
        String number = step(
                story,
                "register",
                () -> acting.as(story.by(), () -> registration.register(story.registration(moments))));
        for (Act act : story.acts()) {
            step(
                    story,
                    act.toString(),
                    () -> acting.as(act.as(), () -> {
                        act.on(number, stage);
                        return number;
                    }));
        }
        ReleaseStatus reached = releases.get(number).status();
        if (reached != story.status()) {
            throw new DemoIncomplete(story.title(), "it is " + reached + " instead of " + story.status(), null);
        }
        // Otherwise each query of the next story would look for changes in all that came before.
        entities.flush();
        entities.clear();
    }

    private static String step(Story story, String what, Supplier<String> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw new DemoIncomplete(story.title(), what, failure);
        }
    }

    private List<Story> stories() {
        try (var stream = new ClassPathResource(FOLDER + "releases.json").getInputStream()) {
            return json.readValue(stream, new TypeReference<List<Story>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvSource source(String file) {
        return new CsvSource(file, new ClassPathResource(FOLDER + file)::getInputStream);
    }
}
