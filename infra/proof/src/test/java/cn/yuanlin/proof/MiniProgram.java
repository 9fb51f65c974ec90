package cn.yuanlin.proof;

import cn.yuanlin.proof.Caller.Answer;
import org.jspecify.annotations.Nullable;

/** The resident app in WeChat: it keeps its refresh token itself. */
final class MiniProgram {
    private final Caller door;

    MiniProgram(Caller door) {
        this.door = door;
    }

    /** @param phoneCode null if the person did not tap the button for it */
    Answer signIn(String loginCode, @Nullable String phoneCode) {
        var phone = phoneCode == null ? "" : ",\"phoneCode\":\"" + phoneCode + "\"";
        return door.post("/api/identity/sessions/wechat", null, "{\"loginCode\":\"" + loginCode + "\"" + phone + "}");
    }

    Answer refresh(String refreshToken) {
        return door.post("/api/identity/sessions/refresh", null, "{\"refreshToken\":\"" + refreshToken + "\"}");
    }
}
