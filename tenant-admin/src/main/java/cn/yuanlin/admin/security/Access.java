package cn.yuanlin.admin.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call this endpoint: any of these. Enforced before the handler is reached; a handler without it is denied to
 * everybody. Inside an {@link Grant#OFFICE} endpoint the handler takes a {@link Caller} and asks its {@link Area}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
    Grant[] value();
}
