/** Users: who has an account, and by which password. */
@NullMarked
package dev.lapak.users.account;

import org.jspecify.annotations.NullMarked;
