package cn.yuanlin.admin.identity;

/** Who delivers text messages. Which one, the settings say. */
sealed interface SmsSender permits DemoSms, TencentSms {
    /** @return whether it was taken for delivery; nothing is said of its arrival */
    boolean sendCode(Phone phone, String code);
}
