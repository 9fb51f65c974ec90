package cn.yuanlin.platform.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as an event. It holds ids and figures, never personal data, and only gains components: rows written by the release
 * before must stay readable.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EstateEvent {
    /** Its name in the outbox, such as {@code shop.order-paid}; stays when the record is renamed. */
    String value();
}
