package cn.yuanlin.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Somebody with a WeChat account.
 *
 * @param id by which the simulator's user names them
 * @param activeAt when they last used the mini program
 */
record Person(@JsonProperty("person") String id, String phone, String openid, String unionid, Instant activeAt) {
    Person at(Instant now) {
        return new Person(id, phone, openid, unionid, now);
    }

    Person withPhone(String other) {
        return new Person(id, other, openid, unionid, activeAt);
    }
}
