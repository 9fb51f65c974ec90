/**
 * The onboarding workbook: staged under the estate's key, checked without writing anything, handed back with its errors marked, and
 * imported all or nothing. Later the roll alone goes out and comes back as a workbook, shown as a difference before it is applied.
 */
@ApplicationModule(
        displayName = "Onboarding workbook",
        allowedDependencies = {
            "shared",
            "tenancy",
            "access",
            "audit",
            "keys",
            "events",
            "membership",
            "people",
            "profile",
            "shop",
            "disclosure",
            "tasks"
        })
@NullMarked
package cn.yuanlin.platform.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
