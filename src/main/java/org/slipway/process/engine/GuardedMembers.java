package org.slipway.process.engine;

import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;
import org.slipway.process.engine.contract.AllowedMembers;
import org.slipway.process.engine.contract.PublishedBeans;

/** Reads properties and calls methods of values, as far as their type allows it. */
class GuardedMembers extends BeanELResolver {

    private static final boolean READ_ONLY = true;

    GuardedMembers() {
        super(READ_ONLY);
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null && property != null && !AllowedMembers.allowsProperty(base.getClass(), property.toString())) {
            throw refusal(base, property);
        }
        return super.getValue(context, base, property);
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] parameterTypes,
            Object @Nullable [] parameters) {
        if (base != null
                && method != null
                && !AllowedMembers.allows(base.getClass(), method.toString())
                && !PublishedBeans.isCallable(base.getClass(), method.toString())) {
            throw refusal(base, method);
        }
        return super.invoke(context, base, method, parameterTypes, parameters);
    }

    private static ELException refusal(Object base, Object member) {
        return new ELException("%s of a %s may not be used in a model"
                .formatted(member, base.getClass().getSimpleName()));
    }
}
