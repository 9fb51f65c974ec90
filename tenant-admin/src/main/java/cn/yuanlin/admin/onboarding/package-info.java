/** Onboarding runs: from a verified estate and its workbook to an active estate, step by recorded step, or all the way back. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "security",
            "audit",
            "keycloak",
            "estate",
            "cell",
            "job",
            "workbook",
            "shoplist"
        })
@NullMarked
package cn.yuanlin.admin.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
