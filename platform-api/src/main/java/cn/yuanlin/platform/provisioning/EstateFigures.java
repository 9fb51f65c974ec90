package cn.yuanlin.platform.provisioning;

import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.Estate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the features about one estate. */
@Component
class EstateFigures {
    private static final Logger LOG = LoggerFactory.getLogger(EstateFigures.class);

    private final ObjectProvider<EstateCounts> counts;
    private final ObjectProvider<SmokeCheck> checks;
    private final TransactionTemplate reading;

    /** @param detail what is wrong, empty if nothing is */
    record CheckResult(String name, boolean ok, String detail) {}

    record SmokeReport(boolean ok, List<CheckResult> checks) {}

    EstateFigures(
            ObjectProvider<EstateCounts> counts,
            ObjectProvider<SmokeCheck> checks,
            PlatformTransactionManager transactions) {
        this.counts = counts;
        this.checks = checks;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    Map<String, Long> counts(Estate estate) {
        var all = new TreeMap<String, Long>();
        CurrentEstate.run(
                estate,
                () -> reading.executeWithoutResult(
                        status -> counts.orderedStream().forEach(feature -> all.putAll(feature.counts()))));
        return all;
    }

    /** Each check in a transaction of its own: one that fails must not take the others with it. */
    SmokeReport smokeCheck(Estate estate) {
        var results = checks.orderedStream()
                .map(check -> CurrentEstate.call(estate, () -> run(check)))
                .toList();
        return new SmokeReport(results.stream().allMatch(CheckResult::ok), results);
    }

    private CheckResult run(SmokeCheck check) {
        try {
            var complaint = reading.execute(status -> check.complaint());
            return new CheckResult(check.name(), complaint.isEmpty(), complaint.orElse(""));
        } catch (RuntimeException fault) {
            LOG.error("smoke check {} broke", check.name(), fault);
            return new CheckResult(check.name(), false, "检查未能完成");
        }
    }
}
