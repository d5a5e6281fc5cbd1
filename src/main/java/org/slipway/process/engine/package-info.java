/**
 * The settings of the embedded engine, the deployment of the shipped models, and the guard over what deployed models may
 * do. The only place that may use the engine's internals.
 */
@NullMarked
package org.slipway.process.engine;

import org.jspecify.annotations.NullMarked;
