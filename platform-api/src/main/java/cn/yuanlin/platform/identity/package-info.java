/** What the control plane alone knows of a person: the verified phone, and where WeChat reaches them. Asked by subject, never by phone. */
@ApplicationModule(allowedDependencies = {"access", "message", "shared", "tenancy"})
@NullMarked
package cn.yuanlin.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
