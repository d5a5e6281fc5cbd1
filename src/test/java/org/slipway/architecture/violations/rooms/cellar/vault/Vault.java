package org.slipway.architecture.violations.rooms.cellar.vault;

public class Vault {}
