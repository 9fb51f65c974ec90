package cn.yuanlin.platform.message;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Access.Level;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own messages; nobody reads another's. */
@RestController
@RequestMapping("/api/estates/{slug}/me")
@Access(Level.GUEST)
class MessageController {
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String NO_TIME = "请填写时间，如22:00";

    private final Inbox inbox;

    /**
     * @param quietFrom in China's time, such as {@code 22:00}; the same as {@code quietTo} for never
     * @param channels besides the inbox, which is always on
     */
    record Settings(
            @NotNull(message = NO_TIME) @Pattern(regexp = TIME, message = NO_TIME)
            String quietFrom,

            @NotNull(message = NO_TIME) @Pattern(regexp = TIME, message = NO_TIME)
            String quietTo,

            @NotNull(message = "请选择接收方式") List<@NotNull Channel> channels) {
        static Settings of(MessageSettings settings) {
            return new Settings(
                    settings.quiet().from().toString(),
                    settings.quiet().to().toString(),
                    settings.channels().stream().sorted().toList());
        }

        MessageSettings parsed() {
            return new MessageSettings(
                    new QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietTo)), Set.copyOf(channels));
        }
    }

    MessageController(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Newest first. */
    @GetMapping("/messages")
    Page<InboxMessage> listMessages(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return inbox.of(caller.subject(), Keyset.of(limit, after, 1));
    }

    @PostMapping("/messages/{message}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Level.GUEST, whileSuspended = true)
    void readMessage(@PathVariable UUID message, Caller caller) {
        if (!inbox.read(message, caller.subject()))
            throw CommonProblem.NOT_FOUND.problem().raise();
    }

    @GetMapping("/message-settings")
    Settings readMessageSettings(Caller caller) {
        return Settings.of(inbox.settingsOf(caller.subject()));
    }

    @PutMapping("/message-settings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeMessageSettings(@RequestBody @Valid Settings settings, Caller caller) {
        inbox.change(caller.subject(), settings.parsed());
    }
}
