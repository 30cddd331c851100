package dev.lapak.platform.sample;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class SampleApplication {}
