/**
 * The owners' committee: its terms, who holds which office from when to when, and whom it takes on as what. The rights of all of them follow
 * from that.
 */
@ApplicationModule(
        displayName = "Committee",
        allowedDependencies = {"access", "audit", "membership", "message", "personaldata", "shared", "tenancy"})
@NullMarked
package cn.yuanlin.platform.committee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
