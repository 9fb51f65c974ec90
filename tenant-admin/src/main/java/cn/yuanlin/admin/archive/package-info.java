/** The end of an estate's life: export, grace period, deletion with the slug typed out. */
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
            "shoplist",
            "onboarding"
        })
@NullMarked
package cn.yuanlin.admin.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
