/** The estate's own shop: what is for sale, at which price. */
@ApplicationModule(
        displayName = "Shop",
        allowedDependencies = {"access", "provisioning", "shared"})
@NullMarked
package cn.yuanlin.platform.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
