/*
 * Behaviour of the embedded forms, reached as window.slipway. A form calls taskForm or registrationForm in its
 * cam-script; its answers then go to Slipway's REST API, which refuses at the field and in the reader's language,
 * instead of straight to the engine.
 */
export { registrationForm } from './registration-form.js';
export { taskForm } from './task-form.js';
