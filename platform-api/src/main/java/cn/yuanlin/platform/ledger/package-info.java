/** The estate's funds: double entry, append only, balances kept by the database. */
@ApplicationModule(
        displayName = "Fund ledger",
        allowedDependencies = {"access", "events", "provisioning", "shared", "workbook"})
@NullMarked
package cn.yuanlin.platform.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
