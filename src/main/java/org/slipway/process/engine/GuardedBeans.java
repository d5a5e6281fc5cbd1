package org.slipway.process.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;
import org.slipway.process.engine.contract.PublishedBeans;
import org.springframework.beans.factory.BeanFactory;

/** Resolves the names of published beans; all other beans do not exist for expressions. */
class GuardedBeans extends ELResolver {

    private final PublishedBeans published;
    private final BeanFactory context;

    GuardedBeans(PublishedBeans published, BeanFactory context) {
        this.published = published;
        this.context = context;
    }

    @Override
    public @Nullable Object getValue(ELContext el, @Nullable Object base, Object property) {
        if (base == null && property instanceof String name && published.contains(name)) {
            el.setPropertyResolved(true);
            return context.getBean(name);
        }
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext el, @Nullable Object base, Object property) {
        Object value = getValue(el, base, property);
        return value == null ? null : value.getClass();
    }

    @Override
    public void setValue(ELContext el, @Nullable Object base, Object property, Object value) {
        if (base == null && property instanceof String name && published.contains(name)) {
            throw new PropertyNotWritableException(name + " is a bean");
        }
    }

    @Override
    public boolean isReadOnly(ELContext el, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    @Deprecated
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext el, @Nullable Object base) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext el, @Nullable Object base) {
        return base == null ? String.class : null;
    }
}
