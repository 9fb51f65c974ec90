package cn.yuanlin.platform.rotation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RotationSettings.class)
class RotationConfiguration {}
