package org.slipway.architecture.violations.rooms;

import org.springframework.modulith.Modulithic;

@Modulithic
public class Building {}
