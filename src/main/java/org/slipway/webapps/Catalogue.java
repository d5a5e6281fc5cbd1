package org.slipway.webapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.ClassPathResource;

/**
 * The texts of Tasklist's catalogue, statuses and phases among them, under the same keys for pages, exports and mails:
 * one word for one thing, written once.
 */
@Configuration(proxyBeanMethods = false)
class Catalogue {

    private static final String FOLDER = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
    private static final String OURS = "SW_";
    private static final String TASK = "SW_TASK_";

    /** Before the name that a shipped model gives a task: two flows may have tasks of one id under different names. */
    private static final String TASK_NAMED = "task.named ";

    @Bean
    static BeanPostProcessor catalogueBehindTheBundles() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof AbstractMessageSource bundles && name.equals("messageSource")) {
                    bundles.setParentMessageSource(catalogue());
                }
                return bean;
            }
        };
    }

    private static MessageSource catalogue() {
        StaticMessageSource catalogue = new StaticMessageSource();
        JsonNode english = labels(Locale.ENGLISH);
        for (Locale language : Languages.SPOKEN) {
            for (Map.Entry<String, JsonNode> text : labels(language).properties()) {
                if (text.getKey().startsWith(OURS)) {
                    catalogue.addMessage(
                            text.getKey(), language, text.getValue().asText());
                }
                if (text.getKey().startsWith(TASK)) {
                    catalogue.addMessage(
                            TASK_NAMED + english.path(text.getKey()).asText(),
                            language,
                            text.getValue().asText());
                }
            }
        }
        return catalogue;
    }

    private static JsonNode labels(Locale language) {
        try (InputStream file = new ClassPathResource(FOLDER + language.getLanguage() + ".json").getInputStream()) {
            return new ObjectMapper().readTree(file).path("labels");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
