package org.slipway.process.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Lets an object, such as the result of a decision, pass through a transaction as a variable, but never keeps one: stored
 * objects tie running releases to classes, and reading them back is a door for attacks. Variables that last are
 * primitives.
 */
class PassingObjects extends JavaObjectSerializer {

    @Override
    protected boolean canWriteValue(TypedValue value) {
        boolean serialized = value instanceof SerializableValue object && !object.isDeserialized();
        return value.isTransient() && !serialized && super.canWriteValue(value);
    }

    @Override
    @SuppressWarnings("NullAway") // The engine takes null for "nothing to store".
    protected byte[] serializeToByteArray(Object object) {
        return null;
    }

    @Override
    protected Object deserializeFromByteArray(byte[] bytes, String type) {
        throw new ProcessEngineException("Objects are not kept as variables: " + type);
    }
}
