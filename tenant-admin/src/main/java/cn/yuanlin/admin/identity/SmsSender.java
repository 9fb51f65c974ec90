package cn.yuanlin.admin.identity;

/** Who delivers text messages. Which one, the settings say. */
sealed interface SmsSender permits DemoSms, TencentSms {
    /** @return whether it was taken for delivery; nothing is said of its arrival */
    boolean sendCode(Phone phone, String code);

    /** Tells whoever has the phone that an account is no longer opened by it. @return as above */
    boolean tellReplaced(Phone phone);
}
