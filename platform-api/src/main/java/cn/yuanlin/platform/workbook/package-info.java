/**
 * The onboarding workbook: staged under the estate's key, checked without writing anything, handed back with its errors marked, and
 * imported all or nothing.
 */
@ApplicationModule(
        displayName = "Onboarding workbook",
        allowedDependencies = {
            "shared",
            "tenancy",
            "access",
            "keys",
            "events",
            "people",
            "profile",
            "shop",
            "disclosure"
        })
@NullMarked
package cn.yuanlin.platform.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
