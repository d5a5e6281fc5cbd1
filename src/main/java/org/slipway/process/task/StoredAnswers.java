package org.slipway.process.task;

import java.util.List;

/** Answers that came through the engine's own API, which stores them in the process. */
record StoredAnswers(String processInstance, List<String> names) {}
