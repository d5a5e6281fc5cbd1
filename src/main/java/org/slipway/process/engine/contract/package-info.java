/**
 * What a model must keep to and what it may use: the contract of models, the members that expressions may read and the
 * beans that are published to them. Judges files; knows no running engine.
 */
@NullMarked
package org.slipway.process.engine.contract;

import org.jspecify.annotations.NullMarked;
