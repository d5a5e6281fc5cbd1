package org.slipway;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Release management on Camunda 7: releases are planned, deployed, homologated and closed by executable BPMN. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Slipway", sharedModules = "shared")
public class Slipway {

    public static void main(String[] args) {
        SpringApplication.run(Slipway.class, args);
    }

    /** The one source of the current time; nothing else asks the machine. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
