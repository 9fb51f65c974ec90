package cn.yuanlin.platform.message;

import org.springframework.stereotype.Component;

@Component
class ToldSms extends ToldChannel {
    @Override
    public Channel channel() {
        return Channel.SMS;
    }
}
