package org.slipway.architecture.violations.rooms.cellar;

public class Wine {}
