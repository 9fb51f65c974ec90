package cn.yuanlin.platform.provisioning;

import java.util.Optional;

/** One thing that must hold before an estate is opened. A feature contributes as many as it likes, as beans. */
public interface SmokeCheck {
    /** What is checked, Chinese, for the clerk who watches the onboarding. */
    String name();

    /**
     * Called with the estate bound, in a transaction that only reads.
     *
     * @return what is wrong, without personal data; empty if all is well
     */
    Optional<String> complaint();
}
