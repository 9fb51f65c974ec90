/**
 * Photos and files: looked at and made anew before they are kept, encrypted with the estate's key in a store outside the database, seen
 * by whoever may see the record they belong to.
 */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"access", "export", "keys", "personaldata", "provisioning", "shared", "tasks", "tenancy"
        })
@NullMarked
package cn.yuanlin.platform.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
