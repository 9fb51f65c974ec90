package cn.yuanlin.platform.message;

import org.springframework.stereotype.Component;

@Component
class ToldWechat extends ToldChannel {
    @Override
    public Channel channel() {
        return Channel.WECHAT;
    }
}
