package org.slipway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import org.slipway.audit.VerifyCommand;
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

    /** With {@code verify} and a file it verifies that and ends; else it runs. */
    public static void main(String[] args) {
        if (VerifyCommand.isMeant(args)) {
            System.exit(
                    VerifyCommand.run(args, new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8)));
        }
        SpringApplication.run(Slipway.class, args);
    }

    /** The one source of the current time; nothing else asks the machine. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
