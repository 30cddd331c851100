package dev.lapak.orders.sales;

import java.time.OffsetDateTime;

/**
 * What was sold in an hour or a day.
 *
 * @param to when the next one begins
 */
record SalesPeriod(OffsetDateTime from, OffsetDateTime to, Sales sales) {}
