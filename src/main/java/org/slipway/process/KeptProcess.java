package org.slipway.process;

import java.util.SortedMap;

/**
 * What the engine was about to forget of a release was kept. Published inside the transaction in which that happened.
 *
 * @param hashes SHA-256 of each run that was kept, and of the models that they ran on, by their ids
 */
public record KeptProcess(String release, SortedMap<String, String> hashes) {}
