package cn.yuanlin.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler: {@code @Access(PUBLIC)}, {@code @Access(MEMBER)}, {@code @Access(roles = {COMMITTEE, AUDITOR})}. On a
 * class it holds for each handler that has none of its own. A handler without it is refused.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
    Level value() default Level.ROLES;

    /** For {@link Level#ROLES}: one of them is enough. */
    Role[] roles() default {};

    /** For {@link Level#ROLES}: whoever has one of these is refused, whatever else they are. */
    Role[] but() default {};

    /** For what writes: whether it goes on while the estate is suspended. */
    boolean whileSuspended() default false;

    /** For what can't be taken back, or shows what others entrusted: whether it is shut to whose number may have changed hands. */
    boolean proven() default false;

    /**
     * For what shows others' data in plain: whether a resident must have said a code of their phone within minutes. Accounts with a password have a second
     * factor instead.
     */
    boolean fresh() default false;

    /** The endpoint classes. */
    enum Level {
        /** Anybody; the token, if there is one, is not even looked at, so everybody gets the same body. */
        PUBLIC,
        /**
         * Any person who is signed in, also without a row in this estate: to ask for one, and for what is kept about oneself. Machines are
         * no persons.
         */
        SIGNED_IN,
        /** Any resident of the platform who has a row in this estate, if only as its guest. */
        GUEST,
        /** Whoever belongs to this estate. */
        MEMBER,
        /** Whoever has one of {@link Access#roles()} in this estate. */
        ROLES,
        /** The control plane. */
        SERVICE
    }
}
