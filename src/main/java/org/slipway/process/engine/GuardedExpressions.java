package org.slipway.process.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.slipway.process.engine.contract.ModelExpression;
import org.slipway.process.engine.contract.PublishedBeans;
import org.springframework.beans.factory.BeanFactory;

/**
 * Expressions that can reach variables, published beans and harmless members of values, and nothing else. In the stock
 * engine an expression can reach {@code getClass()} and from there the operating system, so whoever may deploy a model
 * would own the server. The text is checked when a model is deployed, each step again when it is evaluated.
 */
class GuardedExpressions extends JuelExpressionManager {

    private static final boolean READ_ONLY = true;

    private final PublishedBeans published;
    private final BeanFactory context;

    GuardedExpressions(PublishedBeans published, BeanFactory context) {
        this.published = published;
        this.context = context;
    }

    @Override
    public ValueExpression createValueExpression(String expression) {
        List<String> refusals = ModelExpression.read(expression, published).refusals();
        if (!refusals.isEmpty()) {
            throw new ProcessEngineException(
                    "The expression '%s' is refused: %s".formatted(expression, String.join("; ", refusals)));
        }
        return super.createValueExpression(expression);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new GuardedBeans(published, context));
        resolvers.add(new ArrayELResolver(READ_ONLY));
        resolvers.add(new ListELResolver(READ_ONLY));
        resolvers.add(new MapELResolver(READ_ONLY));
        resolvers.add(new GuardedMembers());
        return resolvers;
    }
}
