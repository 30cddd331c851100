package dev.lapak.inventory.model;

import dev.lapak.inventory.availability.Availabilities;
import dev.lapak.inventory.reservation.OverReservations;
import dev.lapak.inventory.reservation.Reservations;
import dev.lapak.inventory.stock.Stock;
import dev.lapak.inventory.transfer.Transfers;
import dev.lapak.inventory.warehouse.Warehouses;
import org.springframework.context.ApplicationContext;

/** What can be asked of one instance of inventory. */
record Instance(
    Reservations reservations,
    OverReservations over,
    Stock stock,
    Transfers transfers,
    Warehouses warehouses,
    Availabilities availabilities) {

  static Instance of(ApplicationContext context) {
    return new Instance(
        context.getBean(Reservations.class),
        context.getBean(OverReservations.class),
        context.getBean(Stock.class),
        context.getBean(Transfers.class),
        context.getBean(Warehouses.class),
        context.getBean(Availabilities.class));
  }
}
