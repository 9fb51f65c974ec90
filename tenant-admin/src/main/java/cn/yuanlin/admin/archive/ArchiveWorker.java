package cn.yuanlin.admin.archive;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.CellRefused;
import cn.yuanlin.admin.cell.CellUnavailable;
import cn.yuanlin.admin.estate.EstateState;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.keycloak.Organizations;
import cn.yuanlin.admin.onboarding.Invitations;
import cn.yuanlin.admin.shared.DatabaseAway;
import cn.yuanlin.admin.shared.Refusal;
import cn.yuanlin.admin.shoplist.ShopList;
import cn.yuanlin.admin.workbook.Workbooks;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Exports and deletes in the background; killed anywhere, it does the same again. */
@Component
class ArchiveWorker {
    private static final Logger log = LoggerFactory.getLogger(ArchiveWorker.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration MUCH_LATER = Duration.ofMinutes(1);
    private static final Duration AT_MOST = Duration.ofHours(1);
    /** Twice as long each time: after this often it is longer than {@link #AT_MOST}. */
    private static final int DOUBLINGS = 10;

    private final ArchiveStore store;
    private final ArchiveVault vault;
    private final ArchiveSettings settings;
    private final Estates estates;
    private final CellClient cells;
    private final Organizations organizations;
    private final Invitations invitations;
    private final Workbooks workbooks;
    private final ShopList shops;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ArchiveWorker(
            ArchiveStore store,
            ArchiveVault vault,
            ArchiveSettings settings,
            Estates estates,
            CellClient cells,
            Organizations organizations,
            Invitations invitations,
            Workbooks workbooks,
            ShopList shops,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.settings = settings;
        this.estates = estates;
        this.cells = cells;
        this.organizations = organizations;
        this.invitations = invitations;
        this.workbooks = workbooks;
        this.shops = shops;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return when to try again; empty once there is nothing left to do */
    Optional<Duration> export(UUID estate) {
        return attempt(estate, Archive.State.EXPORTING, this::export);
    }

    /** @return when to try again; empty once there is nothing left to do */
    Optional<Duration> delete(UUID estate) {
        return attempt(estate, Archive.State.DELETING, this::delete);
    }

    private void export(Archive archive) {
        var estate = estates.get(archive.estate());
        if (estate.state() != EstateState.SUSPENDED) {
            throw new IllegalStateException("estate " + estate.id() + " is not suspended");
        }
        var cell = estate.requiredCell();
        var seal = new Seal();
        if (!whole(archive, cell, seal)) {
            throw new BrokenOff();
        }
        store.exported(estate.id(), seal.sha256(), seal.sizeBytes(), clock.instant());
        if (!estates.archive(estate.id(), settings.grace(), archive.reason())) {
            throw new IllegalStateException("estate " + estate.id() + " is no longer suspended");
        }
        // Last: a cell opens no archived estate again.
        cells.state(cell, estate.id(), "ARCHIVED");
        audit.record(archive.by(), "estate.archived", Estates.subject(estate), Map.of("sizeBytes", seal.sizeBytes()));
    }

    /** False also where the cell failed at it, or ceased to answer once it had begun: the cell itself is there. */
    private boolean whole(Archive archive, String cell, Seal seal) {
        try {
            return vault.store(archive.estate(), sink -> cells.export(cell, archive.estate(), seal.over(sink)));
        } catch (CellUnavailable away) {
            if (away.failed() || seal.sizeBytes() > 0) {
                log.warn("the export of {} broke off: {}", archive.estate(), away.getMessage());
                return false;
            }
            throw away;
        }
    }

    private void delete(Archive archive) {
        var estate = estates.hold(archive.estate());
        invitations.withdraw(estate.id());
        organizations.deleteOrganization(estate.id());
        if (estate.cell() != null) {
            cells.delete(estate.cell(), estate.id());
        }
        vault.destroy(estate.id());
        shops.forget(estate.id());
        workbooks.discardAll(estate.id());
        estates.unplaceAndDelete(estate.id());
        store.move(estate.id(), Archive.State.DELETING, Archive.State.DELETED, clock.instant());
        audit.record(archive.by(), "estate.deleted", Estates.subject(estate), Map.of("slug", estate.slug()));
    }

    private Optional<Duration> attempt(UUID estate, Archive.State state, Act act) {
        try {
            return transaction.execute(status -> {
                var held = store.hold(estate, state);
                if (held.isEmpty()) {
                    return store.is(estate, state) ? Optional.of(AGAIN) : Optional.<Duration>empty();
                }
                act.on(held.get());
                return Optional.<Duration>empty();
            });
        } catch (BrokenOff broken) {
            return later(estate, AGAIN, "归档没有完整生成，将自动重试；多次仍不成功，请平台运维人员查看");
        } catch (CellUnavailable | Refusal notNow) {
            return later(estate, AGAIN, "暂时连不上，将自动重试");
        } catch (CellRefused refused) {
            return later(estate, MUCH_LATER, refused.detail());
        } catch (RuntimeException fault) {
            if (DatabaseAway.is(fault)) {
                throw fault;
            }
            log.error("archiving of {} failed", estate, fault);
            return later(estate, MUCH_LATER, "系统内部错误，将自动重试");
        }
    }

    /** Later each time: every try makes the cell read and encrypt the whole estate anew. */
    private Optional<Duration> later(UUID estate, Duration atLeast, String detail) {
        return store.failed(estate, detail).map(attempts -> {
            var grown = AGAIN.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
            var pause = grown.compareTo(atLeast) < 0 ? atLeast : grown;
            return pause.compareTo(AT_MOST) < 0 ? pause : AT_MOST;
        });
    }

    /** What came from the cell is no whole export. */
    private static final class BrokenOff extends RuntimeException {}

    private interface Act {
        void on(Archive archive);
    }
}
