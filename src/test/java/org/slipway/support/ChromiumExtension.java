package org.slipway.support;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test its {@link Chromium}, and keeps pictures of what it saw when it fails. */
class ChromiumExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(ChromiumExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        boolean required = "required".equals(System.getenv("SLIPWAY_BROWSER"));
        return required || Chromium.executable().isPresent()
                ? ConditionEvaluationResult.enabled("a browser is there or required")
                : ConditionEvaluationResult.disabled("no Chromium on this machine");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(NAMESPACE).getOrComputeIfAbsent(Chromium.class, type -> new Chromium(), Chromium.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Chromium chromium = test.getStore(NAMESPACE).get(Chromium.class, Chromium.class);
        if (chromium == null) {
            return;
        }
        if (test.getExecutionException().isPresent()) {
            chromium.keepPictures(test.getRequiredTestClass().getSimpleName() + "."
                    + test.getRequiredTestMethod().getName());
        }
        chromium.close();
    }
}
