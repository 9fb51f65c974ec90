package cn.yuanlin.platform.message;

import java.util.Set;

/** What a person wants. The inbox can't be switched off: it is the record of what they were told. */
record MessageSettings(QuietHours quiet, Set<Channel> channels) {
    static final MessageSettings DEFAULT = new MessageSettings(QuietHours.NIGHT, Set.of(Channel.WECHAT, Channel.SMS));
}
