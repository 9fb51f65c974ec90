/**
 * What ties an account to a unit: asked for, matched against the roll or decided by the committee, invited, ended. Rights follow from
 * these rows and today's date. Also who saw a person's data in plain, one by one or with the whole roll, and shows it to them.
 */
@ApplicationModule(
        displayName = "Membership",
        allowedDependencies = {
            "access",
            "audit",
            "export",
            "identity",
            "keys",
            "media",
            "message",
            "people",
            "personaldata",
            "shared",
            "tasks",
            "tenancy"
        })
@NullMarked
package cn.yuanlin.platform.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
