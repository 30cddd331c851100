/** Who people are: accounts, log-ins and tokens, sellers and their bank accounts. */
@NullMarked
package dev.lapak.users;

import org.jspecify.annotations.NullMarked;
