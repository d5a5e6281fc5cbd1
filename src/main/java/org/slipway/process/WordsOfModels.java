package org.slipway.process;

import org.slipway.process.engine.contract.ModelVocabulary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What models and the application call alike. */
@Configuration(proxyBeanMethods = false)
class WordsOfModels {

    @Bean
    static ModelVocabulary vocabulary() {
        return new ModelVocabulary(ProcessVariable.keys(), ProcessMessage.keys());
    }
}
