/**
 * Each estate's own keys. What is encrypted with them dies with them: the key that wraps them is kept outside the database and its
 * backups.
 */
@ApplicationModule(allowedDependencies = {"shared", "tenancy"})
@NullMarked
package cn.yuanlin.platform.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
