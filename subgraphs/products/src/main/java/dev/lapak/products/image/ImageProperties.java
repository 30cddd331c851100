package dev.lapak.products.image;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How images are taken.
 *
 * @param maxBytes the largest file taken
 * @param uploadWithin how long an address takes a file
 * @param uploadTimeout how long a file may take to come
 * @param maxUploads how many files are taken at once; each is held in memory until it is stored
 * @param atOnce how many are unpacked at once, which takes up to 300 MB each
 * @param keepUnused how long an image is kept that no product has
 */
@ConfigurationProperties("lapak.products.image")
record ImageProperties(
    @DefaultValue("10485760") int maxBytes,
    @DefaultValue("15m") Duration uploadWithin,
    @DefaultValue("60s") Duration uploadTimeout,
    @DefaultValue("8") int maxUploads,
    @DefaultValue("1") int atOnce,
    @DefaultValue("24h") Duration keepUnused) {}
