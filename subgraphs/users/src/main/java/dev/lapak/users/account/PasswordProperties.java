package dev.lapak.users.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param atOnce how many passwords are hashed at once; each takes a processor and 19 MiB
 * @param waiting how many more may wait for each of those; who comes later is asked to try again
 */
@ConfigurationProperties("lapak.users.passwords")
record PasswordProperties(@DefaultValue("2") int atOnce, @DefaultValue("200") int waiting) {}
