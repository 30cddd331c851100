/** What proves who somebody is: signed access tokens and the keys behind them. */
@NullMarked
package dev.lapak.users.token;

import org.jspecify.annotations.NullMarked;
