package dev.lapak.products.image;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How images are taken.
 *
 * @param maxBytes the largest file taken
 * @param uploadWithin how long an address takes a file
 * @param uploadTimeout how long a file may take to come
 * @param uploadMemory how much memory all files that are coming may take together
 * @param atOnce how many are unpacked at once, which takes up to 300 MB each
 * @param keepUnused how long an image is kept that no product has
 */
@ConfigurationProperties("lapak.products.image")
record ImageProperties(
    @DefaultValue("10485760") int maxBytes,
    @DefaultValue("15m") Duration uploadWithin,
    @DefaultValue("5m") Duration uploadTimeout,
    @DefaultValue("96MB") DataSize uploadMemory,
    @DefaultValue("1") int atOnce,
    @DefaultValue("24h") Duration keepUnused) {}
