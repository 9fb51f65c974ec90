/**
 * Tells people what concerns them: always in their inbox, and by WeChat or SMS as they wish and at hours they allow. A person hears of
 * one cause once.
 */
@ApplicationModule(
        displayName = "Messages",
        allowedDependencies = {"access", "events", "personaldata", "shared", "tasks", "tenancy"})
@NullMarked
package cn.yuanlin.platform.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
