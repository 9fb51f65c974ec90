package cn.yuanlin.platform.message;

import cn.yuanlin.platform.events.EstateEvent;
import java.util.UUID;

/** Something is to be told; committed with what caused it. */
@EstateEvent("message.broadcast-told")
record BroadcastTold(UUID broadcast) {}
