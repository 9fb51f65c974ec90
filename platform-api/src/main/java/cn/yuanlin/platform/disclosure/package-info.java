/** What is published for everybody to see. */
@ApplicationModule(
        displayName = "Disclosure",
        allowedDependencies = {"access", "provisioning", "shared"})
@NullMarked
package cn.yuanlin.platform.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
