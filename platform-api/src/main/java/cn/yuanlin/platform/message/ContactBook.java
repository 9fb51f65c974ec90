package cn.yuanlin.platform.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where people can be reached, asked for each message when it is sent and kept nowhere here. Whoever may ask the control plane provides
 * it, as a bean.
 */
public interface ContactBook {
    /** @param phone verified; null if there is none @param openid in our mini program; null if not bound */
    record Contact(@Nullable String phone, @Nullable String openid) {
        @Override
        public String toString() {
            return "Contact[]";
        }
    }

    /**
     * Called in no transaction.
     *
     * @return empty if the account is gone
     * @throws java.io.UncheckedIOException if it can't be asked now
     */
    Optional<Contact> of(String subject);
}
