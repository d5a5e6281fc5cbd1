package org.slipway.process.engine.contract;

import java.util.Set;

/**
 * The words that models share with the application.
 *
 * @param variables the names of all process variables; a model, and the fields of its forms, use no others
 * @param messages  the names of all messages that the application sends
 */
public record ModelVocabulary(Set<String> variables, Set<String> messages) {

    public ModelVocabulary {
        variables = Set.copyOf(variables);
        messages = Set.copyOf(messages);
    }
}
