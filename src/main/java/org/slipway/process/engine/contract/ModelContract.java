package org.slipway.process.engine.contract;

import java.util.List;
import java.util.Map;

/**
 * The contract of models: what every model, decision and form keeps to, so that what is deployed works as a whole, can be
 * read, and can do no more than a model should. It is judged by files alone: a deployment carries all that it is bound to
 * (forms, decisions, called processes) with it.
 */
public final class ModelContract {

    private final ModelVocabulary vocabulary;
    private final PublishedBeans beans;

    public ModelContract(ModelVocabulary vocabulary, PublishedBeans beans) {
        this.vocabulary = vocabulary;
        this.beans = beans;
    }

    /** Everything in which the files of one deployment, by their names, break the contract; empty when they keep it. */
    public List<Finding> check(Map<String, byte[]> files) {
        Findings findings = new Findings();
        Archive archive = new Archive(files, findings);
        archive.models().forEach(model -> check(model, archive, findings.in(model.name())));
        archive.decisions().forEach(decision -> DecisionRules.check(decision, findings.in(decision.name())));
        archive.forms().forEach((name, form) -> FormRules.checkFields(form, vocabulary, findings.in(name)));
        return findings.all();
    }

    private void check(BpmnFile model, Archive archive, Findings.InFile findings) {
        IdentityRules.check(model, findings);
        NamingRules.check(model, findings);
        DrawingRules.check(model, findings);
        ExtensionRules.check(model, findings);
        ExpressionRules.check(model, vocabulary, beans, findings);
        BindingRules.check(model, archive, vocabulary, beans, findings);
        UserTaskRules.check(model, findings);
        FormRules.checkKeys(model, archive, findings);
    }
}
