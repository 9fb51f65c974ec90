package cn.yuanlin.platform.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a bean that is called with each event of its first parameter's type; a second parameter, if any, is the
 * {@link Delivery}. Runs with the estate bound, in the transaction that marks the event done: throw, and both are undone and tried
 * again. May be called twice for one event, so it keeps {@link Delivery#event()} or is idempotent otherwise.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EstateEventListener {}
