package org.slipway.process.engine;

import org.slipway.process.engine.contract.GoodModel;
import org.slipway.process.engine.contract.ModelVocabulary;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the model of {@link GoodModel} is bound to, and a bean that no model may see. */
@TestConfiguration(proxyBeanMethods = false)
class ParcelBeans {

    @Bean
    ModelVocabulary vocabulary() {
        return GoodModel.VOCABULARY;
    }

    @Bean
    GoodModel.HandOver handOver() {
        return new GoodModel.HandOver();
    }

    @Bean
    GoodModel.NoteAssignment noteAssignment() {
        return new GoodModel.NoteAssignment();
    }

    @Bean
    GoodModel.Packers packers() {
        return new GoodModel.Packers();
    }

    @Bean
    Secret secret() {
        return new Secret();
    }

    /** Not published to models. */
    public static class Secret {
        public String leak() {
            return "leaked";
        }
    }
}
