/**
 * What the law gives a person about their data: consent on record, an export of their own, an end to their account. Other features keep
 * the data; they answer for theirs by {@link cn.yuanlin.platform.personaldata.PersonalRecords}.
 */
@ApplicationModule(
        displayName = "Personal data",
        allowedDependencies = {"access", "audit", "shared", "tenancy"})
@NullMarked
package cn.yuanlin.platform.personaldata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
