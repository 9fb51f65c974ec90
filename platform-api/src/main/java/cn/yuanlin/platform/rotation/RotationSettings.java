package cn.yuanlin.platform.rotation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param pause how long a use case goes on with keys it has read: no request and no slice of a task takes longer */
@ConfigurationProperties("yuanlin.rotation")
record RotationSettings(@DefaultValue("15m") Duration pause) {}
