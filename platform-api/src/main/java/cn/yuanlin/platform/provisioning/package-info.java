/** Brings an estate's schema into being, forward, and out of the cell again; what the control plane asks of a cell. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "access", "keys", "events", "export"})
@NullMarked
package cn.yuanlin.platform.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
