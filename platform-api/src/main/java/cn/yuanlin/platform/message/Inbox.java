package cn.yuanlin.platform.message;

import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with their messages. */
@Service
@Transactional
class Inbox {
    private final InboxStore store;
    private final SettingsStore settings;
    private final Clock clock;

    Inbox(InboxStore store, SettingsStore settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Page<InboxMessage> of(String subject, Keyset keyset) {
        return Page.of(
                store.of(subject, keyset),
                keyset,
                message -> List.of(message.id().toString()));
    }

    /** @return false if there is no such message of this person */
    boolean read(UUID message, String subject) {
        return store.markRead(message, subject, clock.instant());
    }

    @Transactional(readOnly = true)
    MessageSettings settingsOf(String subject) {
        return settings.find(subject).orElse(MessageSettings.DEFAULT);
    }

    void change(String subject, MessageSettings wanted) {
        settings.save(subject, wanted, clock.instant());
    }
}
