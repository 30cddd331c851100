package dev.lapak.orders.proof;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How proofs are taken.
 *
 * @param fileSecret signs the addresses of files; at least 32 characters, the same for all
 *     instances
 * @param proofMaxBytes the largest file taken
 * @param proofPixels how many pixels are kept of a picture
 * @param imagesAtOnce how many pictures are unpacked at once, which takes up to 200 MB each
 * @param uploadWithin how long an address takes a file
 * @param readWithin how long an address gives a file
 * @param uploadMemory how much memory all files that are coming may take together
 * @param uploadTimeout how long a file may take to come
 * @param keepUnused how long a file is kept that is not handed in
 * @param reviewLease how long inventory holds stock under review; renewed when half of it is over
 */
@ConfigurationProperties("lapak.orders")
record ProofProperties(
    @Nullable String fileSecret,
    @DefaultValue("10485760") int proofMaxBytes,
    @DefaultValue("8000000") int proofPixels,
    @DefaultValue("1") int imagesAtOnce,
    @DefaultValue("15m") Duration uploadWithin,
    @DefaultValue("10m") Duration readWithin,
    @DefaultValue("96MB") DataSize uploadMemory,
    @DefaultValue("5m") Duration uploadTimeout,
    @DefaultValue("24h") Duration keepUnused,
    @DefaultValue("30d") Duration reviewLease) {}
