package org.slipway.process.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;

/**
 * Gives out no script engine. That none is on the class path is not enough: the engine registers one of its own,
 * {@code juel}, which runs past the guard over expressions, and {@code feel} scripts can call any method of what lies in
 * their scope. Decisions are not scripts; their FEEL keeps working.
 */
class NoScripts extends DefaultScriptEngineResolver {

    NoScripts() {
        super(new ScriptEngineManager());
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw new ProcessEngineException("Scripts are not allowed in models: " + language);
    }
}
