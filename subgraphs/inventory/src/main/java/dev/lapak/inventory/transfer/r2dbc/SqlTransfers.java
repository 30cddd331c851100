package dev.lapak.inventory.transfer.r2dbc;

import dev.lapak.inventory.stock.r2dbc.Contention;
import dev.lapak.inventory.transfer.NewTransfer;
import dev.lapak.inventory.transfer.Transfer;
import dev.lapak.inventory.transfer.TransferEnd;
import dev.lapak.inventory.transfer.TransferError;
import dev.lapak.inventory.transfer.TransferStore;
import dev.lapak.platform.outcome.Outcome;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlTransfers implements TransferStore {

  private final TransactionalOperator transaction;
  private final SqlTransferStart start;
  private final SqlTransferEnd end;

  SqlTransfers(TransactionalOperator transaction, SqlTransferStart start, SqlTransferEnd end) {
    this.transaction = transaction;
    this.start = start;
    this.end = end;
  }

  @Override
  public Mono<Outcome<Transfer, TransferError>> start(UUID seller, UUID user, NewTransfer wanted) {
    return inTransaction(start.run(seller, user, wanted));
  }

  @Override
  public Mono<Outcome<Transfer, TransferError>> end(
      UUID seller, UUID user, UUID id, TransferEnd how) {
    return inTransaction(end.run(seller, user, id, how));
  }

  private Mono<Outcome<Transfer, TransferError>> inTransaction(
      Mono<Outcome<Transfer, TransferError>> work) {
    return transaction
        .execute(
            status ->
                work.doOnNext(
                    outcome -> {
                      if (outcome instanceof Outcome.Refused) {
                        status.setRollbackOnly(); // leaves no level behind that was begun
                      }
                    }))
        .as(Flux::singleOrEmpty)
        .repeatWhenEmpty(again -> again)
        .retryWhen(Contention.retry());
  }
}
