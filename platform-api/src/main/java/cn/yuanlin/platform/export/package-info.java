/** Everything an estate owns in one zip that needs no program of ours to be read, and a passphrase that only its committee has. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "access", "audit", "keys"})
@NullMarked
package cn.yuanlin.platform.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
