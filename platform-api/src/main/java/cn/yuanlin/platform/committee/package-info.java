/** The owners' committee: its terms, who holds which office from when to when. The committee's rights follow from that. */
@ApplicationModule(
        displayName = "Committee",
        allowedDependencies = {"access", "audit", "membership", "message", "personaldata", "shared", "tenancy"})
@NullMarked
package cn.yuanlin.platform.committee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
